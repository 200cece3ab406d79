import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client, fetchRaw, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { refresh } from '../../../api/use-command.ts';
import { showNotice } from '../../../frame/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import type { Encoding } from '../../../ui/file-form.tsx';
import { coveragePaths } from '../use-coverage.ts';

export type Line = Schemas['CoverageLine'];
export type Report = Schemas['CoverageImportReport'];
export type Finding = Report['findings'][number];

interface Sent {
  providerId: string;
  from: string;
  lines: readonly Line[];
  dryRun: boolean;
}

async function readList(unitId: string, file: File, encoding: Encoding | null): Promise<Line[]> {
  const answer = await fetchRaw(`/units/${unitId}/coverage/import/file${encoding ? `?encoding=${encoding}` : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return ((await answer.json()) as { lines: Line[] }).lines;
}

async function send(unitId: string, { lines, ...sent }: Sent): Promise<Report> {
  const { data, error } = await client.POST('/units/{unitId}/coverage/import', {
    params: { path: { unitId } },
    body: { ...sent, lines: [...lines] },
  });
  if (!data) throw error;
  return data;
}

/** The list as it is mended, and what the server says of it. */
export function useCoverageList() {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const navigate = useNavigate();
  const unitId = post.unit.id;
  const [provider, setProvider] = useState<{ id: string; name: string } | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [encoding, setEncoding] = useState<Encoding | null>(null);
  const [from, setFrom] = useState<string>(me.today);
  const [step, setStep] = useState(0);
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [report, setReport] = useState<Report>();
  const asked = (next: readonly Line[], dryRun: boolean) =>
    send(unitId, { providerId: provider?.id ?? '', from, lines: next, dryRun });
  const check = useMutation({
    mutationFn: async (next: readonly Line[]) => ({ next, answer: await asked(next, true) }),
    onSuccess: ({ next, answer }) => {
      setLines(next);
      setReport(answer);
      setStep(1);
    },
  });
  const read = useMutation({
    mutationFn: () => (file ? readList(unitId, file, encoding) : Promise.reject(new Error('no file'))),
    onSuccess: (next) => check.mutate(next),
  });
  const write = useMutation({
    mutationFn: () => asked(lines, false),
    onSuccess: async ({ communes }) => {
      refresh(coveragePaths);
      showNotice(t('coverageList.written', { provider: provider?.name ?? '', n: communes.length }));
      await navigate({ to: '/providers', search: {} });
    },
  });
  const choose = (next: File | null) => {
    setFile(next);
    setEncoding(null);
    read.reset();
    check.reset();
  };
  const chosen = { provider, setProvider, file, choose, encoding, setEncoding, from, setFrom, step, setStep };
  return { ...chosen, lines, report, read, check, write };
}
export type CoverageList = ReturnType<typeof useCoverageList>;
