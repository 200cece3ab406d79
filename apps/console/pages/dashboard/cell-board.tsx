import { SegmentedControl, Tooltip } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { overviewPartKind } from '#contracts/reporting/overview-parts';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { useViewportStep } from '../../ui/viewport.ts';
import { ChosenPart } from './chosen-part.tsx';
import { type Cell, cellsOf, type Level, levels, type Metric, metricsOf, type Overview } from './overview-facts.ts';
import { MapBoard } from './map-board.tsx';
import type { Opened } from './teams-dialog.tsx';
import { useCellText } from './use-cell-text.ts';

/** On a small screen the worst stand first, and so many. */
const FEW = 12;
const SMALL = 700;

/** The cell nearest to this one in the row above or below. */
function vertical(cells: HTMLElement[], at: number, down: boolean): HTMLElement | undefined {
  const from = cells[at]?.getBoundingClientRect();
  if (!from) return undefined;
  const rows = cells.filter((cell) => {
    const { top } = cell.getBoundingClientRect();
    return down ? top > from.top + 2 : top < from.top - 2;
  });
  const edge = rows.map((cell) => cell.getBoundingClientRect().top).sort((a, b) => (down ? a - b : b - a))[0];
  const row = rows.filter((cell) => Math.abs(cell.getBoundingClientRect().top - (edge ?? 0)) < 2);
  const distance = (cell: HTMLElement) => Math.abs(cell.getBoundingClientRect().left - from.left);
  return row.sort((a, b) => distance(a) - distance(b))[0];
}

function moved(cells: HTMLElement[], at: number, key: string): HTMLElement | undefined {
  const last = cells.length - 1;
  const steps: Record<string, () => HTMLElement | undefined> = {
    ArrowRight: () => cells[Math.min(last, at + 1)],
    ArrowLeft: () => cells[Math.max(0, at - 1)],
    ArrowDown: () => vertical(cells, at, true),
    ArrowUp: () => vertical(cells, at, false),
    Home: () => cells[0],
    End: () => cells[last],
  };
  return steps[key]?.();
}

interface CellsProps {
  cells: readonly Cell[];
  metric: Metric;
  chosenId: string | undefined;
  onChoose: (id: string) => void;
}

