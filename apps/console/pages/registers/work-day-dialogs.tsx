import { useState } from 'react';
import { weekdayName, yearOf } from '#i18n';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField, FormDialog, TextField } from '../../ui/form.tsx';
import {
  afterwards,
  dateText,
  firstYear,
  type Kind,
  kinds,
  lastYear,
  type Moved,
  type WorkDay,
  type Wrong,
  wrongFields,
} from './work-days.ts';

const touches = ['/work-days', '/units/{unitId}/reports', '/reports/{reportId}'] as const;

interface DialogProps {
  onClose: () => void;
  /** The day's year, and which due days moved. */
  onDone: (year: number, moved: Moved) => void;
}

/** Says what was done; where due days moved, the page says which. */
function useSay({ onClose, onDone }: DialogProps) {
  const { t, lang } = useI18n();
  return (word: 'days.added' | 'days.removed', { name, day }: WorkDay, moved: Moved) => {
    const said = t(word, { name, date: dateText(day, lang) });
    onDone(yearOf(day), moved);
    sayAndClose(moved.length > 0 ? said : `${said} ${t('days.noneMoved')}`, onClose);
  };
}

function useAdd(dialog: DialogProps) {
  const i18n = useI18n();
  const [day, setDay] = useState<string | null>(null);
  const [kind, setKind] = useState<Kind>('holiday');
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<Wrong>({});
  const say = useSay(dialog);
  const add = useCommand({
    send: (_: void, header) =>
      client.POST('/work-days', { params: { header }, body: { day: day ?? '', kind, name: name.trim() } }),
    touches,
    done: ({ workDay, moved }) => say('days.added', workDay, moved),
    failed: (error) => {
      const found = wrongFields(error, (each) => problemText(i18n, each));
      if (found) setWrong(found);
      return found !== null;
    },
  });
  const change =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      setWrong({});
      set(value);
    };
  return { add, day, kind, name, wrong, setDay: change(setDay), setKind: change(setKind), setName: change(setName) };
}

/** One more holiday, or a Saturday or Sunday that is worked in exchange. */
export function AddDayDialog({ year, ...dialog }: DialogProps & { year: number }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const { add, day, kind, name, wrong, setDay, setKind, setName } = useAdd(dialog);
  const submit = () => add.mutate();
  return (
    <FormDialog
      onClose={dialog.onClose}
      title={t('days.add')}
      label={t('days.add')}
      busy={add.isPending}
      disabled={!day || !name.trim()}
      onSubmit={submit}
    >
      <Choice
        label={t('days.kind')}
        options={kinds.map((value) => ({ value, label: t(`days.${value}`) }))}
        value={kind}
        onChange={setKind}
        error={wrong.kind}
      />
      <DayField
        label={t('days.day')}
        placeholder={t('days.pick')}
        required
        minDate={`${firstYear}-01-01`}
        maxDate={`${lastYear}-12-31`}
        defaultDate={yearOf(me.today) === year ? me.today : `${year}-01-01`}
        description={day ? weekdayName(day, lang) : kind === 'swapped_working_day' && t('days.swapHint')}
        value={day}
        onChange={setDay}
        error={wrong.day}
      />
      <TextField
        label={t('days.name')}
        placeholder={t('days.nameHint')}
        required
        value={name}
        onChange={setName}
        error={wrong.name}
      />
    </FormDialog>
  );
}

export function RenameDayDialog({ row, onClose }: { row: WorkDay; onClose: () => void }) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const [name, setName] = useState(row.name);
  const [wrong, setWrong] = useState<Wrong>({});
  const save = useCommand({
    send: (_: void, header) =>
      client.PATCH('/work-days/{day}', { params: { path: { day: row.day }, header }, body: { name: name.trim() } }),
    touches: ['/work-days'],
    done: (renamed) => sayAndClose(t('days.renamed', { name: renamed.name }), onClose),
    failed: (error) => {
      const found = wrongFields(error, (each) => problemText(i18n, each));
      if (found) setWrong(found);
      return found !== null;
    },
  });
  const submit = () => save.mutate();
  return (
    <FormDialog
      onClose={onClose}
      title={t('days.on', { weekday: weekdayName(row.day, lang), date: dateText(row.day, lang) })}
      label={t('act.save')}
      busy={save.isPending}
      disabled={!name.trim() || name.trim() === row.name}
      onSubmit={submit}
    >
      <TextField label={t('days.name')} required data-autofocus value={name} onChange={setName} error={wrong.name} />
    </FormDialog>
  );
}

/** Says what follows before it is done. */
export function RemoveDayDialog({ row, ...dialog }: DialogProps & { row: WorkDay }) {
  const { t, lang } = useI18n();
  const say = useSay(dialog);
  const remove = useCommand({
    send: (_: void) => client.DELETE('/work-days/{day}', { params: { path: { day: row.day } } }),
    touches,
    done: ({ moved }) => say('days.removed', row, moved),
  });
  const submit = () => remove.mutate();
  return (
    <FormDialog
      onClose={dialog.onClose}
      title={t('days.removeTitle', { name: row.name })}
      label={t('days.remove')}
      busy={remove.isPending}
      danger
      onSubmit={submit}
    >
      <div>
        <p>{afterwards(t, lang, row)}</p>
        <p>{t('days.follows')}</p>
      </div>
    </FormDialog>
  );
}
