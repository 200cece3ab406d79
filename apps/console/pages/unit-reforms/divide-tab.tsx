import { Button, Radio } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice } from '../../ui/form.tsx';
import { Card } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { isOpen, type Line, type Reform } from './reform-looks.ts';
import { type Edit, useEdit, useLines } from './use-lines.ts';

type Division = Schemas['ReformDivision'];
type Places = ReadonlyMap<string, number | null>;

/** Units of which a part goes somewhere, each once. */
function dividedOf(lines: readonly Line[]): { id: string; fullName: string }[] {
  const units = lines.flatMap(({ kind, unit }) => (kind === 'part' && unit ? [unit] : []));
  return [...new Map(units.map((unit) => [unit.id, unit])).values()];
}

function Sums({ division, places }: { division: Division; places: Places }) {
  const { t, n } = useI18n();
  const of = (position: number | null) =>
    division.hamlets.filter(({ unit }) => (places.get(unit.id) ?? null) === position);
  const households = (hamlets: Division['hamlets']) => hamlets.reduce((sum, one) => sum + (one.households ?? 0), 0);
  const card = (position: number | null, title: string, key: string) => {
    const hamlets = of(position);
    return (
      <div key={key} className="ur-sum" data-open={position === null && hamlets.length > 0 ? true : undefined}>
        <span>{title}</span>
        <b className="num">{hamlets.length}</b>
        <small>
          {position === null
            ? t('ur.divide.openText')
            : t('ur.divide.sum', {
                n: hamlets.length,
                households: hamlets.some((one) => one.households !== null) ? n(households(hamlets)) : '–',
              })}
        </small>
      </div>
    );
  };
  return (
    <div className="ur-sums">
      {division.heirs.map(({ position, fullName }, at) => card(position, `${at + 1} ${fullName}`, String(position)))}
      {card(null, t('ur.divide.open'), 'open')}
    </div>
  );
}

/** The row that the keys are at goes on by itself: a digit chooses and goes down. */
function onKeys(event: KeyboardEvent<HTMLTableElement>, choose: (row: number, heir: number | null) => void): void {
  const row = Number((event.target as HTMLElement).closest('tr')?.dataset['row'] ?? -1);
  const digit = /^[0-9]$/.test(event.key) ? Number(event.key) : undefined;
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (row < 0 || (digit === undefined && step === 0)) return;
  event.preventDefault();
  if (digit !== undefined) choose(row, digit === 0 ? null : digit - 1);
  const next = event.currentTarget.querySelector<HTMLElement>(`tr[data-row="${row + (step || 1)}"] input`);
  next?.focus();
}

function HamletRow({
  row,
  hamlet: { unit, households },
  heirs,
  place,
  may,
  onPlace,
}: {
  row: number;
  hamlet: Division['hamlets'][number];
  heirs: Division['heirs'];
  place: number | null;
  may: boolean;
  onPlace: (position: number) => void;
}) {
  const { t, n } = useI18n();
  return (
    <tr data-row={row} data-open={place === null ? true : undefined}>
      <th scope="row">
        {unit.fullName} {place === null && <em>{t('ur.divide.open')}</em>}
      </th>
      <td className="num">{households === null ? '–' : n(households)}</td>
      {heirs.map(({ position, fullName }) => (
        <td key={position}>
          <label className="ur-pick">
            <Radio
              name={unit.id}
              disabled={!may}
              aria-label={t('ur.divide.to', { hamlet: unit.fullName, heir: fullName })}
              checked={place === position}
              onChange={() => onPlace(position)}
            />
          </label>
        </td>
      ))}
    </tr>
  );
}

