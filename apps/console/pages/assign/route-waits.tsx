import { clockText } from '../../frame/clock-text.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { routeName } from '../../ui/channel-looks.ts';
import { Icon } from '../../ui/icon.tsx';
import type { RouteRow } from '../../ui/route-table.tsx';

export interface Wait {
  row: RouteRow;
  /** Quota: some go now and the rest later; night: the whole route waits. */
  why: 'quota' | 'night';
}

/** Which of the routes wait, and why: a route of which one part goes now is short of quota, else it is night. */
export function waitsOf(rows: readonly RouteRow[]): Wait[] {
  const now = new Set(rows.filter((row) => !row.deferredUntil).map((row) => row.route));
  return rows
    .filter((row) => row.deferredUntil)
    .map((row) => ({ row, why: now.has(row.route) ? ('quota' as const) : ('night' as const) }));
}

export function Waits({ rows }: { rows: readonly RouteRow[] }) {
  const { t, lang } = useI18n();
  const waits = waitsOf(rows);
  if (waits.length === 0) return null;
  return (
    <ul className="route-waits">
      {waits.map(({ row, why }, index) => (
        <li key={index} className="warn caption">
          <Icon name={why === 'quota' ? 'hourglass' : 'moon'} size={15} />{' '}
          {t(why === 'quota' ? 'preview.quotaShort' : 'preview.night', {
            channel: routeName(t, row.route),
            n: row.people,
            at: clockText(row.deferredUntil ?? '', Date.now(), lang),
          })}
        </li>
      ))}
    </ul>
  );
}
