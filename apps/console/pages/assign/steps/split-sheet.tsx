/** One target over many teams as a small sheet: a cell typed by hand locks, the others make up for it, the sum is exact. */
import { NumberInput, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatNumber, type Lang } from '#i18n';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';
import { nameList } from '../../../ui/names.ts';
import { type Division, type Draft, type PoolTeam, split, spreadRest, type SplitMode } from '../draft.ts';
import { PasteFindings } from './paste-findings.tsx';
import { type PasteFinding, pasteTargets } from './paste-targets.ts';
import { type Template, useTemplateWords } from './template-step.tsx';

interface SheetProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** Of the own commune, or communes that are given numbers; none where the server splits. */
  teams: readonly PoolTeam[];
  division: Division;
  indicator: Template['indicators'][number] | undefined;
}

function useSplitCells({ draft, change, teams }: SheetProps) {
  const [findings, setFindings] = useState<readonly PasteFinding[]>([]);
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
    const pasted = pasteTargets(teams, row, text);
    setFindings(pasted.findings);
    change({ fixed: { ...draft.fixed, ...pasted.values } });
  };
  return { table, lock, onKeyDown, onPaste, findings, forget: () => setFindings([]) };
}

/** "15,4": targets on a hundred households, always with one decimal so that the column lines up. */
function perHundred(target: number, households: number | null, lang: Lang): string | null {
  if (!households) return null;
  const [whole = '0', tenth = '0'] = ((target / households) * 100).toFixed(1).split('.');
  return formatNumber(Number(whole), lang) + (lang === 'vi' ? ',' : '.') + tenth;
}

interface RowProps {
  team: PoolTeam;
  row: number;
  value: number;
  locked: boolean;
  cells: ReturnType<typeof useSplitCells>;
}

function TargetCell({ team, row, value, locked, cells }: RowProps) {
  const { t, lang } = useI18n();
  const vi = lang === 'vi';
  return (
    <NumberInput
      size="xs"
      data-row={row}
      aria-label={t('split.cell', { team: team.name })}
      min={0}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator={vi ? '.' : ','}
      decimalSeparator={vi ? ',' : '.'}
      value={value}
      data-locked={locked || undefined}
      leftSection={locked ? <Icon name="lock" size={14} label={t('split.locked')} /> : null}
      onValueChange={(typed, { source }) => {
        if (source === 'event') cells.lock(team.id, typed.floatValue ?? 0);
      }}
      onKeyDown={cells.onKeyDown(row, team, value)}
      onPaste={cells.onPaste(row)}
    />
  );
}

function Rate({ target, households }: { target: number; households: number | null }) {
  const { lang } = useI18n();
  const rate = perHundred(target, households, lang);
  return rate === null ? <span className="muted">–</span> : <>{rate}</>;
}

function Row(props: RowProps) {
  const { team, value } = props;
  const { t, n } = useI18n();
  return (
    <tr>
      <td>
        <b>{team.name}</b>
        {team.tooFew && <span className="warn split-note"> · {t('assign.fewPeople', { n: team.members })}</span>}
      </td>
      <td data-right>{team.households === null ? <span className="muted">–</span> : n(team.households)}</td>
      <td data-right className="hide-small">
        <Rate target={value} households={team.households} />
      </td>
      <td className="split-cell">
        <TargetCell {...props} />
      </td>
    </tr>
  );
}

/** Teams of many communes: one row a commune, to be read; the shares of its teams follow the same rule. */
function CommuneRows({ communes }: Pick<Division, 'communes'>) {
  const { n } = useI18n();
  return communes.map(({ id, name, households, target }) => (
    <tr key={id}>
      <td>
        <b>{name}</b>
      </td>
      <td data-right>{n(households)}</td>
      <td data-right className="hide-small">
        <Rate target={target} households={households} />
      </td>
      <td data-right>{n(target)}</td>
    </tr>
  ));
}

