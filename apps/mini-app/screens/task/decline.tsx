/** Refusing and asking for more time: one list of reasons, two different things. */
import { useState } from 'preact/hooks';
import type { TaskDetail } from '#client';
import { addDays } from '#i18n/dates';
import { askExtension, decline, undoDecline } from '../../model/queue/commands.ts';
import { today } from '../../model/clock.ts';
import { useDraft } from '../../model/queue/draft.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { tellWhatBecame, undoOf, useSending } from '../../model/queue/tell.ts';
import { due, t } from '../../model/words/words.ts';
import { Field } from '../../ui/fields.tsx';
import { Button } from '../../ui/parts.tsx';
import { AskSheet, RadioList } from '../../ui/sheet.tsx';

const REASONS = ['not_enough_people', 'no_time', 'needs_training', 'not_our_hamlet', 'other'] as const;
type Reason = (typeof REASONS)[number];

/** The choice, whether it is whole, and sending it: a refusal, or a request for more time. */
function useAnswer(task: TaskDetail, onClose: () => void) {
  const draft = useDraft(`decline.${task.id}`, { note: '', until: addDays(task.dueOn, 7) });
  const [reason, setReason] = useState<Reason>();
  const [tried, setTried] = useState(false);
  const moreTime = reason === 'no_time';
  const note = draft.value.note.trim();
  const needsNote = reason === 'other' && note === '';
  const badDay = moreTime && draft.value.until <= (task.dueOn > today() ? task.dueOn : today());
  const send = useSending(async () => {
    setTried(true);
    if (!reason || needsNote || badDay) return;
    const [made] = await enqueue({
      ...(reason === 'no_time'
        ? askExtension(task, { until: draft.value.until, ...(note && { reason: note }) })
        : decline(task, { reason, ...(note && { note }) })),
      id: draft.id,
    });
    draft.clear();
    // A request for more time leaves the task as it is: there is nothing to take back.
    const undo = moreTime || !made ? undefined : undoOf(made.id, () => undoDecline(task));
    if (made) void tellWhatBecame(made.id, () => t(moreTime ? 'extension.sent' : 'decline.sent'), undo);
    onClose();
  });
  return {
    draft,
    reason,
    setReason,
    moreTime,
    send,
    errors: { reason: tried && !reason, note: tried && needsNote, day: tried && badDay },
  };
}

export function DeclineSheet({ task, onClose }: { task: TaskDetail; onClose: () => void }) {
  const { draft, reason, setReason, moreTime, send, errors } = useAnswer(task, onClose);
  return (
    <AskSheet
      title={t('decline.title')}
      lead={t('decline.lead')}
      onClose={onClose}
      act={<Button onClick={send}>{t(moreTime ? 'extension.send' : 'decline.send')}</Button>}
    >
      <RadioList
        name="reason"
        legend={t('decline.title')}
        options={REASONS.map((value) => ({ value, text: t(`decline.${value}`) }))}
        value={reason}
        onPick={setReason}
        error={errors.reason ? t('decline.choose') : undefined}
      />
      {moreTime && (
        <UntilField
          task={task}
          value={draft.value.until}
          onInput={(until) => draft.change({ until })}
          bad={errors.day}
        />
      )}
      {reason === 'needs_training' && task.guide.length > 0 && <GuideOffer steps={task.guide} />}
      <Field
        label={t('decline.note')}
        optional={reason !== 'other'}
        value={draft.value.note}
        onInput={(note) => draft.change({ note })}
        error={errors.note ? t('decline.noteNeeded') : undefined}
      />
    </AskSheet>
  );
}

function GuideOffer({ steps }: { steps: string[] }) {
  return (
    <details class="offer">
      <summary>{t('task.guide')}</summary>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}

function UntilField({
  task,
  value,
  onInput,
  bad,
}: {
  task: TaskDetail;
  value: string;
  onInput: (value: string) => void;
  bad: boolean;
}) {
  return (
    <Field
      kind="date"
      label={t('extension.until')}
      value={value}
      min={addDays(task.dueOn, 1)}
      onInput={onInput}
      error={bad ? t('extension.later') : undefined}
      hint={value ? due(value, 'long') : ''}
    />
  );
}

/** "Xin lùi hạn" for a task in hand: the task keeps its state, chasing stops until it is answered. */
export function ExtensionSheet({ task, onClose }: { task: TaskDetail; onClose: () => void }) {
  const draft = useDraft(`extension.${task.id}`, {
    note: '',
    until: addDays(task.dueOn > today() ? task.dueOn : today(), 7),
  });
  const [tried, setTried] = useState(false);
  const bad = !draft.value.until || draft.value.until <= task.dueOn || draft.value.until < today();
  const send = useSending(async () => {
    setTried(true);
    if (bad) return;
    const note = draft.value.note.trim();
    const asks = askExtension(task, { until: draft.value.until, ...(note && { reason: note }) });
    const [made] = await enqueue({ ...asks, id: draft.id });
    draft.clear();
    if (made) void tellWhatBecame(made.id, () => t('extension.sent'));
    onClose();
  });
  return (
    <AskSheet
      title={t('act.askExtension')}
      lead={t('extension.lead')}
      onClose={onClose}
      act={<Button onClick={send}>{t('extension.send')}</Button>}
    >
      <UntilField
        task={task}
        value={draft.value.until}
        onInput={(until) => draft.change({ until })}
        bad={tried && bad}
      />
      <Field label={t('decline.note')} optional value={draft.value.note} onInput={(note) => draft.change({ note })} />
    </AskSheet>
  );
}
