/** A file that is read into lines, checked by the server, mended and checked again. */
import { useState } from 'react';
import type { textEncodings } from '#contracts/enums';
import { fetchRaw } from './client.ts';
import { useQuestion } from './use-question.ts';

export type Encoding = (typeof textEncodings)[number];

async function readAnswer<A>(
  path: string,
  file: File,
  asked: Record<string, string | number | null | undefined>,
): Promise<A> {
  const said = Object.entries(asked).flatMap(([key, value]) => (value == null ? [] : [[key, String(value)]]));
  const query = new URLSearchParams(said).toString();
  const answer = await fetchRaw(`${path}${query && `?${query}`}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return (await answer.json()) as A;
}

interface Sorted<L> {
  lines: readonly L[];
  /** Left out of the list by hand. */
  out: readonly L[];
}

/** Where something is asked between reading the file and checking its lines. */
interface Between<A> {
  /** What the file is. Its lines are checked later, by `check`. */
  onRead: (answer: A) => void;
  /** The step that shows what was found, the first being 0. */
  checkAt: number;
}

/**
 * @param path where a file becomes lines, below the API's base
 * @param ask what the server says of lines, before anything is written
 */
export function useListFile<L extends { row: number }, R, A = { lines: L[] }>(
  path: string,
  ask: (lines: readonly L[]) => Promise<R>,
  between?: Between<A>,
) {
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
      setStep(between?.checkAt ?? 1);
    },
  });
  const take = (answer: A) => {
    if (!between) return check.mutate({ lines: (answer as unknown as { lines: L[] }).lines, out: [] });
    between.onRead(answer);
    setStep(1);
  };
  const read = useQuestion({
    mutationFn: async (asked: { table?: number } | void) => {
      if (!file) throw new Error('no file');
      const answer = await readAnswer<A>(path, file, { encoding, table: asked?.table });
      return () => take(answer);
    },
    onSuccess: (taken) => taken(),
  });
  const choose = (next: File | null) => {
    setFile(next);
    setEncoding(null);
    read.reset();
    check.reset();
  };
  const byRow = (all: readonly L[]) => [...all].sort((a, b) => a.row - b.row);
  /** They take the places of those of their rows. */
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
