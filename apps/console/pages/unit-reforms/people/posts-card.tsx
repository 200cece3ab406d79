import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { formatDate } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Chip } from '../../../ui/layout.tsx';
import type { Reform } from '../reform-looks.ts';
import { useEdit } from '../lines/use-lines.ts';
import { Held, PersonPick } from './person-pick.tsx';
import { PostDialog } from './post-dialog.tsx';
import { kindOf, type PlacePeople, postOf, type SeatKind, seatWord, singleSeats, type Taken } from './use-people.ts';

interface Shown {
  reform: Reform;
  of: PlacePeople;
  may: boolean;
}

/** Chosen in two units of the day: allowed, and said. */
function Twice({ reform, of, taken }: Shown & { taken: Taken }) {
  const { t } = useI18n();
  const [isKept, setKept] = useState(false);
  const edit = useEdit(reform);
  const { elsewhere, line } = taken;
  if (elsewhere.length === 0 || isKept) return null;
  const places = [{ line, name: of.place.name }, ...elsewhere];
  return (
    <span className="rp-twice">
      {t('rp.twice', { n: places.length })}{' '}
      <button type="button" className="link" onClick={() => setKept(true)}>
        {t('rp.keepBoth')}
      </button>
      {places.map((place) => (
        <button
          key={place.line}
          type="button"
          className="link"
          disabled={edit.isPending}
          onClick={() => edit.mutate([{ do: 'drop', positions: [place.line] }])}
        >
          {t('rp.dropAt', { place: place.name })}
        </button>
      ))}
    </span>
  );
}

/** Somebody has the seat in a unit that goes on: one of the two has it from the day on. */
function HeldBy({ reform, of, may, taken }: Shown & { taken: Taken }) {
  const { t, lang } = useI18n();
  const edit = useEdit(reform);
  const { heldBy, replaces, line, title, person } = taken;
  if (heldBy.length === 0) return null;
  const names = heldBy.map(({ fullName }) => fullName).join(', ');
  const day = formatDate(reform.onDate, lang, { withYear: true });
  if (replaces) return <span className="cell-2">{t('rp.replaces', { names, day })}</span>;
  return (
    <span className="rp-twice">
      {t('rp.held', { names })}
      {may && (
        <>
          {' '}
          <button
            type="button"
            className="link"
            disabled={edit.isPending}
            onClick={() => edit.mutate([postOf(kindOf(taken), taken, of.place, title, true)])}
          >
            {t('rp.heldReplace', { name: person.fullName })}
          </button>{' '}
          <button
            type="button"
            className="link"
            disabled={edit.isPending}
            onClick={() => edit.mutate([{ do: 'drop', positions: [line] }])}
          >
            {t('rp.heldKeep', { names })}
          </button>
        </>
      )}
    </span>
  );
}

function TakenRow({ reform, of, may, taken, onChange }: Shown & { taken: Taken; onChange: () => void }) {
  const { t, lang } = useI18n();
  const seat = t(seatWord(kindOf(taken)));
  const isAsked = taken.heldBy.length > 0 && !taken.replaces;
  return (
    <tr data-open={isAsked || undefined}>
      <th scope="row">
        {seat}
        {taken.title !== seat && <span className="cell-2">{taken.title}</span>}
      </th>
      <td>
        {taken.person.fullName}
        <Held holder={taken} />
        {!taken.hasAccount && (
          <span className="cell-2">
            {t('rp.noAccount', { day: formatDate(reform.onDate, lang, { withYear: true }) })}
          </span>
        )}
        <HeldBy reform={reform} of={of} may={may} taken={taken} />
        {may && <Twice reform={reform} of={of} may={may} taken={taken} />}
      </td>
      <td>
        <Chip
          {...(isAsked
            ? ({ tone: 'late', icon: 'alert-circle' } as const)
            : ({ tone: 'done', icon: 'check' } as const))}
        >
          {t(isAsked ? 'rp.heldState' : 'rp.chosen')}
        </Chip>
      </td>
      <td>
        {may && (
          <button
            type="button"
            className="link"
            aria-label={t('rp.changeOf', { seat, name: taken.person.fullName })}
            onClick={onChange}
          >
            {t('rp.change')}
          </button>
        )}
      </td>
    </tr>
  );
}

