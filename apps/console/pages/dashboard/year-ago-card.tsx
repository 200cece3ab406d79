import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { PlainTable } from '../../ui/table/plain-table.tsx';
import { nameOf, pairText, unitOf } from '../../ui/text/figures.ts';
import { monthText } from '../../ui/text/months.ts';
import { agoOf, type Change, changeOf, type YearAgo } from '../past-years/year-ago.ts';
import { YearAgoNotes } from '../past-years/year-ago-notes.tsx';
import type { FigureMonths } from '../restated/restated-months.ts';

function useChangeText(): (change: Change | null) => string {
  const { t, n } = useI18n();
  return (change) => {
    if (!change) return '–';
    const text = `${change.value > 0 ? '+' : ''}${n(change.value)}`;
    return change.isPoints ? t('ago.points', { n: text }) : `${text}%`;
  };
}

/** The last month beside the same one a year ago, indicator by indicator, where both are known. */
export function YearAgoCard({ board, view }: { board: FigureMonths; view: YearAgo | undefined }) {
  const { t, lang } = useI18n();
  const changeText = useChangeText();
  const last = board.months.at(-1);
  const rows = board.indicators.flatMap((indicator) => {
    const now = last?.figures.find(({ code }) => code === indicator.code)?.pair;
    const ago = last && agoOf(view, last.month, indicator.code);
    return now && now.numerator !== null && ago ? [{ indicator, now, ago }] : [];
  });
  if (!last || rows.length === 0) return null;
  return (
    <Card title={t('ago.title')}>
      <PlainTable
        label={t('ago.title')}
        cards={false}
        rows={rows}
        rowId={({ indicator }) => indicator.code}
        columns={[
          {
            header: t('dash.indicator'),
            isHead: true,
            cell: ({ indicator }) => (
              <>
                {nameOf(indicator, lang)}
                <span className="cell-2">{unitOf(indicator, lang)}</span>
              </>
            ),
          },
          { header: monthText(last.month), right: true, cell: ({ now, indicator }) => pairText(now, indicator, lang) },
          {
            header: t('ago.head'),
            right: true,
            cell: ({ ago, indicator }) => `${pairText(ago.pair, indicator, lang)}${ago.isImported ? '*' : ''}`,
          },
          {
            header: t('ago.change'),
            right: true,
            cell: ({ now, ago, indicator }) => changeText(changeOf(now, ago.pair, indicator.aggregation)),
          },
        ]}
      />
      <div className="card-foot">
        <YearAgoNotes view={view} />
      </div>
    </Card>
  );
}
