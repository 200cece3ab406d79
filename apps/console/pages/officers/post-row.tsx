import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { PostState } from '#contracts/access/officers';
import { addDays, formatDate, formatMoment } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { Chip, type Tone } from '../../ui/layout.tsx';
import { PlaceActs, PostActs } from './post-acts.tsx';
import type { ChosenPosts } from './many/use-chosen.ts';
import { inPlace, keyOf, type OfficerPost, type PostAct } from './use-posts.ts';

const looks: Record<PostState, { tone: Tone; icon: IconName }> = {
  vacant: { tone: 'late', icon: 'user-exclamation' },
  asking: { tone: 'late', icon: 'lock' },
  never: { tone: 'doing', icon: 'eye-off' },
  standIn: { tone: 'accepted', icon: 'arrows-exchange' },
  later: { tone: 'doing', icon: 'clock' },
  held: { tone: 'done', icon: 'check' },
};

/** What the row's holder did or was given last, in one line. */
function useNote({ state, standIn, caretaker, to, invitedAt, askedAt, handover }: OfficerPost): string | null {
  const { t, lang } = useI18n();
  const moment = (instant: string) => formatMoment(instant, Date.now(), lang);
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  if (state === 'asking' && askedAt) return t('officers.asked', { at: moment(askedAt) });
  if (handover && handover.mode !== 'caretaker') {
    const values = { name: handover.to?.fullName ?? '', day: day(handover.fromOn) };
    return t(`handover.pending.${handover.mode}`, values);
  }
  if (caretaker) return t('handover.cares');
  if (state === 'never')
    return invitedAt ? t('officers.invitedOn', { day: moment(invitedAt) }) : t('officers.notInvited');
  if (to && (standIn || state !== 'vacant')) return t('officers.until', { day: day(addDays(to, -1)) });
  return null;
}

interface PostRowProps {
  row: OfficerPost;
  chosen: ChosenPosts;
  onAct: (act: PostAct, row: OfficerPost) => void;
}

/** One of the places in which a company's person teaches. */
function PlaceRow({ row, onAct }: Pick<PostRowProps, 'row' | 'onAct'>) {
  const { lang } = useI18n();
  const note = useNote(row);
  return (
    <tr className="officer-place">
      <td />
      <td>↳ {row.unit.fullName}</td>
      <td>{note && <span className="cell-2">{note}</span>}</td>
      <td className="num hide-small">{row.from && formatDate(row.from, lang, { withYear: true })}</td>
      <td className="hide-small" colSpan={3} />
      <td className="officer-act">
        <PlaceActs row={row} onAct={onAct} />
      </td>
    </tr>
  );
}

/** A company's person has one post, whose places open below it. */
export function PostRow(props: PostRowProps) {
  const { row, onAct } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <OwnRow {...props} isOpen={isOpen} onOpen={() => setOpen(!isOpen)} />
      {isOpen && row.places.map((place) => <PlaceRow key={place.id} row={inPlace(row, place)} onAct={onAct} />)}
    </>
  );
}

function OwnRow({ row, chosen, onAct, isOpen, onOpen }: PostRowProps & { isOpen: boolean; onOpen: () => void }) {
  const { t, lang } = useI18n();
  const note = useNote(row);
  const { person, state } = row;
  const isChosen = chosen.has(row);
  const named = person ? person.fullName : `${row.title}, ${row.unit.fullName}`;
  const seen = row.lastSeenAt ? formatMoment(row.lastSeenAt, Date.now(), lang) : null;
  return (
    <tr data-chosen={isChosen || undefined}>
      <td className="officer-tick">
        {chosen.may(row) && (
          <Checkbox
            aria-label={t('officers.choose', { name: named })}
            checked={isChosen}
            onChange={(event) => chosen.set([row], new Set(event.currentTarget.checked ? [keyOf(row)] : []))}
          />
        )}
      </td>
      <td>
        {row.standIn && <span aria-hidden="true">↳ </span>}
        {row.standIn ? t('officers.standsIn') : row.title}
        {row.places.length > 0 && (
          <button type="button" className="link officer-places" aria-expanded={isOpen} onClick={onOpen}>
            {t('officers.places', { n: row.places.length })}
          </button>
        )}
      </td>
      <td>
        {person ? person.fullName : <b className="officer-nobody">{t('officers.nobody')}</b>}
        {note && <span className="cell-2">{note}</span>}
      </td>
      <td className="num hide-small">{row.from ? formatDate(row.from, lang, { withYear: true }) : '–'}</td>
      <td className="hide-small">
        {person && !seen ? <b className="officer-never">{t('officers.neverIn')}</b> : (seen ?? '–')}
      </td>
      <td className="hide-small">{person && t(row.hasSecondFactor ? 'officers.factorOn' : 'officers.factorOff')}</td>
      <td>
        <Chip {...looks[state]}>{t(`officers.f.${state}`)}</Chip>
      </td>
      <td className="officer-act">
        <PostActs row={row} onAct={onAct} />
      </td>
    </tr>
  );
}
