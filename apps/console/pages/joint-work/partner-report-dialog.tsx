import { useState } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CountField, DayField, FormDialog, NoteField, TextField } from '../../ui/form.tsx';

/** The company's side of one joint task. */
export function PartnerReportDialog({ task, onClose }: { task: Schemas['JointTask']; onClose: () => void }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const [value, setValue] = useState<number | null>(null);
  const [words, setWords] = useState({ happenedOn: me.today, note: '', link: '' });
  const set = (part: Partial<typeof words>) => setWords((before) => ({ ...before, ...part }));
  const send = useCommand({
    touches: ['/units/{unitId}/joint-tasks'],
    send: (body: Schemas['PartnerReportInput'], header: { 'Idempotency-Key': string }) =>
      client.POST('/tasks/{taskId}/partner-reports', { params: { path: { taskId: task.id }, header }, body }),
    done: () => sayAndClose(t('joint.sent'), onClose),
  });
  const submit = () =>
    send.mutate({
      value: value ?? 0,
      happenedOn: words.happenedOn,
      ...(words.note.trim() && { note: words.note.trim() }),
      ...(words.link.trim() && { link: words.link.trim() }),
    });
  const unit = lang === 'en' ? task.indicator.unitEn : task.indicator.unit;
  return (
    <FormDialog
      title={`${task.title}, ${task.team.name}`}
      label={t('joint.send')}
      busy={send.isPending}
      disabled={!value}
      onClose={onClose}
      onSubmit={submit}
    >
      <CountField
        label={t('joint.value', { unit })}
        description={t('joint.once')}
        min={1}
        value={value}
        onChange={setValue}
      />
      <DayField
        label={t('joint.day')}
        value={words.happenedOn}
        maxDate={me.today}
        onChange={(happenedOn) => set({ happenedOn })}
      />
      <NoteField label={t('joint.note')} maxLength={1000} value={words.note} onChange={(note) => set({ note })} />
      <TextField label={t('joint.link')} maxLength={500} value={words.link} onChange={(link) => set({ link })} />
    </FormDialog>
  );
}
