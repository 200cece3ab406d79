/** The workbook as it is, with letters and row numbers; each doubt stands in its own cell. Only rows in view are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { byCell, columnIndex, columnLetters, type Finding, gravest, type Roster, valueOf } from './findings.ts';

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
  const shown = finding && finding.code.split('.')[0] !== 'count' ? valueOf(finding) : text;
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
  const scroller = useRef<HTMLDivElement>(null);
  const sheet = current?.sheet ?? roster.sheetName;
  const rows = useMemo(
    () => roster.rows.filter((row) => row.sheet === sheet && row.kind !== 'heading'),
    [roster.rows, sheet],
  );
  const cells = useMemo(() => byCell(roster.findings), [roster.findings]);
  const columns = useColumns(roster);
  const teamOf = useTeamOfRow(roster);
  const teamColumn = roster.columns.findIndex((name) => /tổ|thôn|đơn vị/i.test(name) && !/trưởng|phó/i.test(name));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    initialRect: { width: 800, height: 480 },
  });
  const currentIndex = current ? rows.findIndex((row) => row.row === current.row) : -1;
  useEffect(() => {
    if (currentIndex >= 0) virtual.scrollToIndex(currentIndex, { align: 'auto' });
  }, [currentIndex, virtual]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.start ?? 0;
  const rest = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const numeric = (index: number) => index === 0 || /^(số lượng|sl|stt|tt)\b/i.test(roster.columns[index] ?? '');
  return (
    <>
      <div className="sheet" ref={scroller}>
        <table
          role="grid"
          aria-label={t('import.grid')}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns + 1}
          tabIndex={0}
          aria-activedescendant={current ? `cell-${current.cell}` : undefined}
        >
          <thead>
            <tr>
              <th>
                <span className="visually-hidden">{t('import.row')}</span>
              </th>
              {Array.from({ length: columns }, (_, index) => (
                <th key={index} data-current={(current && columnIndex(current.column) === index) || undefined}>
                  {columnLetters(index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first > 0 && <tr aria-hidden="true" style={{ height: first }} />}
            {items.map((item) => {
              const row = rows[item.index];
              if (!row) return null;
              return (
                <tr key={row.row} data-kind={row.kind} aria-rowindex={item.index + 2}>
                  <th scope="row" data-current={current?.row === row.row || undefined}>
                    {row.row}
                  </th>
                  {Array.from({ length: columns }, (_, index) => {
                    const name = `${columnLetters(index)}${row.row}`;
                    return (
                      <SheetCell
                        key={name}
                        id={`cell-${name}`}
                        text={
                          row.cells[index] ||
                          (index === teamColumn && row.kind === 'member' && teamOf.has(row.row)
                            ? `↳ ${teamOf.get(row.row)}`
                            : '')
                        }
                        findings={row.kind === 'header' ? [] : (cells.get(`${sheet}!${name}`) ?? [])}
                        current={current?.cell === name}
                        numeric={numeric(index)}
                        onPick={onPick}
                      />
                    );
                  })}
                </tr>
              );
            })}
            {rest > 0 && <tr aria-hidden="true" style={{ height: rest }} />}
          </tbody>
        </table>
      </div>
      <div className="card-foot sheet-legend">
        <span>
          <i data-tone="must_fix" /> {t('import.legend.must_fix')} <i data-tone="choose" /> {t('import.legend.choose')}{' '}
          <i data-tone="auto_fixed" /> {t('import.legend.auto_fixed')} <i data-tone="chosen" />{' '}
          {t('import.legend.chosen')}
        </span>
        <span>{t('import.keysHint')}</span>
      </div>
    </>
  );
}
