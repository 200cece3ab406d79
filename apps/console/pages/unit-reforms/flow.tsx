import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, FilterChips } from '../../ui/layout.tsx';
import { FlowTable } from './flow-table.tsx';
import {
  changedTargets,
  isDividedTarget,
  isOpenTarget,
  lineName,
  shownTargets,
  type Target,
  targetsOf,
  type Which,
} from './flow-targets.ts';
import type { Line, Reform } from './reform-looks.ts';

/** A whole province's units are drawn a part at a time. */
const SHOWN = 12;
const ROW = 26;
const WIDTH = 220;

function Curves({ parts }: { parts: readonly Line[] }) {
  const height = parts.length * ROW;
  const to = height / 2;
  return (
    <svg
      className="ur-curves"
      viewBox={`0 0 ${WIDTH} ${height}`}
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {parts.map(({ position, kind, unit }, at) => {
        const y = at * ROW + ROW / 2;
        const look = unit ? (kind === 'part' ? 'part' : 'whole') : 'open';
        const end = to + (at - (parts.length - 1) / 2) * 8;
        return (
          <path key={position} data-look={look} d={`M0 ${y}C${WIDTH / 2} ${y} ${WIDTH / 2} ${end} ${WIDTH} ${end}`} />
        );
      })}
    </svg>
  );
}

function Group({ target: { line, parts } }: { target: Target }) {
  const { t } = useI18n();
  const from = t('ur.parts', { code: line.code ?? '', n: parts.length });
  return (
    <li className="ur-group">
      <ul>
        {parts.map((part) => (
          <li key={part.position} data-open={part.unit ? undefined : true}>
            {part.code && <span className="num">{part.code}</span>} <span>{lineName(part)}</span>
            {part.kind === 'part' && <em>{t('ur.part')}</em>}
          </li>
        ))}
      </ul>
      <Curves parts={parts} />
      <div className="ur-target" data-open={line.settled ? undefined : true}>
        <b>{lineName(line)}</b>
        <span>{line.kind === 'keep' ? `${line.code ?? ''} · ${t('ur.stays')}` : from}</span>
      </div>
    </li>
  );
}

function Legend() {
  const { t } = useI18n();
  return (
    <p className="ur-legend">
      {(['whole', 'part', 'open'] as const).map((look) => (
        <span key={look}>
          <svg className="ur-curves" width="28" height="8" aria-hidden="true">
            <path data-look={look} d="M0 4H28" />
          </svg>{' '}
          {t(`ur.legend.${look}`)}
        </span>
      ))}
    </p>
  );
}

type View = 'flow' | 'table';

function Tools({
  all,
  changed,
  which,
  onWhich,
  view,
  onView,
}: {
  all: readonly Target[];
  changed: readonly Target[] | null;
  which: Which;
  onWhich: (which: Which) => void;
  view: View;
  onView: (view: View) => void;
}) {
  const { t } = useI18n();
  const options = [
    { key: 'all' as const, label: t('ur.divide.all'), count: all.length },
    { key: 'open' as const, label: t('ur.which.open'), count: all.filter(isOpenTarget).length },
    { key: 'divided' as const, label: t('ur.which.divided'), count: all.filter(isDividedTarget).length },
    ...(changed ? [{ key: 'changed' as const, label: t('ur.which.changed'), count: changed.length }] : []),
  ];
  return (
    <div className="ur-tools">
      <FilterChips label={t('ur.which')} options={options} value={which} onChange={onWhich} />
      <SegmentedControl
        aria-label={t('ur.view')}
        size="xs"
        data={[
          { value: 'flow', label: t('ur.view.flow') },
          { value: 'table', label: t('ur.view.table') },
        ]}
        value={view}
        onChange={(next) => onView(next as View)}
      />
    </div>
  );
}

function Targets({ targets, view }: { targets: ReturnType<typeof targetsOf>; view: View }) {
  if (view === 'table') return <FlowTable targets={targets} />;
  return (
    <ul>
      {targets.map((target) => (
        <Group key={target.line.position} target={target} />
      ))}
    </ul>
  );
}

/** Old on the left, new on the right: what is not settled is dashed and says so in words beside it. */
export function Flow({
  reform,
  lines,
  before,
}: {
  reform: Reform;
  lines: readonly Line[];
  /** Of the list that was there before this one was read. */
  before: readonly Line[] | null;
}) {
  const { t, lang } = useI18n();
  const [count, setCount] = useState(SHOWN);
  const [which, setWhich] = useState<Which>(before ? 'changed' : 'all');
  const [view, setView] = useState<View>('flow');
  const all = targetsOf(lines);
  const changed = before ? changedTargets(before, lines) : { targets: [], gone: 0 };
  const targets = shownTargets(all, which, changed.targets);
  const day = formatDate(reform.onDate, lang, { withYear: true });
  const left = targets.length - count;
  if (all.length === 0) return null;
  return (
    <Card className="ur-flow">
      <Tools
        all={all}
        changed={before && changed.targets}
        which={which}
        onWhich={setWhich}
        view={view}
        onView={setView}
      />
      <div className="ur-flow-head">
        <b>{t('ur.before', { day, n: reform.counts.old })}</b>
        <b>{t('ur.after', { day, n: all.length })}</b>
      </div>
      {which === 'changed' && changed.gone > 0 && <p className="ur-note">{t('ur.gone', { n: changed.gone })}</p>}
      {targets.length === 0 && <p className="card-body muted">{t('ur.which.none')}</p>}
      <Targets targets={targets.slice(0, count)} view={view} />
      {left > 0 && (
        <Button variant="subtle" onClick={() => setCount(count + 40)}>
          {t('ur.more', { n: left })}
        </Button>
      )}
      {view === 'flow' && <Legend />}
    </Card>
  );
}
