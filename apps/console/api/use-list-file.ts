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

/**
 * @param path where a file becomes lines, below the API's base
 * @param ask what the server says of lines, before anything is written
 */
export function useListFile<L, R>(path: string, ask: (lines: readonly L[]) => Promise<R>) {
  const [file, setFile] = useState<File | null>(null);
  const [encoding, setEncoding] = useState<Encoding | null>(null);
  const [step, setStep] = useState(0);
  const [lines, setLines] = useState<readonly L[]>([]);
  const [report, setReport] = useState<R>();
  const check = useQuestion({
    mutationFn: async (next: readonly L[]) => ({ next, answer: await ask(next) }),
    onSuccess: ({ next, answer }) => {
      setLines(next);
      setReport(answer);
      setStep(1);
    },
  });
  const read = useQuestion({
    mutationFn: () => (file ? readLines<L>(path, file, encoding) : Promise.reject(new Error('no file'))),
    onSuccess: (next) => check.mutate(next),
  });
  const choose = (next: File | null) => {
    setFile(next);
    setEncoding(null);
    read.reset();
    check.reset();
  };
  return { file, choose, encoding, setEncoding, step, setStep, lines, report, read, check };
}
