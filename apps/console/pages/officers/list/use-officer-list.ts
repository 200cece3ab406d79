import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { client, fetchRaw } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { dataOf, useCommand } from '../../../api/use-command.ts';
import { useListFile } from '../../../api/use-list-file.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { postPaths } from '../use-posts.ts';
import { leftOf, type Line, type Report } from './rows.ts';

const touches = [...postPaths, '/units/{unitId}/readiness'] as const;

interface Sent {
  lines: readonly Line[];
  from: string;
  dryRun: boolean;
}

function send(unitId: string, { lines, ...sent }: Sent, header = {}) {
  return client.POST('/units/{unitId}/officers/import', {
    params: { path: { unitId }, header },
    body: { ...sent, lines: [...lines] },
  });
}

export async function saveNotes(unitId: string, body: { lines: readonly Line[]; from: string }): Promise<void> {
  const answer = await fetchRaw(`/units/${unitId}/officers/import/notes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const url = URL.createObjectURL(await answer.blob());
  Object.assign(document.createElement('a'), { href: url, download: 'can-bo-can-sua.xlsx' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

interface Written {
  lines: readonly Line[];
  from: string;
  onLeft: (left: readonly Line[]) => void;
}

/** Writes what is right; what is left of the list stays here. */
function useWrite({ lines, from, onLeft }: Written) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const navigate = useNavigate();
  return useCommand({
    send: (_: void, header) => send(post.unit.id, { lines, from, dryRun: false }, header),
    touches,
    failed: () => true,
    done: ({ ready: n, findings }) => {
      const left = leftOf(lines, findings);
      if (left.length > 0) {
        showNotice(t('officerList.writtenLeft', { n, left: left.length }));
        return onLeft(left);
      }
      showNotice(t('officerList.written', { n, day: formatDate(from, lang, { withYear: true }) }));
      void navigate({ to: '/officers', search: { filter: 'never' } });
    },
  });
}

/** The list as it is mended, and what the server says of it. */
export function useOfficerList() {
  const { lang } = useI18n();
  const { me, post } = useIdentity();
  const unitId = post.unit.id;
  const [from, setFrom] = useState<string>(me.today);
  const list = useListFile<Line, Report>(`/units/${unitId}/officers/import/file`, (lines) =>
    dataOf(send(unitId, { lines, from, dryRun: true })),
  );
  const write = useWrite({ lines: list.lines, from, onLeft: list.keep });
  return { ...list, unitId, from, setFrom, day: formatDate(from, lang, { withYear: true }), write };
}
export type OfficerList = ReturnType<typeof useOfficerList>;
