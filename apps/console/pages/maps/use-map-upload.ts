import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { api, fetchRaw, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { answered, useCommand } from '../../api/use-command.ts';
import { useQuestion } from '../../api/use-question.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

export type MapReport = Schemas['ShapeReport'];

export const touchedByMaps = ['/units/{unitId}/shapes', '/units/{unitId}/maps', '/units/{unitId}/overview'] as const;

interface Sent {
  file: File;
  from: string;
  dryRun: boolean;
  takeNames: boolean;
}

async function send(unitId: string, { file, from, dryRun, takeNames }: Sent): Promise<MapReport> {
  const query = new URLSearchParams({ from, dryRun: String(dryRun), takeNames: String(takeNames) });
  const answer = await fetchRaw(`/units/${unitId}/shapes?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return (await answer.json()) as MapReport;
}

/** The last day on which the tree below changed: most files show what holds since then. */
export function startOf(days: readonly { day: string }[], today: string): string {
  const past = days.map(({ day }) => day).filter((day) => day <= today);
  return past.sort().at(-1) ?? today;
}

/** A file is read, looked at, and sent again to be written. */
export function useMapUpload(unitId: string) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [chosenFrom, setFrom] = useState<string>();
  const [takeNames, setTakeNames] = useState(false);
  const [step, setStep] = useState(0);
  const { data: summary } = api.useQuery('get', '/units/{unitId}/summary', {
    params: { path: { unitId }, query: {} },
  });
  const from = chosenFrom ?? startOf(summary?.days ?? [], me.today);
  const day = formatDate(from, lang, { withYear: true });
  const read = useQuestion({
    mutationFn: (sent: Sent) => send(unitId, sent),
    onSuccess: () => {
      setTakeNames(false);
      setStep(1);
    },
  });
  const write = useCommand({
    send: (sent: Sent) => answered(send(unitId, sent)),
    touches: touchedByMaps,
    failed: () => true,
    done: async ({ matched }) => {
      showNotice(t('maps.written', { n: matched, day }));
      await navigate({ to: '/units', search: { unit: unitId } });
    },
  });
  const choose = (next: File | null) => {
    setFile(next);
    read.reset();
  };
  return { file, choose, from, setFrom, day, takeNames, setTakeNames, step, setStep, report: read.data, read, write };
}
export type MapUpload = ReturnType<typeof useMapUpload>;