function EmptyRow({ reform, of, may, kind }: Shown & { kind: SeatKind }) {
  const { t } = useI18n();
  const edit = useEdit(reform);
  const seat = t(seatWord(kind));
  const unclear = of.people.filter(({ state }) => state === 'unclear');
  const rest = of.people.filter(({ state }) => state !== 'unclear');
  return (
    <tr data-open>
      <th scope="row">{seat}</th>
      <td>
        {may && (
          <PersonPick
            key={of.posts.length}
            reform={reform}
            people={[...unclear, ...rest]}
            label={t('rp.chooseFor', { seat })}
            description={t('rp.fits', { n: unclear.length })}
            onPick={(holder) => edit.mutate([postOf(kind, holder, of.place, holder.person.position ?? seat)])}
          />
        )}
      </td>
      <td>
        <Chip tone="late" icon="alert-circle">
          {t('rp.empty')}
        </Chip>
      </td>
      <td />
    </tr>
  );
}

/** Between rows; a list that is open has the arrows for itself. */
function onArrows(event: KeyboardEvent<HTMLTableElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const from = event.target as HTMLElement;
  if (step === 0 || event.altKey || from.getAttribute('aria-expanded') === 'true') return;
  const rows = [...event.currentTarget.querySelectorAll('tbody tr')];
  const next = rows[rows.indexOf(from.closest('tr') as Element) + step];
  const field = next?.querySelector<HTMLElement>('input, button');
  if (!field) return;
  event.preventDefault();
  event.stopPropagation();
  field.focus();
}

function PostsTable({ onOpen, ...shown }: Shown & { onOpen: (taken: Taken) => void }) {
  const { t } = useI18n();
  const { of } = shown;
  const isSingle = (taken: Taken) => (singleSeats as readonly SeatKind[]).includes(kindOf(taken));
  const rowOf = (one: Taken) => <TakenRow key={one.line} {...shown} taken={one} onChange={() => onOpen(one)} />;
  return (
    <table className="rp-table" onKeyDownCapture={onArrows}>
      <thead>
        <tr>
          <th scope="col">{t('rp.col.post')}</th>
          <th scope="col">{t('rp.col.person')}</th>
          <th scope="col">{t('rp.col.state')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {singleSeats.map((kind) => {
          const one = of.posts.find((post) => kindOf(post) === kind);
          if (one) return rowOf(one);
          return of.place.empty.includes(kind) && <EmptyRow key={kind} {...shown} kind={kind} />;
        })}
        {of.posts.filter((one) => !isSingle(one)).map(rowOf)}
      </tbody>
    </table>
  );
}

/** Posts of one unit of the day: the ones that it cannot do without first, filled or empty. */
export function PostsCard(shown: Shown) {
  const { t, lang } = useI18n();
  const [open, setOpen] = useState<Taken | 'more' | null>(null);
  const { reform, of, may } = shown;
  const { place, people } = of;
  const add = (
    <Button variant="default" leftSection={<Icon name="user-plus" size={16} />} onClick={() => setOpen('more')}>
      {t('rp.add')}
    </Button>
  );
  return (
    <Card
      title={t('rp.posts', { place: place.name })}
      note={t('rp.fromDay', { day: formatDate(reform.onDate, lang, { withYear: true }) })}
      aside={may && add}
    >
      <PostsTable {...shown} onOpen={setOpen} />
      <p className="rp-foot">
        {place.kind === 'commune' && place.isNew && t('rp.draft', { place: place.name })}
        {may && <span>{t('rp.keys')}</span>}
      </p>
      {open && (
        <PostDialog
          reform={reform}
          place={place}
          people={people}
          {...(open !== 'more' && { taken: open })}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}