function SumLine({ draft, change, teams, division }: SheetProps) {
  const { t, n } = useI18n();
  const { sum, difference } = division;
  const ofCommunes = draft.to === 'communes';
  const said = difference > 0 ? 'missing' : 'tooMuch';
  if (!draft.target) return <span>{t('split.noTarget')}</span>;
  if (difference === 0)
    return (
      <span className="good" role="status">
        <Icon name="equal" size={16} /> {t('split.matches')} <span className="num">{n(draft.target)}</span>
      </span>
    );
  return (
    <span className="late" role="alert">
      {t(`${ofCommunes ? 'allot' : 'split'}.${said}`, { sum, n: Math.abs(difference) })}{' '}
      {difference > 0 && (
        <button type="button" className="strong-link" onClick={() => change({ fixed: spreadRest(draft, teams) })}>
          {t('split.spread')}
        </button>
      )}
    </span>
  );
}

interface TableProps extends SheetProps {
  above: boolean;
  cells: ReturnType<typeof useSplitCells>;
}

function SplitTable(props: TableProps) {
  const { draft, teams, indicator, above, division, cells } = props;
  const { t, n } = useI18n();
  const words = useTemplateWords();
  const { targets } = split(draft, teams);
  const { sum, households } = division;
  const name = indicator ? words.unit(indicator) : '';
  const unit = name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
  const locked = (team: PoolTeam) => draft.mode !== 'typed' && draft.fixed[team.id] !== undefined;
  return (
    <table className="dt-table plain-table split-table" ref={cells.table}>
      <thead>
        <tr>
          <th>{above || draft.to === 'communes' ? t('assign.col.commune') : t('assign.col.team')}</th>
          <th data-right>{t('assign.col.households')}</th>
          <th data-right className="hide-small">
            {t('split.perHundred', { unit })}
          </th>
          <th data-right>{t('split.target')}</th>
        </tr>
      </thead>
      <tbody>
        {above && <CommuneRows communes={division.communes} />}
        {!above &&
          teams.map((team, row) => (
            <Row key={team.id} {...{ team, row, cells }} value={targets.get(team.id) ?? 0} locked={locked(team)} />
          ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{t(draft.to === 'communes' ? 'allot.total' : 'split.total', { n: division.teams })}</td>
          <td data-right>{n(households)}</td>
          <td data-right className="hide-small">
            <Rate target={sum} households={households} />
          </td>
          <td data-right>{n(sum)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function WithoutHouseholds({ unknown, onEven }: Pick<Division, 'unknown'> & { onEven: () => void }) {
  const { t } = useI18n();
  if (unknown.n === 0) return null;
  return (
    <p className="card-body warn split-warn">
      {t('split.noHouseholds', { names: nameList(t, unknown.names, 3, unknown.n) })}{' '}
      <Link to="/registers">{t('split.enter')}</Link> {t('split.or')}{' '}
      <button type="button" className="link" onClick={onEven}>
        {t('split.even').toLocaleLowerCase('vi')}
      </button>
    </p>
  );
}

export function SplitSheet(props: SheetProps) {
  const { draft, change, teams, division } = props;
  const { t } = useI18n();
  const above = !useIdentity().commune && draft.to === 'teams';
  const cells = useSplitCells(props);
  const setMode = (mode: string) => {
    const fixed = mode === 'typed' ? Object.fromEntries(split(draft, teams).targets) : {};
    change({ mode: mode as SplitMode, fixed });
  };
  const modes = above ? (['households', 'even'] as const) : (['households', 'even', 'typed'] as const);
  const data = modes.map((mode) => ({ value: mode, label: t(`split.${mode}`) }));
  const choice = (
    <SegmentedControl size="xs" value={draft.mode} onChange={setMode} data={data} aria-label={t('split.title')} />
  );
  return (
    <Card title={t(draft.to === 'communes' ? 'allot.split' : 'split.title')} aside={choice}>
      {draft.mode === 'households' && <WithoutHouseholds unknown={division.unknown} onEven={() => setMode('even')} />}
      <div className="split-scroll">
        <SplitTable {...props} above={above} cells={cells} />
      </div>
      <PasteFindings findings={cells.findings} onClose={cells.forget} />
      <div className="card-foot">
        <SumLine {...props} />
        {!above && <span>{t(draft.to === 'communes' ? 'allot.pasteNote' : 'split.lockNote')}</span>}
      </div>
    </Card>
  );
}
