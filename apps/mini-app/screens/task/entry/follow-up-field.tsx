/** Of advice: a day on which to ask how it went. */
import type { TaskDetail } from '#client';
import { countsAdvice } from '#contracts/tasks/advice';
import { today } from '../../../model/clock.ts';
import { t } from '../../../model/words/words.ts';
import { Field } from '../../../ui/fields.tsx';
import { FOLLOW_UP } from './asked.ts';
import type { Entry } from './use-entry.ts';

export function FollowUpField({ task, entry }: { task: TaskDetail; entry: Entry }) {
  if (!countsAdvice(task.indicator.code)) return null;
  const { draft, marked } = entry;
  return (
    <div data-field={FOLLOW_UP}>
      <Field
        kind="date"
        optional
        label={t('followUp.label')}
        hint={t('followUp.hint')}
        value={draft.value.followUp ?? ''}
        min={today()}
        onInput={(followUp) => draft.change({ followUp })}
        error={marked.find(({ field }) => field === FOLLOW_UP)?.error}
      />
    </div>
  );
}
