import { ActionIcon } from '@mantine/core';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { type PlainColumn, PlainTable } from '../../../ui/table/plain-table.tsx';
import { lineName, type Target } from './flow-targets.ts';
import type { Line } from '../reform-looks.ts';

/** Absent where nothing may be written. */
export interface LineActs {
  onChange: (line: Line) => void;
  onUnit: (line: Line) => void;
  onDrop: (line: Line) => void;
  busy: boolean;
}

interface Shown {
  line: Line;
  target: Target;
  isFirst: boolean;
}

const isOwn = ({ line, target }: Shown): boolean => line === target.line;
const nameOf = (shown: Shown): string => (isOwn(shown) ? (shown.line.unit?.fullName ?? '') : lineName(shown.line));

function Acts({ shown, acts }: { shown: Shown; acts: LineActs }) {
  const { t } = useI18n();
  const { line, target } = shown;
  const name = nameOf(shown) || lineName(target.line);
  const isPart = line.kind === 'merge' || line.kind === 'part';
  // What goes in leaves first: a unit of the day is not taken out with all of its parts by one press.
  if (isOwn(shown) && target.parts.length > 0) return null;
  return (
    <span className="ur-line-acts">
      {isPart && (
        <ActionIcon
          variant="subtle"
          aria-label={t('ur.line.changeOf', { name })}
          disabled={acts.busy}
          onClick={() => acts.onChange(line)}
        >
          <Icon name="pencil" size={16} />
        </ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        aria-label={t('ur.line.dropOf', { name })}
        disabled={acts.busy}
        onClick={() => acts.onDrop(line)}
      >
        <Icon name="trash" size={16} />
      </ActionIcon>
    </span>
  );
}

/** A unit of the day that nothing goes into has a row of its own, so that it can be taken out. */
const rowsOf = ({ line, parts }: Target): Line[] =>
  line.kind === 'keep' || parts.length === 0 ? [line, ...parts] : parts;

function How({ shown }: { shown: Shown }) {
  const { t, n } = useI18n();
  const { line } = shown;
  const how = !isOwn(shown)
    ? line.kind === 'part'
      ? 'ur.part'
      : 'ur.t.whole'
    : line.unit
      ? 'ur.t.stays'
      : 'ur.t.nothing';
  return (
    <>
      {t(how)}
      {line.share !== null && ` ${n(line.share)}%`}
    </>
  );
}

function Heir({ shown: { target, isFirst }, acts }: { shown: Shown; acts: LineActs | undefined }) {
  const { line: heir } = target;
  return (
    <span>
      {acts && isFirst ? (
        <button type="button" className="link" disabled={acts.busy} onClick={() => acts.onUnit(heir)}>
          {lineName(heir)}
        </button>
      ) : (
        lineName(heir)
      )}{' '}
      <span className="muted num">{heir.code}</span>
    </span>
  );
}

function useColumns(acts: LineActs | undefined): PlainColumn<Shown>[] {
  const { t } = useI18n();
  const columns: PlainColumn<Shown>[] = [
    {
      header: t('ur.t.old'),
      isHead: true,
      cell: (shown) => (
        <>
          {nameOf(shown) || '–'}
          {shown.line.code && !isOwn(shown) && <span className="cell-2">{shown.line.code}</span>}
        </>
      ),
    },
    { header: t('ur.t.how'), cell: (shown) => <How shown={shown} /> },
    { header: t('ur.t.new'), cell: (shown) => <Heir shown={shown} acts={acts} /> },
    { header: t('ur.t.row'), cell: ({ line }) => line.row ?? '–', className: 'num' },
  ];
  if (!acts) return columns;
  return [...columns, { header: t('ur.t.acts'), cell: (shown) => <Acts shown={shown} acts={acts} />, acts: 'corner' }];
}

/** The same as the flow, for whoever reads rows, and where lines are written by hand. */
export function FlowTable({ targets, acts }: { targets: readonly Target[]; acts?: LineActs }) {
  const rows = targets.flatMap((target) =>
    rowsOf(target).map((line, at): Shown => ({ line, target, isFirst: at === 0 })),
  );
  return (
    <div className="ur-scroll">
      <PlainTable
        className="ur-flow-table"
        rows={rows}
        rowId={({ line }) => `${line.position}`}
        marks={({ line }) => ({ 'data-broken': !line.unit })}
        columns={useColumns(acts)}
      />
    </div>
  );
}
