import { useMemo } from 'react';
import type { ReportStanding } from '#contracts/reporting/report-standing';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Loaded } from '../../ui/states.tsx';
import { owedMonths, statusLooks } from '../report-board/board-facts.ts';
import { monthText } from '../../ui/text/months.ts';
import { ChartCard } from './chart-card.tsx';
import { ruleLabel } from './cut-note.tsx';
import { type Dashboard, pillarReach, punctuality, targetOf, withCuts } from './dashboard-facts.ts';
import './dashboard.css';
import { FiguresCard } from './figures-card.tsx';
import { useCuts } from './use-cuts.ts';
import { useYearAgo } from '../past-years/use-year-ago.ts';
import { YearAgoCard } from './year-ago-card.tsx';

const monthOf = ({ month }: Dashboard['months'][number]) => month;

function Charts({ board }: { board: Dashboard }) {
  const { t, lang } = useI18n();
  const hasBoard = useIdentity().may('report.receive');
  const cuts = useCuts(board.unit.id, board.months.map(monthOf));
  const owedCuts = useCuts(board.unit.id, owedMonths(board).map(monthOf));
  const sent = useMemo(() => {
    const name = (status: ReportStanding) => t(statusLooks[status].word);
    return withCuts(punctuality(board, { status: name, month: monthText }, hasBoard), owedCuts, ruleLabel(t, lang));
  }, [board, owedCuts, hasBoard, t, lang]);
  const ago = useYearAgo(board.unit.id, board.month, board.months.length);
  const before = board.months.at(-2)?.month;
  const last = board.months.at(-1);
  const reach = useMemo(
    () =>
      pillarReach(
        board,
        {
          pillar: (pillar) => t(`pillar.${pillar}`),
          now: t('dash.now', { month: monthText(board.month) }),
          before: before ? t('dash.now', { month: monthText(before) }) : '',
        },
        last ? targetOf(last, hasBoard) : null,
      ),
    [board, before, last, hasBoard, t],
  );
  return (
    <>
      <ChartCard title={t('dash.punctual')} drawing={sent} head={t('dash.month')} how={['sent', 'onTime', 'missing']} />
      <ChartCard
        title={t('dash.pillars')}
        drawing={reach}
        head={t('dash.pillar')}
        empty={t('dash.noPlan')}
        how={['reach']}
      />
      <FiguresCard board={board} title={t('dash.figures')} cuts={cuts} ago={ago} />
      <YearAgoCard board={board} view={ago} />
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
