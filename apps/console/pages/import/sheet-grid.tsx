/** The workbook as it is, with letters and row numbers; each doubt stands in its own cell. Only rows in view are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { byCell, cellOf, columnIndex, columnLetters, type Finding, gravest, type Roster, valueOf } from './findings.ts';

const rowHeight = 31;

function SheetCell({
  text,
  findings,
  current,
  id,
  numeric,
  onPick,
}: {
  text: string;
  findings: readonly Finding[];
  current: boolean;
  id: string;
  numeric: boolean;
  onPick: (finding: Finding) => void;
}) {
  const { t } = useI18n();
  const finding = gravest(findings);
  const isWhole = finding && !finding.cell.includes('.') && finding.code.split('.')[0] !== 'count';
  const shown = finding && isWhole ? valueOf(finding) : text;
  const tone = finding && finding.severity !== 'info' ? (finding.choice ? 'chosen' : finding.severity) : undefined;
  return (
    <td
      id={id}
      role="gridcell"
      aria-selected={current}
      data-tone={tone}
      data-current={current || undefined}
      data-right={numeric || undefined}
      onClick={() => finding && onPick(finding)}
    >
      {tone === 'must_fix' && <Icon name="alert-circle" size={15} label={t('import.filter.must_fix')} />}{' '}
      {shown || (tone === 'must_fix' ? t('import.missing') : '')}
    </td>
  );
}

/** The team that a row belongs to, for rows whose own team cell is blank. */
function useTeamOfRow(roster: Roster): Map<number, string> {
  return useMemo(
    () => new Map(roster.teams.flatMap((team) => team.members.map((member) => [member.row, team.name] as const))),
    [roster.teams],
  );
}

function useColumns(roster: Roster): number {
  return useMemo(() => Math.max(roster.columns.length, ...roster.rows.map((row) => row.cells.length), 1), [roster]);
}

interface GridRowProps {
  row: Roster['rows'][number];
  index: number;
  columns: number;
  current: Finding | undefined;
  findingsOf: (name: string) => readonly Finding[];
  /** Shown in a blank team cell. */
  team: string | undefined;
  teamColumn: number;
  isNumeric: (column: number) => boolean;
  onPick: (finding: Finding) => void;
}

function GridRow({ row, index, columns, current, findingsOf, team, teamColumn, isNumeric, onPick }: GridRowProps) {
  const inherited = (column: number) => (column === teamColumn && row.kind === 'member' && team ? `↳ ${team}` : '');
  return (
    <tr data-kind={row.kind} aria-rowindex={index + 2}>
      <th scope="row" data-current={current?.row === row.row || undefined}>
        {row.row}
      </th>
      {Array.from({ length: columns }, (_, column) => {
        const name = `${columnLetters(column)}${row.row}`;
        return (
          <SheetCell
            key={name}
            id={`cell-${name}`}
            text={row.cells[column] || inherited(column)}
            findings={row.kind === 'header' ? [] : findingsOf(name)}
            current={current !== undefined && cellOf(current) === name}
            numeric={isNumeric(column)}
            onPick={onPick}
          />
        );
      })}
    </tr>
  );
}

function Letters({ columns, current }: { columns: number; current: Finding | undefined }) {
  const { t } = useI18n();
  const at = current ? columnIndex(current.column) : -1;
  return (
    <thead>
      <tr>
        <th>
          <span className="visually-hidden">{t('import.row')}</span>
        </th>
        {Array.from({ length: columns }, (_, column) => (
          <th key={column} data-current={column === at || undefined}>
            {columnLetters(column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const tones = ['must_fix', 'choose', 'auto_fixed', 'chosen'] as const;

function Legend() {
  const { t } = useI18n();
  return (
    <div className="card-foot sheet-legend">
      <span>
        {tones.map((tone) => (
          <span key={tone}>
            <i data-tone={tone} /> {t(`import.legend.${tone}`)}{' '}
          </span>
        ))}
      </span>
      <span>{t('import.keysHint')}</span>
    </div>
  );
}

/** Rows of the sheet in view, with the height of what lies before and after; keeps the current row in sight. */
function useRowsInView(rows: Roster['rows'], current: Finding | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    initialRect: { width: 800, height: 480 },
  });
  const at = current ? rows.findIndex((row) => row.row === current.row) : -1;
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  const items = virtual.getVirtualItems();
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return { scroller, items, before: items[0]?.start ?? 0, after };
}

const countHeader = /^(số lượng|sl|stt|tt)\b/i;
const spacer = (height: number) => height > 0 && <tr aria-hidden="true" style={{ height }} />;

export function SheetGrid({
  roster,
  current,
  onPick,
}: {
  roster: Roster;
  current: Finding | undefined;
  onPick: (finding: Finding) => void;
}) {
  const { t } = useI18n();
  const sheet = current?.sheet ?? roster.sheetName;
  const rows = useMemo(
    () => roster.rows.filter((row) => row.sheet === sheet && row.kind !== 'heading'),
    [roster.rows, sheet],
  );
  const cells = useMemo(() => byCell(roster.findings), [roster.findings]);
  const columns = useColumns(roster);
  const teamOf = useTeamOfRow(roster);
  const teamColumn = roster.columns.findIndex((name) => /tổ|thôn|đơn vị/i.test(name) && !/trưởng|phó/i.test(name));
  const view = useRowsInView(rows, current);
  const shared = {
    columns,
    current,
    teamColumn,
    onPick,
    findingsOf: (name: string) => cells.get(`${sheet}!${name}`) ?? [],
    isNumeric: (column: number) => countHeader.test(roster.columns[column] ?? ''),
  };
  const size = { 'aria-rowcount': rows.length + 1, 'aria-colcount': columns + 1 };
  const active = current && `cell-${cellOf(current)}`;
  return (
    <>
      <div className="sheet" ref={view.scroller}>
        <table role="grid" aria-label={t('import.grid')} {...size} tabIndex={0} aria-activedescendant={active}>
          <Letters columns={columns} current={current} />
          <tbody>
            {spacer(view.before)}
            {view.items.map(({ index }) => {
              const row = rows[index];
              return row && <GridRow key={row.row} row={row} index={index} team={teamOf.get(row.row)} {...shared} />;
            })}
            {spacer(view.after)}
          </tbody>
        </table>
      </div>
      <Legend />
    </>
  );
}
