import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AppendixDialog } from '../documents/appendix-dialog.tsx';
import { PrintDialog } from '../documents/print-dialog.tsx';
import { type Board, unsent } from './board-facts.ts';
import { HeaderAct, HeaderLink } from '../../ui/header/header-menu.tsx';
import { MainWords } from '../../ui/header/page-header.tsx';

type Head = Schemas['ReportHead'];

/** The unit's own report of the board's month; opened when it is first needed. */
function useOwnReport(board: Board, then: (report: Head) => void) {
  const unitId = board.unit.id;
  const { data } = api.useQuery('get', '/units/{unitId}/reports', { params: { path: { unitId } } });
  const own = data?.find(({ kind, month }) => kind === 'monthly' && month === board.month);
  const open = useCommand({
    send: (_: void, header) =>
      client.POST('/units/{unitId}/reports', { params: { path: { unitId }, header }, body: { month: board.month } }),
    touches: ['/units/{unitId}/reports'],
    done: then,
  });
  return { go: () => (own ? then(own) : open.mutate()), busy: open.isPending, known: data !== undefined, own };
}

function Exports({ board }: { board: Board }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [printed, setPrinted] = useState<Head | null>(null);
  const [list, setList] = useState(false);
  const { go, busy, known, own } = useOwnReport(board, setPrinted);
  const mayTables = known && (own !== undefined || may('report.write'));
  return (
    <>
      {mayTables && (
        <HeaderAct icon="file-spreadsheet" disabled={busy} onClick={go}>
          {t('doc.consolidated')}
        </HeaderAct>
      )}
      {may('roster.export') && (
        <HeaderAct icon="list-details" onClick={() => setList(true)}>
          {t('doc.appendix')}
        </HeaderAct>
      )}
      <HeaderLink icon="chart-bar" to="/dashboard">
        {t('dash.link')}
      </HeaderLink>
      <HeaderLink icon="alert-circle" to="/odd-figures" search={{ month: board.month }}>
        {t('odd.link')}
      </HeaderLink>
      {may('report.receive') && (
        <HeaderLink icon="calendar" to="/campaigns">
          {t('camp.title')}
        </HeaderLink>
      )}
      <HeaderLink icon="checklist" to="/reports">
        {t('rb.own')}
      </HeaderLink>
      {printed && <PrintDialog report={printed} onClose={() => setPrinted(null)} />}
      {list && <AppendixDialog unit={board.unit} onClose={() => setList(false)} />}
    </>
  );
}

function useSendUp(board: Board) {
  const { may } = useIdentity();
  const navigate = useNavigate();
  const { go, busy } = useOwnReport(board, ({ id }) => {
    void navigate({ to: '/reports/$reportId', params: { reportId: id } });
  });
  return { go, disabled: busy || board.differences.length > 0, mayWrite: may('report.write') };
}

/** Onwards to the unit's own report; a total that is not the sum of its parts does not go up. */
export function SendUp({ board }: { board: Board }) {
  const { t } = useI18n();
  const { go, disabled, mayWrite } = useSendUp(board);
  if (!mayWrite) return null;
  return (
    <Button leftSection={<Icon name="send" />} disabled={disabled} onClick={go}>
      <MainWords long={t('doc.consolidatedOpen')} short={t('doc.consolidatedShort')} />
    </Button>
  );
}

/** The same while somebody still owes. */
function SendUpEarly({ board }: { board: Board }) {
  const { t } = useI18n();
  const { go, disabled, mayWrite } = useSendUp(board);
  const owing = unsent(board.units).length;
  if (!mayWrite || owing === 0) return null;
  return (
    <HeaderAct icon="send" disabled={disabled} note={t('rb.owing', { n: owing })} onClick={go}>
      {t('doc.consolidatedOpen')}
    </HeaderAct>
  );
}

/** The consolidated tables, Appendix 1, and the way to the unit's own report. */
export function BoardActs({ board }: { board: Board }) {
  return (
    <>
      {board.units.length > 0 && <SendUpEarly board={board} />}
      <Exports board={board} />
    </>
  );
}
