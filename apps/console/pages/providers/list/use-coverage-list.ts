import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { dataOf, useCommand } from '../../../api/use-command.ts';
import { useListFile } from '../../../api/use-list-file.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
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

function send(unitId: string, { lines, ...sent }: Sent, header = {}) {
  return client.POST('/units/{unitId}/coverage/import', {
    params: { path: { unitId }, header },
    body: { ...sent, lines: [...lines] },
  });
}

/** The list as it is mended, and what the server says of it. */
export function useCoverageList() {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const navigate = useNavigate();
  const unitId = post.unit.id;
  const [provider, setProvider] = useState<{ id: string; name: string } | null>(null);
  const [from, setFrom] = useState<string>(me.today);
  const asked = (next: readonly Line[], dryRun: boolean, header = {}) =>
    send(unitId, { providerId: provider?.id ?? '', from, lines: next, dryRun }, header);
  const list = useListFile<Line, Report>(`/units/${unitId}/coverage/import/file`, (next) => dataOf(asked(next, true)));
  const write = useCommand({
    send: (_: void, header) => asked(list.lines, false, header),
    touches: coveragePaths,
    failed: () => true,
    done: async ({ communes }) => {
      showNotice(t('coverageList.written', { provider: provider?.name ?? '', n: communes.length }));
      await navigate({ to: '/providers', search: {} });
    },
  });
  return { ...list, provider, setProvider, from, setFrom, write };
}
export type CoverageList = ReturnType<typeof useCoverageList>;
