import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { AppendixDialog } from '../documents/appendix-dialog.tsx';
import { PrintDialog } from '../documents/print-dialog.tsx';
import type { Board } from './board-facts.ts';

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
        <Button variant="default" leftSection={<Icon name="file-spreadsheet" />} loading={busy} onClick={go}>
          {t('doc.consolidated')}
        </Button>
      )}
      <Menu position="bottom-end" width={260} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" px={9} aria-label={t('rb.more')}>
            <Icon name="chevron-down" size={18} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {may('roster.export') && (
            <Menu.Item leftSection={<Icon name="list-details" size={18} />} onClick={() => setList(true)}>
              {t('doc.appendix')}
            </Menu.Item>
          )}
          <MenuLink to="/dashboard" icon="chart-bar" label={t('dash.link')} />
          {may('report.receive') && <MenuLink to="/campaigns" icon="calendar" label={t('camp.title')} />}
          <MenuLink to="/reports" icon="checklist" label={t('rb.own')} />
        </Menu.Dropdown>
      </Menu>
      {printed && <PrintDialog report={printed} onClose={() => setPrinted(null)} />}
      {list && <AppendixDialog unit={board.unit} onClose={() => setList(false)} />}
    </>
  );
}

function MenuLink({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  const navigate = useNavigate();
  return (
    <Menu.Item leftSection={<Icon name={icon} size={18} />} onClick={() => void navigate({ to })}>
      {label}
    </Menu.Item>
  );
}

/** Onwards to the unit's own report; a total that is not the sum of its parts does not go up. */
function SendUp({ board }: { board: Board }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  const { go, busy } = useOwnReport(board, ({ id }) => {
    void navigate({ to: '/reports/$reportId', params: { reportId: id } });
  });
  if (!may('report.write')) return null;
  return (
    <Button leftSection={<Icon name="send" />} loading={busy} disabled={board.differences.length > 0} onClick={go}>
      {t('doc.consolidatedOpen')}
    </Button>
  );
}

/** The consolidated tables, Appendix 1, and the way to the unit's own report. */
export function BoardActs({ board }: { board: Board }) {
  return (
    <>
      <Exports board={board} />
      {board.units.length > 0 && <SendUp board={board} />}
    </>
  );
}
