import { Button } from '@mantine/core';
import { Suspense, useEffect, useState } from 'react';
import { formatDate, formatMoment } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { type Pages, usePages } from '../../api/use-pages.ts';
import { showNotice } from '../../notices/undo.tsx';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { Dialog } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PrintMark } from '../../ui/print-mark.tsx';
import { roleWord } from '../../ui/text/role-word.ts';
import { Loaded } from '../../ui/states.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import '../../ui/printed-dialog.css';
import { boardPaths } from './board-paths.ts';

type Row = Schemas['CallListRow'];
const TraceDrawer = later(() => import('../person/person-drawer.tsx'), 'TraceDrawer', ['merges']);

interface LineProps {
  row: Row;
  busy: boolean;
  onTold: () => void;
  onTrace: () => void;
}

function Line({ row, busy, onTold, onTrace }: LineProps) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  return (
    <tr>
      <td className="call-box" aria-hidden="true">
        <span className="tick-box" />
      </td>
      <td>
        <b>{row.person.fullName}</b>
        <span className="cell-2">
          {roleWord(i18n, row.role)}, {row.team.name}
        </span>
      </td>
      <td className="num phone">
        {row.phone ? <a href={`tel:${row.phone.replace(/\s/g, '')}`}>{row.phone}</a> : t('member.noPhone')}
      </td>
      <td>
        {t(`call.reason.${row.reason}` as MessageId)}
        {row.busyUntil && (
          <span className="cell-2 warn">{t('board.busy', { day: formatDate(row.busyUntil, lang) })}</span>
        )}
        <button type="button" className="cell-2 quiet-link no-print" onClick={onTrace}>
          {t('trace.see')}
        </button>
      </td>
      <td className="no-print">
        {row.told ? (
          <span className="good caption">
            <Icon name="check" size={15} />{' '}
            {t('call.toldAt', { at: formatMoment(row.told.at, Date.now(), lang), name: row.told.by.fullName })}
          </span>
        ) : (
          <Button size="xs" variant="default" loading={busy} onClick={onTold}>
            {t('call.told')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function useTold(assignmentId: string) {
  const { t } = useI18n();
  return useCommand({
    send: (personId: string, header) =>
      client.POST('/assignments/{assignmentId}/calls', {
        params: { path: { assignmentId }, header },
        body: { personId },
      }),
    touches: boardPaths,
    done: () => showNotice(t('call.recorded')),
  });
}

type Calls = Pages<Row, Schemas['CallListPage']>;
interface Which {
  teamId: string | undefined;
  communeId: string | undefined;
}
const idOf = ({ person, team }: Row): string => `${team.id} ${person.id}`;

function useCalls(assignmentId: string, { teamId, communeId }: Which): Calls {
  const path = { assignmentId };
  const query = { ...(teamId && { teamId }), ...(!teamId && communeId && { communeId }) };
  return usePages(
    '/assignments/{assignmentId}/call-list',
    { params: { path, query } },
    (cursor) =>
      client.GET('/assignments/{assignmentId}/call-list', { params: { path, query: { ...query, ...cursor } } }),
    { idOf },
  );
}

function Sheet({ assignment, pages }: { assignment: Schemas['AssignmentDetail']; pages: Calls }) {
  const { t } = useI18n();
  const { rows } = pages;
  const told = useTold(assignment.id);
  const [traced, setTraced] = useState<Row['person'] | null>(null);
  if (rows.length === 0)
    return (
      <p className="good">
        <Icon name="circle-check" /> {t('call.none')}
      </p>
    );
  const busy = (row: Row) => told.isPending && told.variables === row.person.id;
  return (
    <>
      <p className="caption">
        {assignment.title} · {t('call.logged')}
      </p>
      <table className="dt-table plain-table">
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">{t('call.tick')}</span>
            </th>
            <th>{t('member.name')}</th>
            <th>{t('member.phone')}</th>
            <th>{t('call.reason')}</th>
            <th className="no-print">{t('call.result')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line
              key={idOf(row)}
              row={row}
              busy={busy(row)}
              onTold={() => told.mutate(row.person.id)}
              onTrace={() => setTraced(row.person)}
            />
          ))}
        </tbody>
      </table>
      <MoreRows more={pages.more} hasMore={pages.hasMore} />
      <PrintMark screenToo />
      <Suspense>
        {traced && <TraceDrawer person={traced} assignment={assignment} onClose={() => setTraced(null)} />}
      </Suspense>
    </>
  );
}

interface CallSheetProps {
  assignment: Schemas['AssignmentDetail'];
  /** Only this team's people. */
  teamId?: string;
  /** Only this commune's. */
  communeId?: string;
  onClose: () => void;
}

/** Whom to phone, with full numbers (the look is logged); printed with who printed it and when. */
export function CallSheet({ assignment, teamId, communeId, onClose }: CallSheetProps) {
  const { t } = useI18n();
  const pages = useCalls(assignment.id, { teamId, communeId });
  // A list is printed whole.
  const [isPrinting, setPrinting] = useState(false);
  const { hasMore, more } = pages;
  useEffect(() => {
    if (!isPrinting) return;
    if (hasMore) return more?.();
    setPrinting(false);
    window.print();
  }, [isPrinting, hasMore, more]);
  return (
    <Dialog onClose={onClose} size="xl" title={t('call.sheet')} className="printed-dialog">
      <Loaded query={pages} rows={4}>
        {() => <Sheet assignment={assignment} pages={pages} />}
      </Loaded>
      <div className="form-foot no-print">
        <Button variant="default" onClick={onClose}>
          {t('act.close')}
        </Button>
        <Button leftSection={<Icon name="printer" />} loading={isPrinting} onClick={() => setPrinting(true)}>
          {t('act.print')}
        </Button>
      </div>
    </Dialog>
  );
}
