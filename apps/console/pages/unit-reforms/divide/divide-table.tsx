import { Radio, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Chip } from '../../../ui/layout.tsx';
import { useViewportStep } from '../../../ui/viewport.ts';
import type { useDivideKeys } from './divide-keys.ts';
import {
  type Division,
  type Heir,
  isOpenRow,
  type Place,
  type Places,
  rowsAt,
  type Row,
  sumOf,
} from './divide-places.ts';

/** More heirs than digits: a list in the row. On a phone there is no room for columns either. */
const MOST_COLUMNS = 9;
const NARROW = 720;

interface TableProps {
  division: Division;
  rows: readonly Row[];
  all: readonly Row[];
  places: Places;
  may: boolean;
  keys: ReturnType<typeof useDivideKeys>;
  onPlace: (row: Row, place: Place) => void;
  onOpen: (row: Row) => void;
}

function Name({ row, places, narrow, onOpen }: { row: Row; places: Places; narrow: boolean; onOpen: () => void }) {
  const { t, n } = useI18n();
  const { kind, name, hamlet, households, members } = row;
  const small =
    narrow &&
    [
      kind === 'half' ? null : hamlet.leader,
      households === null ? null : t('ur.divide.nHouseholds', { households: n(households) }),
      t('ur.divide.nMembers', { n: members }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      {kind === 'half' && <span aria-hidden="true">↰ </span>}
      {name}{' '}
      {kind === 'split' && (
        <Chip tone="doing" icon="arrows-exchange">
          {t('ur.divide.split')}
        </Chip>
      )}
      {isOpenRow(row, places) && <em>{t('ur.divide.open')}</em>}
      {small && <span className="cell-2">{small}</span>}
      {narrow && kind !== 'half' && (
        <button type="button" className="link ur-open" onClick={onOpen}>
          {t(kind === 'split' ? 'ur.divide.change' : 'ur.divide.inTwo')}
        </button>
      )}
    </>
  );
}

function Leader({ row, onOpen }: { row: Row; onOpen: () => void }) {
  const { t } = useI18n();
  if (row.kind === 'half')
    return (
      <button type="button" className="link" tabIndex={-1} onClick={onOpen}>
        {t('ur.divide.people', { n: row.members })}
      </button>
    );
  return row.hamlet.team ? row.hamlet.leader : <b className="ur-warn">{t('ur.divide.noTeam')}</b>;
}

/** Of a divided hamlet the parts beside the whole: 238 = 120 + 118. */
function Parts({ whole, parts }: { whole: number | null; parts: readonly number[] }) {
  const { n } = useI18n();
  const own = whole === null ? '–' : n(whole);
  return parts.length > 0 ? `${own} = ${parts.map((part) => n(part)).join(' + ')}` : own;
}

function Picks({
  row,
  heirs,
  place,
  may,
  isStop,
  onPlace,
}: {
  row: Row;
  heirs: readonly Heir[];
  place: Place;
  may: boolean;
  isStop: boolean;
  onPlace: (place: Place) => void;
}) {
  const { t } = useI18n();
  if (row.kind === 'split') return heirs.map(({ position }) => <td key={position} />);
  return heirs.map(({ position, fullName }, at) => {
    const checked = place === position;
    return (
      <td key={position}>
        <label className="ur-pick">
          <Radio
            name={row.key}
            disabled={!may}
            tabIndex={isStop && (checked || (place === null && at === 0)) ? 0 : -1}
            aria-label={t('ur.divide.to', { hamlet: row.name, heir: fullName })}
            checked={checked}
            onChange={() => onPlace(position)}
          />
        </label>
      </td>
    );
  });
}

function Pick({
  row,
  heirs,
  place,
  may,
  onPlace,
}: {
  row: Row;
  heirs: readonly Heir[];
  place: Place;
  may: boolean;
  onPlace: (place: Place) => void;
}) {
  const { t } = useI18n();
  if (row.kind === 'split') return <td />;
  return (
    <td className="ur-select">
      <Select
        aria-label={t('ur.divide.whereTo', { hamlet: row.name })}
        placeholder={t('form.choose')}
        searchable={heirs.length > MOST_COLUMNS}
        disabled={!may}
        clearable
        clearButtonProps={{ 'aria-label': t('ur.divide.clear', { hamlet: row.name }) }}
        data={heirs.map(({ position, fullName }, at) => ({ value: String(position), label: `${at + 1} ${fullName}` }))}
        value={place === null ? null : String(place)}
        onChange={(chosen) => onPlace(chosen === null ? null : Number(chosen))}
      />
    </td>
  );
}

function Line({
  row,
  index,
  number,
  ...props
}: Omit<TableProps, 'rows' | 'all'> & { row: Row; index: number; number: string }) {
  const { division, places, may, keys, onPlace, onOpen } = props;
  const narrow = useViewportStep() < NARROW;
  const open = isOpenRow(row, places);
  const isStop = keys.at === index;
  const halves = row.kind === 'split' ? (row.hamlet.halves ?? []) : [];
  const place = places.get(row.key) ?? null;
  const pick = { row, heirs: division.heirs, place, may, onPlace: (to: Place) => onPlace(row, to) };
  return (
    <tr
      data-row={index}
      data-open={open || undefined}
      data-kind={row.kind}
      data-marked={keys.isMarked(index) || undefined}
      onFocus={() => keys.stop(index)}
    >
      {!narrow && <td className="num">{number}</td>}
      <th scope="row" tabIndex={row.kind === 'split' && isStop ? 0 : -1} data-stop={row.kind === 'split' || undefined}>
        <Name row={row} places={places} narrow={narrow} onOpen={() => onOpen(row)} />
      </th>
      {!narrow && (
        <>
          <td>
            <Leader row={row} onOpen={() => onOpen(row)} />
          </td>
          <td className="num">
            <Parts whole={row.households} parts={halves.map(({ households }) => households)} />
          </td>
          <td className="num">
            <Parts whole={row.members} parts={halves.map(({ memberIds }) => memberIds.length)} />
          </td>
        </>
      )}
      {narrow || division.heirs.length > MOST_COLUMNS ? <Pick {...pick} /> : <Picks {...pick} isStop={isStop} />}
    </tr>
  );
}

function Head({ heirs, narrow }: { heirs: readonly Heir[]; narrow: boolean }) {
  const { t } = useI18n();
  const columns: ReactNode =
    narrow || heirs.length > MOST_COLUMNS ? (
      <th scope="col">{t('ur.divide.goes')}</th>
    ) : (
      heirs.map(({ position, fullName }, at) => (
        <th key={position} scope="col">
          <kbd>{at + 1}</kbd> {fullName}
        </th>
      ))
    );
  return (
    <thead>
      <tr>
        {!narrow && (
          <th scope="col" className="num">
            {t('ur.divide.number')}
          </th>
        )}
        <th scope="col">{t('ur.divide.hamlet')}</th>
        {!narrow && (
          <>
            <th scope="col">{t('ur.divide.leader')}</th>
            <th scope="col" className="num">
              {t('ur.divide.households')}
            </th>
            <th scope="col" className="num">
              {t('ur.divide.members')}
            </th>
          </>
        )}
        {columns}
      </tr>
    </thead>
  );
}

function Foot({ division, all, places }: Pick<TableProps, 'division' | 'all' | 'places'>) {
  const { t, n } = useI18n();
  const { hamlets, heirs } = division;
  const whole = sumOf(all.filter(({ kind }) => kind !== 'half'));
  const parts = sumOf(all.filter(({ kind }) => kind !== 'split'));
  const shown = (households: number | null) => (households === null ? '–' : n(households));
  const split = parts.hamlets !== hamlets.length;
  return (
    <tfoot>
      <tr>
        <td />
        <th scope="row">
          {split
            ? t('ur.divide.sumSplit', { a: hamlets.length, b: parts.hamlets })
            : t('ur.divide.sumAll', { n: hamlets.length })}
        </th>
        <td>
          {split
            ? t('ur.divide.teamsSplit', { a: whole.teams, b: parts.teams })
            : t('ur.divide.nTeams', { n: whole.teams })}
        </td>
        <td className="num">{shown(whole.households)}</td>
        <td className="num">{n(whole.members)}</td>
        {heirs.length > MOST_COLUMNS ? (
          <td />
        ) : (
          heirs.map(({ position }) => (
            <td key={position}>
              {t('ur.divide.nHouseholds', { households: shown(sumOf(rowsAt(all, places, position)).households) })}
            </td>
          ))
        )}
      </tr>
    </tfoot>
  );
}

/** Hamlets below each other, units of the day beside each other. */
export function DivideTable({ rows, all, ...props }: TableProps) {
  const { t } = useI18n();
  const { division, keys } = props;
  const narrow = useViewportStep() < NARROW;
  const numbers = new Map(division.hamlets.map(({ unit }, at) => [unit.id, String(at + 1)]));
  return (
    <table
      ref={keys.table}
      className="ur-divide"
      aria-label={t('ur.divide.label', { unit: division.unit.fullName })}
      onKeyDown={keys.onKeyDown}
      onPaste={keys.onPaste}
    >
      <Head heirs={division.heirs} narrow={narrow} />
      <tbody>
        {rows.map((row, index) => (
          <Line key={row.key} row={row} index={index} number={numbers.get(row.key) ?? ''} {...props} />
        ))}
      </tbody>
      {!narrow && <Foot division={division} all={all} places={props.places} />}
    </table>
  );
}
