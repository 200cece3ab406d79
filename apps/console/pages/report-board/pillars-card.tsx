import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { HowCounted } from '../../ui/how-counted.tsx';
import { Card } from '../../ui/layout.tsx';
import { PlainTable } from '../../ui/table/plain-table.tsx';
import { monthAfter } from '../../ui/text/months.ts';
import { type Board, sentCount } from './board-facts.ts';

type Pillar = Board['pillars'][number];
const goal = 90;
const rowHeight = 36;
const left = 128;
const width = 420;
const most = 120;

const scale = (percent: number): number => ((width - left - 40) * Math.min(percent, most)) / 100;
const marks = [0, 25, 50, 75, 100] as const;

function PillarRow({ pillar, index }: { pillar: Pillar; index: number }) {
  const { t } = useI18n();
  const y = index * rowHeight + 8;
  const { percent, before } = pillar;
  return (
    <g>
      <text x={0} y={y + 13} className="chart-name">
        {t(`pillar.${pillar.pillar}`)}
      </text>
      {percent !== null && <rect x={left} y={y} width={scale(percent)} height={14} rx={2} className="chart-now" />}
      {before !== null && <rect x={left} y={y + 15} width={scale(before)} height={7} rx={2} className="chart-before" />}
      <text x={left + scale(percent ?? 0) + 6} y={y + 12} className="chart-value">
        {percent === null ? '–' : `${percent}%`}
      </text>
    </g>
  );
}

/** Drawn here: four bars need no library. The table beside it says the same. */
function Chart({ board }: { board: Board }) {
  const { t } = useI18n();
  const bottom = board.pillars.length * rowHeight + 8;
  const label = board.pillars
    .map(({ pillar, percent }) => `${t(`pillar.${pillar}`)} ${percent === null ? '–' : `${percent}%`}`)
    .join(', ');
  return (
    <svg className="pillar-chart" viewBox={`0 0 ${width} ${bottom + 22}`} role="img" aria-label={label}>
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={left + scale(mark)} x2={left + scale(mark)} y1={0} y2={bottom} className="chart-grid" />
          <text x={left + scale(mark)} y={bottom + 16} className="chart-axis">
            {mark}%
          </text>
        </g>
      ))}
      {board.pillars.map((pillar, index) => (
        <PillarRow key={pillar.pillar} pillar={pillar} index={index} />
      ))}
      <line x1={left + scale(goal)} x2={left + scale(goal)} y1={0} y2={bottom} className="chart-goal" />
    </svg>
  );
}

function Legend({ board }: { board: Board }) {
  const { t } = useI18n();
  const month = (of: string) => Number(of.slice(5));
  return (
    <p className="chart-legend caption">
      <span className="key-now" /> {t('rb.thisMonth', { month: month(board.month), n: sentCount(board) })}
      <span className="key-before" /> {t('rb.lastMonth', { month: month(monthAfter(board.month, -1)) })}
      <span className="key-goal" /> {t('rb.goal')}
    </p>
  );
}

function Twin({ board }: { board: Board }) {
  const { t } = useI18n();
  const percent = (value: number | null) => (value === null ? '–' : `${value}%`);
  const month = (of: string) => t('rep.month', { month: Number(of.slice(5)) });
  return (
    <PlainTable
      label={t('rb.pillars')}
      rows={board.pillars}
      rowId={({ pillar }) => pillar}
      columns={[
        { header: t('rb.pillar'), cell: ({ pillar }) => t(`pillar.${pillar}`) },
        { header: month(board.month), cell: ({ percent: now }) => percent(now), right: true },
        { header: month(monthAfter(board.month, -1)), cell: ({ before }) => percent(before), right: true },
      ]}
    />
  );
}

/** How far the plans are reached, by pillar; a chart, or the same as a table. */
export function PillarsCard({ board }: { board: Board }) {
  const { t } = useI18n();
  const [view, setView] = useState('chart');
  const isPlanned = board.pillars.some(({ percent }) => percent !== null);
  const data = ['chart', 'table'].map((value) => ({ value, label: t(value === 'chart' ? 'rb.chart' : 'rb.table') }));
  return (
    <Card
      title={t('rb.pillars')}
      aside={
        <>
          <HowCounted of={['reach']} />
          <SegmentedControl size="xs" aria-label={t('rb.chartView')} data={data} value={view} onChange={setView} />
        </>
      }
    >
      <div className="card-body">
        {view === 'chart' ? <Chart board={board} /> : <Twin board={board} />}
        {view === 'chart' && <Legend board={board} />}
        {!isPlanned && <p className="muted">{t('rb.noPlan')}</p>}
      </div>
    </Card>
  );
}
