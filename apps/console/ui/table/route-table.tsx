import { clockText } from '../text/clock-text.ts';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { lookOf, type Route, routeName } from '../channel-looks.ts';
import { Icon } from '../icon.tsx';

export interface RouteRow {
  route: Route;
  people: number;
  costVnd: number;
  finishedAt: string | null;
  deferredUntil?: string | null;
}

/** When the last of these messages has left, or leaves at the earliest. */
export const doneAt = (row: RouteRow): string | null => row.finishedAt ?? row.deferredUntil ?? null;

function RouteLine({ row, hot }: { row: RouteRow; hot: boolean }) {
  const { t, n, lang } = useI18n();
  const { icon, color } = lookOf(row.route);
  const at = doneAt(row);
  const clock = (when: string) => clockText(when, Date.now(), lang);
  return (
    <tr data-selected={hot || undefined}>
      <td>
        <span className="route-name">
          <i style={{ background: `var(--${color})` }} />
          <Icon name={icon} />
          <span>
            <b>{routeName(t, row.route)}</b>
            <span className="cell-2">
              {row.deferredUntil
                ? t('preview.leaves', { at: clock(row.deferredUntil) })
                : t(`route.note.${row.route}` as MessageId)}
            </span>
          </span>
        </span>
      </td>
      <td data-right>
        <b>{n(row.people)}</b>
      </td>
      <td data-right>{n(row.costVnd)} đ</td>
      <td data-right>{at ? clock(at) : '–'}</td>
    </tr>
  );
}

function Totals({ rows }: { rows: readonly RouteRow[] }) {
  const { t, n, lang } = useI18n();
  const sum = (of: (row: RouteRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const last = rows
    .flatMap((row) => doneAt(row) ?? [])
    .sort()
    .at(-1);
  return (
    <tfoot>
      <tr>
        <td>{t('table.total')}</td>
        <td data-right>{n(sum((row) => row.people))}</td>
        <td data-right>{n(sum((row) => row.costVnd))} đ</td>
        <td data-right>{last ? clockText(last, Date.now(), lang) : '–'}</td>
      </tr>
    </tfoot>
  );
}

/** Who is reached by which route, at what cost, until when, with the sums. */
export function RouteTable({ rows, hot }: { rows: readonly RouteRow[]; hot?: Route | null }) {
  const { t } = useI18n();
  return (
    <table className="dt-table plain-table">
      <thead>
        <tr>
          <th>{t('preview.col.route')}</th>
          <th data-right>{t('preview.col.people')}</th>
          <th data-right>{t('preview.col.cost')}</th>
          <th data-right>{t('preview.col.done')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <RouteLine key={`${row.route}-${index}`} row={row} hot={hot === row.route} />
        ))}
      </tbody>
      <Totals rows={rows} />
    </table>
  );
}
