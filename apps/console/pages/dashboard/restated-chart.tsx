import { useQueries } from '@tanstack/react-query';
import { monthsUntil } from '#contracts/reporting/periods';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { FiguresCard } from './figures-card.tsx';
import { useCuts } from './use-cuts.ts';
import { useYearAgo } from '../past-years/use-year-ago.ts';
import { YearAgoCard } from './year-ago-card.tsx';
import { monthText } from '../../ui/text/months.ts';
import type { Restated } from '../restated/restated.ts';
import { asMonths, gapsOf } from '../restated/restated-months.ts';

const MONTHS = 6;

function Note({ views, code }: { views: readonly Restated[]; code: string }) {
  const { t } = useI18n();
  const gaps = gapsOf(views, code);
  const kinds = (['undivided', 'partial', 'unsent'] as const).filter((kind) => gaps[kind].length > 0);
  return (
    <>
      <p className="caption">{t('rst.chart.sent')}</p>
      {kinds.map((kind) => (
        <p key={kind} className="caption">
          {t(`rst.chart.${kind}`, { months: gaps[kind].map(monthText).join(', ') })}
        </p>
      ))}
    </>
  );
}

/** Six months of an indicator in the units of today; a month that cannot be had in them is named, and a gap in the line. */
export function RestatedChart({ unitId, month }: { unitId: string; month: string }) {
  const { t } = useI18n();
  const months = monthsUntil(month, MONTHS);
  const cuts = useCuts(unitId, months);
  const ago = useYearAgo(unitId, month, MONTHS);
  const queries = useQueries({
    queries: months.map((one) => ({
      ...api.queryOptions('get', '/units/{unitId}/restated', { params: { path: { unitId }, query: { month: one } } }),
      staleTime: 60_000,
    })),
  });
  const failed = queries.find(({ error }) => error);
  if (failed) return <Failed error={failed.error} refetch={() => failed.refetch()} />;
  const views = queries.flatMap(({ data }) => data ?? []);
  if (views.length < MONTHS) return <Loading />;
  const board = asMonths(views);
  return (
    <>
      <FiguresCard
        board={board}
        ago={ago}
        title={t('rst.chart.title')}
        cuts={cuts}
        empty={t('rst.chart.none')}
        note={(code) => <Note views={views} code={code} />}
      />
      <YearAgoCard board={board} view={ago} />
    </>
  );
}
