import { useState } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice, FormDialog, TextField } from '../../../ui/form.tsx';
import type { Reform } from '../reform-looks.ts';
import { type Edit, useEdit } from '../lines/use-lines.ts';
import { PersonPick } from './person-pick.tsx';
import {
  type Holder,
  kindOf,
  otherSeats,
  type Place,
  postOf,
  type SeatKind,
  seatWord,
  type Taken,
} from './use-people.ts';

interface Props {
  reform: Reform;
  place: Place;
  people: readonly Holder[];
  /** Absent of one more. */
  taken?: Taken;
  onClose: () => void;
}

function usePost({ reform, place, taken, onClose }: Props) {
  const [kind, setKind] = useState<SeatKind>(taken ? kindOf(taken) : (otherSeats(place).at(-1) ?? 'member'));
  const [holder, setHolder] = useState<Holder | null>(taken ?? null);
  const [title, setTitle] = useState(taken?.title ?? '');
  const edit = useEdit(reform, onClose);
  const drop: Edit[] = taken ? [{ do: 'drop', positions: [taken.line] }] : [];
  return {
    kind,
    setKind,
    holder,
    setHolder,
    title,
    setTitle,
    busy: edit.isPending,
    drop: () => edit.mutate(drop),
    save: () => {
      if (!holder) return;
      const isOther = taken && taken.person.id !== holder.person.id;
      edit.mutate([...(isOther ? drop : []), postOf(kind, holder, place, title.trim())]);
    },
  };
}

/** Who has a post in the unit of the day, and under which title. Another person takes the place of the one before. */
export function PostDialog(props: Props) {
  const { reform, place, people, taken, onClose } = props;
  const { t } = useI18n();
  const { kind, setKind, holder, setHolder, title, setTitle, busy, drop, save } = usePost(props);
  const seats = otherSeats(place);
  const seat = t(seatWord(kind));
  return (
    <FormDialog
      title={taken ? t('rp.changeOf', { seat, name: taken.person.fullName }) : t('rp.addTitle', { place: place.name })}
      label={t('rp.save')}
      busy={busy}
      disabled={!holder || !title.trim()}
      onClose={onClose}
      onSubmit={save}
    >
      {!taken && seats.length > 1 && (
        <Choice
          label={t('rp.seatLabel')}
          options={seats.map((value) => ({ value, label: t(seatWord(value)) }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <PersonPick
        reform={reform}
        people={people}
        label={t('rp.choose')}
        isSeen
        value={holder}
        onPick={(next) => {
          setHolder(next);
          setTitle(next.person.position ?? seat);
        }}
      />
      <TextField label={t('rp.newTitle')} required maxLength={200} value={title} onChange={setTitle} />
      {taken && (
        <button type="button" className="link" disabled={busy} onClick={drop}>
          {t('rp.drop')}
        </button>
      )}
    </FormDialog>
  );
}
