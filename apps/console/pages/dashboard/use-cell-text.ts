import { useI18n } from '../../i18n/i18n.tsx';
import type { Cell, Metric } from './overview-facts.ts';

/** A cell's number, and what it says in full. */
export function useCellText(metric: Metric): { short: (cell: Cell) => string; said: (cell: Cell) => string } {
  const { t, n } = useI18n();
  const reportText = ({ part }: Cell) =>
    part.report ? t(`over.report.${part.report.status}`, { n: part.report.daysLate }) : t('over.report.none');
  const short = (cell: Cell): string => {
    if (cell.value === null) return '–';
    if (metric !== 'report') return n(cell.value);
    const status = cell.part.report?.status;
    if (status === 'not_due') return '–';
    return status === 'on_time' ? t('over.cellOnTime') : n(cell.value);
  };
  const said = (cell: Cell): string => {
    const { part, value } = cell;
    if (metric === 'report') return reportText(cell);
    if (metric === 'active')
      return value === null ? t('over.noTeams') : t('over.activeOf', { p: value, a: part.active, b: part.teams });
    if (metric === 'inTime')
      return value === null ? t('over.noneDue') : t('over.inTimeOf', { p: value, a: part.inTime, b: part.due });
    return metric === 'silent'
      ? t('over.silentOf', { a: part.silent ?? 0, b: part.teams })
      : t('over.waitingOf', { n: part.waiting ?? 0 });
  };
  return { short, said };
}
