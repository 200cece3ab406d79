/** Where a quick report counts: for itself, or in a task that counts the same, by the person's word and said before it is sent. */
import { type QuickReportKind } from '#contracts/enums';
import { quickReportIndicators } from '#contracts/tasks/quick-reports';
import type { ShownTask } from '../model/queue/overlay.ts';
import { savedDetail } from '../model/task-details.ts';
import { shownTasks } from '../model/tasks-shown.ts';
import { t, tidy, unitWord } from '../model/words/words.ts';

/** What is typed of it: "3 hộ". */
export const quickUnit = (kind: QuickReportKind | ''): string =>
  t(kind === 'marketplace' ? 'quick.homes' : 'quick.times');

/** The team's tasks in hand that count the same indicator. What an order asks beside the number has its own form. */
export const joinable = (kind: QuickReportKind, teamId: string): ShownTask[] =>
  (shownTasks.value ?? []).filter(
    ({ id, team, state, indicator }) =>
      team.id === teamId &&
      ['accepted', 'returned'].includes(state) &&
      indicator.code === quickReportIndicators[kind] &&
      !savedDetail(id)?.asks?.length,
  );

interface JoinProps {
  tasks: readonly ShownTask[];
  value: number;
  /** The task's id; empty: none. */
  into: string;
  onPick: (into: string) => void;
}
export function JoinField({ tasks, value, into, onPick }: JoinProps) {
  const [only, ...others] = tasks;
  if (!only) return null;
  const several = others.length > 0;
  const unit = unitWord(only.indicator, value);
  const title = tidy(only.title);
  const question = several
    ? t('quick.join.which', { n: value, unit })
    : value > 0
      ? t('quick.join', { title, n: value, unit })
      : t('quick.join.any', { title });
  const choices = [
    ...tasks.map((task) => ({ id: task.id, text: several ? tidy(task.title) : t('quick.join.yes') })),
    { id: '', text: t(several ? 'quick.join.none' : 'quick.join.no') },
  ];
  return (
    <div class="field">
      <b>{question}</b>
      <div class="day-picks" role="group" aria-label={question}>
        {choices.map((one) => (
          <button
            key={one.id}
            type="button"
            class="day-pick"
            aria-pressed={into === one.id}
            onClick={() => onPick(one.id)}
          >
            {one.text}
          </button>
        ))}
      </div>
    </div>
  );
}
