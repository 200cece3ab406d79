import { useNavigate } from '@tanstack/react-router';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { dataOf, useCommand } from '../../api/use-command.ts';
import { useListFile } from '../../api/use-list-file.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { officePaths } from './use-offices.ts';

export type Line = Schemas['OfficeLine'];
export type Report = Schemas['OfficeImportReport'];
export type Finding = Report['findings'][number];

/** The list as it is mended, and what the server says of it. */
export function useOfficeList() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const navigate = useNavigate();
  const unitId = post.unit.id;
  const send = (lines: readonly Line[], dryRun: boolean, header = {}) =>
    client.POST('/units/{unitId}/offices/import', {
      params: { path: { unitId }, header },
      body: { dryRun, lines: [...lines] },
    });
  const list = useListFile<Line, Report>(`/units/${unitId}/offices/file`, (next) => dataOf(send(next, true)));
  const write = useCommand({
    send: (_: void, header) => send(list.lines, false, header),
    touches: officePaths,
    failed: () => true,
    done: ({ first, changed, unchanged }) => {
      showNotice(t('office.file.written', { n: first + changed + unchanged }));
      void navigate({ to: '/offices', search: {} });
    },
  });
  return { ...list, write };
}
export type OfficeList = ReturnType<typeof useOfficeList>;