function DivideTable({
  division,
  places,
  set,
  may,
}: {
  division: Division;
  places: Places;
  set: (hamletId: string, position: number | null) => void;
  may: boolean;
}) {
  const { t } = useI18n();
  const { hamlets, heirs } = division;
  const choose = (row: number, heir: number | null) => {
    const hamlet = hamlets[row];
    const position = heir === null ? null : heirs[heir]?.position;
    if (hamlet && position !== undefined && may) set(hamlet.unit.id, position);
  };
  return (
    <table className="ur-divide" onKeyDown={(event) => onKeys(event, choose)}>
      <thead>
        <tr>
          <th scope="col">{t('ur.divide.hamlet')}</th>
          <th scope="col" className="num">
            {t('ur.divide.households')}
          </th>
          {heirs.map(({ position, fullName }, at) => (
            <th key={position} scope="col">
              <kbd>{at + 1}</kbd> {fullName}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hamlets.map((hamlet, row) => (
          <HamletRow
            key={hamlet.unit.id}
            row={row}
            hamlet={hamlet}
            heirs={heirs}
            place={places.get(hamlet.unit.id) ?? null}
            may={may}
            onPlace={(position) => set(hamlet.unit.id, position)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** What differs from what is written, each heir's hamlets together. */
function editsOf(division: Division, places: Places): Edit[] {
  const changed = division.hamlets.filter(({ unit, intoPosition }) => (places.get(unit.id) ?? null) !== intoPosition);
  const into = [...new Set(changed.map(({ unit }) => places.get(unit.id) ?? null))];
  return into.map((intoPosition) => ({
    do: 'allot',
    intoPosition,
    hamletIds: changed.flatMap(({ unit }) => ((places.get(unit.id) ?? null) === intoPosition ? [unit.id] : [])),
  }));
}

function Divide({ reform, division, may }: { reform: Reform; division: Division; may: boolean }) {
  const { t } = useI18n();
  const [places, setPlaces] = useState<Places>(
    () => new Map(division.hamlets.map(({ unit, intoPosition }) => [unit.id, intoPosition])),
  );
  const edit = useEdit(reform, () => showNotice(t('ur.divide.saved')));
  const edits = editsOf(division, places);
  const open = division.hamlets.filter(({ unit }) => !places.get(unit.id)).length;
  const unit = division.unit.fullName;
  return (
    <>
      <Sums division={division} places={places} />
      <Card
        title={open > 0 ? t('ur.divide.title', { unit, n: open }) : t('ur.divide.done', { unit })}
        note={t('ur.divide.keys')}
        aside={
          may && (
            <Button disabled={edits.length === 0} loading={edit.isPending} onClick={() => edit.mutate(edits)}>
              {t('ur.divide.save')}
            </Button>
          )
        }
      >
        <div className="ur-scroll">
          <DivideTable
            division={division}
            places={places}
            may={may}
            set={(id, position) => setPlaces((now) => new Map(now).set(id, position))}
          />
        </div>
      </Card>
    </>
  );
}

/** Every hamlet of a divided unit goes to one heir, by hand and with nothing left over. */
export function DivideTab({ reform }: { reform: Reform }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const divided = dividedOf(useLines(reform).rows);
  const [chosen, setChosen] = useState<string | null>(null);
  const unitId = chosen ?? divided[0]?.id ?? '';
  const query = api.useQuery(
    'get',
    '/reforms/{reformId}/divided/{dividedId}',
    { params: { path: { reformId: reform.id, dividedId: unitId } } },
    { enabled: unitId !== '' },
  );
  if (divided.length === 0)
    return (
      <Card>
        <p className="card-body muted">{t('ur.divide.none')}</p>
      </Card>
    );
  const may = isOpen(reform, me.today) && reform.state !== 'scheduled';
  return (
    <div className="ur-stack">
      {divided.length > 1 && (
        <Choice
          label={t('ur.divide.pick')}
          searchable
          options={divided.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          value={unitId}
          onChange={setChosen}
        />
      )}
      <Loaded query={query} rows={6}>
        {(division) => <Divide key={`${unitId} ${reform.version}`} reform={reform} division={division} may={may} />}
      </Loaded>
    </div>
  );
}
