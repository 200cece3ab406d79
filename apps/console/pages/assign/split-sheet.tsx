/** One target over many teams as a small sheet: a cell typed by hand locks, the others make up for it, the sum is exact. */
import { NumberInput, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatNumber, type Lang } from '#i18n';
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { fromTsv } from '../../ui/copy-tsv.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import { type Draft, type PoolTeam, split, spreadRest, type SplitMode } from './draft.ts';
import { type Template, useTemplateWords } from './template-step.tsx';

interface SheetProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  teams: readonly PoolTeam[];
  template: Template;
}

const rowsShown = 400;

/** "1.200" or "1,200" as typed or copied from a sheet; undefined when it is not a whole number. */
export function parseWhole(text: string): number | undefined {
  const digits = text.trim().replace(/[.,\s](?=\d{3}(\D|$))/g, '');
  return /^\d{1,8}$/.test(digits) ? Number(digits) : undefined;
}

/** The locked figures after a column of numbers was pasted from row `start` on. */
export function pasteColumn(
  fixed: Readonly<Record<string, number>>,
  teams: readonly PoolTeam[],
  start: number,
  text: string,
): Record<string, number> {
  const next = { ...fixed };
  fromTsv(text).forEach((cells, index) => {
    const team = teams[start + index];
    const value = parseWhole(cells[0] ?? '');
    if (team && value !== undefined) next[team.id] = value;
  });
  return next;
}

function useSplitCells({ draft, change, teams }: SheetProps) {
  const table = useRef<HTMLTableElement>(null);
  const lock = (id: string, value: number | undefined) => {
    const { [id]: _, ...rest } = draft.fixed;
    change({ fixed: value === undefined ? rest : { ...rest, [id]: value } });
  };
  const focusRow = (row: number) => table.current?.querySelector<HTMLInputElement>(`input[data-row="${row}"]`)?.focus();
  const onKeyDown = (row: number, team: PoolTeam, shown: number) => (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'ArrowDown') focusRow(row + 1);
    else if (event.key === 'ArrowUp') focusRow(row - 1);
    else if (event.key === 'F4') lock(team.id, draft.fixed[team.id] === undefined ? shown : undefined);
    else return;
    event.preventDefault();
  };
  const onPaste = (row: number) => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (!/[\n\t]/.test(text)) return;
    event.preventDefault();
    change({ fixed: pasteColumn(draft.fixed, teams, row, text) });
  };
  return { table, lock, onKeyDown, onPaste };
}

/** "15,4": targets on a hundred households, always with one decimal so that the column lines up. */
function perHundred(target: number, households: number | null, lang: Lang): string | null {
  if (!households) return null;
  const [whole = '0', tenth = '0'] = ((target / households) * 100).toFixed(1).split('.');
  return formatNumber(Number(whole), lang) + (lang === 'vi' ? ',' : '.') + tenth;
}

function Row({
  team,
  row,
  value,
  locked,
  cells,
  above,
}: {
  team: PoolTeam;
  row: number;
  value: number;
  locked: boolean;
  cells: ReturnType<typeof useSplitCells>;
  above: boolean;
}) {
  const { t, n, lang } = useI18n();
  const rate = perHundred(value, team.households, lang);
  return (
    <tr>
      <td>
        <b>{team.name}</b>
        {above && <span className="cell-2">{team.communeName}</span>}
        {team.tooFew && <span className="warn split-note"> · {t('assign.fewPeople', { n: team.members })}</span>}
      </td>
      <td data-right>{team.households === null ? <span className="muted">–</span> : n(team.households)}</td>
      <td data-right className="hide-small">
        {rate === null ? <span className="muted">–</span> : rate}
      </td>
      <td className="split-cell">
        <NumberInput
          size="xs"
          data-row={row}
          aria-label={t('split.cell', { team: team.name })}
          min={0}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator={lang === 'vi' ? '.' : ','}
          decimalSeparator={lang === 'vi' ? ',' : '.'}
          value={value}
          data-locked={locked || undefined}
          leftSection={locked ? <Icon name="lock" size={14} label={t('split.locked')} /> : null}
          onValueChange={(change, { source }) => {
            if (source === 'event') cells.lock(team.id, change.floatValue ?? 0);
          }}
          onKeyDown={cells.onKeyDown(row, team, value)}
          onPaste={cells.onPaste(row)}
        />
      </td>
    </tr>
  );
}