/** One stop of the tab key; arrows move, Enter opens. */
function Cells({ cells, metric, chosenId, onChoose }: CellsProps) {
  const { t } = useI18n();
  const text = useCellText(metric);
  const list = useRef<HTMLUListElement>(null);
  const stop = cells.some(({ part }) => part.unit.id === chosenId) ? chosenId : cells[0]?.part.unit.id;
  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const next = moved(all, all.indexOf(document.activeElement as HTMLElement), event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ul ref={list} className="over-cells" onKeyDown={onKeyDown} aria-label={t(`over.metric.${metric}`)}>
      {cells.map((cell) => {
        const { unit } = cell.part;
        const said = `${unit.fullName}: ${text.said(cell)}`;
        return (
          <li key={unit.id}>
            <Tooltip label={said} openDelay={400}>
              <button
                type="button"
                className="over-cell"
                data-level={cell.level ?? 'none'}
                aria-pressed={unit.id === chosenId}
                tabIndex={unit.id === stop ? 0 : -1}
                onClick={() => onChoose(unit.id)}
              >
                <span>{unit.name}</span>
                <b className="num">{text.short(cell)}</b>
                <span className="visually-hidden">{text.said(cell)}</span>
              </button>
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );
}

const shares = {
  under: 'over.level.share.under',
  low: 'over.level.share.low',
  fair: 'over.level.share.fair',
  good: 'over.level.share.good',
} as const;
const legends: Record<Metric, Partial<Record<Level, MessageId>>> = {
  active: shares,
  inTime: shares,
  silent: shares,
  report: { under: 'over.level.report.under', low: 'over.level.report.low', good: 'over.level.report.good' },
  waiting: { low: 'over.level.waiting.low', good: 'over.level.waiting.good' },
};

function Legend({ cells, metric }: { cells: readonly Cell[]; metric: Metric }) {
  const { t, n } = useI18n();
  return (
    <ul className="over-legend">
      {levels.map((level) => {
        const word = legends[metric][level];
        return (
          word && (
            <li key={level}>
              <span className="over-key" data-level={level} aria-hidden="true" />
              {t(word)}: <b className="num">{n(cells.filter((cell) => cell.level === level).length)}</b>
            </li>
          )
        );
      })}
    </ul>
  );
}

interface Props {
  overview: Overview;
  metric: Metric;
  onMetric: (metric: Metric) => void;
  onOpen: (opened: Opened) => void;
}

type View = 'map' | 'cells';

interface SwitchProps {
  metric: Metric;
  offered: readonly Metric[];
  onMetric: (metric: Metric) => void;
  /** Absent where there is no map. */
  view: View | undefined;
  onView: (view: View) => void;
}

function Switches({ metric, offered, onMetric, view, onView }: SwitchProps) {
  const { t } = useI18n();
  return (
    <div className="over-switches no-print">
      {view && (
        <SegmentedControl
          size="xs"
          aria-label={t('over.view')}
          data={(['map', 'cells'] as const).map((value) => ({ value, label: t(`over.view.${value}`) }))}
          value={view}
          onChange={(value) => onView(value as View)}
        />
      )}
      <SegmentedControl
        className="over-metric"
        size="xs"
        aria-label={t('over.what')}
        data={offered.map((value) => ({ value, label: t(`over.metric.${value}`) }))}
        value={metric}
        onChange={(value) => onMetric(value as Metric)}
      />
    </div>
  );
}

interface FootProps {
  cells: readonly Cell[];
  metric: Metric;
  isMap: boolean;
  worstFirst: boolean;
  onSort: (worstFirst: boolean) => void;
}

function Foot({ cells, metric, isMap, worstFirst, onSort }: FootProps) {
  const { t } = useI18n();
  return (
    <div className="card-foot over-foot">
      <Legend cells={cells} metric={metric} />
      {!isMap && (
        <span>
          {worstFirst ? t('over.byWorst') : t('over.byCode')} ·{' '}
          <button type="button" className="strong-link no-print" onClick={() => onSort(!worstFirst)}>
            {worstFirst ? t('over.sortCode') : t('over.sortWorst')}
          </button>
        </span>
      )}
    </div>
  );
}

/** A cell for each commune (of a commune: each hamlet) with its number, in the colour of how it stands; or the map. */
export function CellBoard({ overview, metric, onMetric, onOpen }: Props) {
  const { t } = useI18n();
  const isSmall = useViewportStep() < SMALL;
  const [wanted, setView] = useState<View>();
  const view = overview.hasMap ? (wanted ?? (isSmall ? 'cells' : 'map')) : undefined;
  const [sorted, setSorted] = useState<boolean | null>(null);
  const [isWhole, setWhole] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const worstFirst = sorted ?? isSmall;
  const all = cellsOf(overview, metric, worstFirst);
  const shown = isSmall && !isWhole ? all.slice(0, FEW) : all;
  const cell = all.find(({ part }) => part.unit.id === chosen) ?? cellsOf(overview, metric, true)[0];
  const kind = overviewPartKind(overview.unit.kind);
  const offered = metricsOf(overview);
  const chosenId = cell?.part.unit.id;
  const list = (cells: readonly Cell[]): ReactNode => (
    <Cells cells={cells} metric={metric} chosenId={chosenId} onChoose={setChosen} />
  );
  return (
    <Card
      title={t(`over.parts.${kind}`, { n: all.length })}
      note={t(`over.note.${metric}`)}
      aside={<Switches metric={metric} offered={offered} onMetric={onMetric} view={view} onView={setView} />}
    >
      <div className="over-board">
        {view === 'map' ? (
          <MapBoard overview={overview} cells={all} metric={metric} chosenId={chosenId} onChoose={setChosen}>
            {list}
          </MapBoard>
        ) : (
          list(shown)
        )}
        {view !== 'map' && shown.length < all.length && (
          <button type="button" className="strong-link" onClick={() => setWhole(true)}>
            {t(`over.whole.${kind}`, { n: all.length })}
          </button>
        )}
        {cell && <ChosenPart overview={overview} cell={cell} metric={metric} onOpen={onOpen} />}
      </div>
      <Foot cells={all} metric={metric} isMap={view === 'map'} worstFirst={worstFirst} onSort={setSorted} />
    </Card>
  );
}
