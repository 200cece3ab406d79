import { addWorkDay, renameWorkDay } from '#client/commands';
import { weekdayName, yearOf } from '#i18n';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { afterwards, dateText, firstYear, kinds, lastYear, type Moved, type WorkDay } from './work-days.ts';

const touches = ['/work-days', '/units/{unitId}/reports', '/reports/{reportId}'] as const;

interface DialogProps {
  onClose: () => void;
  /** The day's year, and which due days moved. */
  onDone: (year: number, moved: Moved) => void;
}

/** What was done, in words; where due days moved, the page says which. */
function useNote({ onDone }: DialogProps) {
  const { t, lang } = useI18n();
  return (word: 'days.added' | 'days.removed', { name, day }: WorkDay, moved: Moved): string => {
    const said = t(word, { name, date: dateText(day, lang) });
    onDone(yearOf(day), moved);
    return moved.length > 0 ? said : `${said} ${t('days.noneMoved')}`;
  };
}

/** One more holiday, or a Saturday or Sunday that is worked in exchange. */
export function AddDayDialog({ year, ...dialog }: DialogProps & { year: number }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const note = useNote(dialog);
  return (
    <CommandForm
      route={addWorkDay}
      touches={touches}
      title={t('days.add')}
      start={{ kind: 'holiday' }}
      fields={({ day, kind }) => ({
        kind: {
          as: 'choice',
          required: false,
          label: t('days.kind'),
          options: kinds.map((value) => ({ value, label: t(`days.${value}`) })),
        },
        day: {
          as: 'day',
          required: true,
          label: t('days.day'),
          placeholder: t('days.pick'),
          min: `${firstYear}-01-01`,
          max: `${lastYear}-12-31`,
          opensAt: yearOf(me.today) === year ? me.today : `${year}-01-01`,
          description: day ? weekdayName(day, lang) : kind === 'swapped_working_day' ? t('days.swapHint') : undefined,
        },
        name: { as: 'text', label: t('days.name'), placeholder: t('days.nameHint') },
      })}
      label={t('days.add')}
      said={({ workDay, moved }) => note('days.added', workDay, moved)}
      onClose={dialog.onClose}
    />
  );
}

export function RenameDayDialog({ row, onClose }: { row: WorkDay; onClose: () => void }) {
  const { t, lang } = useI18n();
  return (
    <CommandForm
      route={renameWorkDay}
      path={{ day: row.day }}
      touches={['/work-days']}
      title={t('days.on', { weekday: weekdayName(row.day, lang), date: dateText(row.day, lang) })}
      start={{ name: row.name }}
      fields={{ name: { as: 'text', label: t('days.name'), focus: true } }}
      ready={({ name }) => name?.trim() !== row.name}
      label={t('act.save')}
      said={({ name }) => t('days.renamed', { name })}
      onClose={onClose}
    />
  );
}

/** Says what follows before it is done. */
export function RemoveDayDialog({ row, ...dialog }: DialogProps & { row: WorkDay }) {
  const { t, lang } = useI18n();
  const note = useNote(dialog);
  const remove = useCommand({
    send: (_: void) => client.DELETE('/work-days/{day}', { params: { path: { day: row.day } } }),
    touches,
    done: ({ moved }) => sayAndClose(note('days.removed', row, moved), dialog.onClose),
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