function SumLine({ draft, change, teams }: SheetProps) {
  const { t, n } = useI18n();
  const { sum, difference } = split(draft, teams);
  if (!draft.target) return <span>{t('split.noTarget')}</span>;
  if (difference === 0)
    return (
      <span className="good" role="status">
        <Icon name="equal" size={16} /> {t('split.matches')} <span className="num">{n(draft.target)}</span>
      </span>
    );
  return (
    <span className="late" role="alert">
      {t(difference > 0 ? 'split.missing' : 'split.tooMuch', { sum, n: Math.abs(difference) })}{' '}
      {difference > 0 && (
        <button type="button" className="strong-link" onClick={() => change({ fixed: spreadRest(draft, teams) })}>
          {t('split.spread')}
        </button>
      )}
    </span>
  );
}

export function SplitSheet(props: SheetProps) {
  const { draft, change, teams, template } = props;
  const { t, n, lang } = useI18n();
  const words = useTemplateWords();
  const cells = useSplitCells(props);
  const { targets, sum } = split(draft, teams);
  const indicator = template.indicators.find((each) => each.code === draft.indicatorCode);
  const name = indicator ? words.unit(indicator) : '';
  const unit = name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
  const households = teams.reduce((total, team) => total + (team.households ?? 0), 0);
  const without = draft.mode === 'households' ? teams.filter((team) => !team.households) : [];
  const above = new Set(teams.map((team) => team.communeId)).size > 1;
  const setMode = (mode: string) =>
    change({ mode: mode as SplitMode, fixed: mode === 'typed' ? Object.fromEntries(targets) : {} });
  const total = perHundred(sum, households, lang);
  return (
    <Card
      title={t('split.title')}
      aside={
        <SegmentedControl
          size="xs"
          value={draft.mode}
          onChange={setMode}
          data={[
            { value: 'households', label: t('split.households') },
            { value: 'even', label: t('split.even') },
            { value: 'typed', label: t('split.typed') },
          ]}
          aria-label={t('split.title')}
        />
      }
    >
      {without.length > 0 && (
        <p className="card-body warn split-warn">
          {t('split.noHouseholds', {
            names: nameList(
              t,
              without.map((team) => team.name),
            ),
          })}{' '}
          <Link to="/registers">{t('split.enter')}</Link> {t('split.or')}{' '}
          <button type="button" className="link" onClick={() => setMode('even')}>
            {t('split.even').toLocaleLowerCase('vi')}
          </button>
        </p>
      )}
      <div className="split-scroll">
        <table className="dt-table plain-table split-table" ref={cells.table}>
          <thead>
            <tr>
              <th>{t('assign.col.team')}</th>
              <th data-right>{t('assign.col.households')}</th>
              <th data-right className="hide-small">
                {t('split.perHundred', { unit })}
              </th>
              <th data-right>{t('split.target')}</th>
            </tr>
          </thead>
          <tbody>
            {teams.slice(0, rowsShown).map((team, row) => (
              <Row
                key={team.id}
                team={team}
                row={row}
                value={targets.get(team.id) ?? 0}
                locked={draft.mode !== 'typed' && draft.fixed[team.id] !== undefined}
                cells={cells}
                above={above}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t('split.total', { n: teams.length })}</td>
              <td data-right>{n(households)}</td>
              <td data-right className="hide-small">
                {total === null ? '–' : total}
              </td>
              <td data-right>{n(sum)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <div className="card-foot">
        <SumLine {...props} />
        <span>{t('split.lockNote')}</span>
      </div>
    </Card>
  );
}
