import { useMemo } from 'react';
import { api } from '../../api/client.ts';
import '../../i18n/tasks/oversight-words.ts';
import '../../i18n/reporting/report-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Loaded } from '../../ui/states.tsx';
import { monthText } from '../reports/report-facts.ts';
import { ChartCard } from './chart-card.tsx';
import { ruleLabel } from './cut-note.tsx';
import { type Dashboard, owedMonths, pillarReach, punctuality, withCuts } from './dashboard-facts.ts';
import './dashboard.css';
import { FiguresCard } from './figures-card.tsx';
import { useCuts } from './use-cuts.ts';

const monthOf = ({ month }: Dashboard['months'][number]) => month;

function Charts({ board }: { board: Dashboard }) {
  const { t, lang } = useI18n();
  const cuts = useCuts(board.unit.id, board.months.map(monthOf));
  const owedCuts = useCuts(board.unit.id, owedMonths(board).map(monthOf));
  const sent = useMemo(() => {
    const names = { onTime: t('dash.onTime'), late: t('dash.lateSent'), missing: t('dash.missing'), month: monthText };
    return withCuts(punctuality(board, names), owedCuts, ruleLabel(t, lang));
  }, [board, owedCuts, t, lang]);
  const before = board.months.at(-2)?.month;
  const reach = useMemo(
    () =>
      pillarReach(board, {
        pillar: (pillar) => t(`pillar.${pillar}`),
        now: t('dash.now', { month: monthText(board.month) }),
        before: before ? t('dash.now', { month: monthText(before) }) : '',
      }),
    [board, before, t],
  );
  return (
    <>
      <ChartCard title={t('dash.punctual')} drawing={sent} head={t('dash.month')} />
      <ChartCard title={t('dash.pillars')} drawing={reach} head={t('dash.pillar')} empty={t('dash.noPlan')} />
      <FiguresCard board={board} title={t('dash.figures')} cuts={cuts} />
    </>
  );
}

/** Six months: reports by month, plans by pillar, and any indicator. */
export function ChartsOf({ unitId, month }: { unitId: string; month: string }) {
  const query = api.useQuery(
    'get',
    '/units/{unitId}/dashboard',
    { params: { path: { unitId }, query: { month } } },
    { staleTime: 60_000 },
  );
  return (
    <Loaded query={query} rows={8}>
      {(board) => (
        <div className="dash">
          <Charts board={board} />
        </div>
      )}
    </Loaded>
  );
}
