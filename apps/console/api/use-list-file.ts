/** A file that is read into lines, checked by the server, mended and checked again. */
import { useState } from 'react';
import type { textEncodings } from '#contracts/enums';
import { fetchRaw } from './client.ts';
import { useQuestion } from './use-question.ts';

export type Encoding = (typeof textEncodings)[number];

async function readLines<L>(path: string, file: File, encoding: Encoding | null): Promise<L[]> {
  const answer = await fetchRaw(`${path}${encoding ? `?encoding=${encoding}` : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return ((await answer.json()) as { lines: L[] }).lines;
}

interface Sorted<L> {
  lines: readonly L[];
  /** Left out of the list by hand. */
  out: readonly L[];
}

/**
 * @param path where a file becomes lines, below the API's base
 * @param ask what the server says of lines, before anything is written
 */
export function useListFile<L extends { row: number }, R>(path: string, ask: (lines: readonly L[]) => Promise<R>) {
  const [file, setFile] = useState<File | null>(null);
  const [encoding, setEncoding] = useState<Encoding | null>(null);
  const [step, setStep] = useState(0);
  const [{ lines, out }, setSorted] = useState<Sorted<L>>({ lines: [], out: [] });
  const [report, setReport] = useState<R>();
  const check = useQuestion({
    mutationFn: async (next: Sorted<L>) => ({ next, answer: await ask(next.lines) }),
    onSuccess: ({ next, answer }) => {
      setSorted(next);
      setReport(answer);
      setStep(1);
    },
  });
  const read = useQuestion({
    mutationFn: () => (file ? readLines<L>(path, file, encoding) : Promise.reject(new Error('no file'))),
    onSuccess: (next) => check.mutate({ lines: next, out: [] }),
  });
  const choose = (next: File | null) => {
    setFile(next);
    setEncoding(null);
    read.reset();
    check.reset();
  };
  const byRow = (all: readonly L[]) => [...all].sort((a, b) => a.row - b.row);
  /** Lines that were mended take the places of those of their rows. */
  const mend = (changed: readonly L[]) =>
    check.mutate({ lines: lines.map((line) => changed.find(({ row }) => row === line.row) ?? line), out });
  const drop = (rows: readonly number[]) => {
    const left = lines.filter(({ row }) => !rows.includes(row));
    // Nothing of the list is left to be looked at.
    if (left.length === 0) return setStep(0);
    check.mutate({ lines: left, out: [...out, ...lines.filter(({ row }) => rows.includes(row))] });
  };
  const bringBack = () => check.mutate({ lines: byRow([...lines, ...out]), out: [] });
  const keep = (left: readonly L[]) => check.mutate({ lines: left, out });
  const acts = { choose, setEncoding, setStep, mend, drop, bringBack, keep };
  return { file, encoding, step, lines, out, report, read, check, ...acts };
}

export type ListFile<L extends { row: number }, R> = ReturnType<typeof useListFile<L, R>>;
