/** Small pieces of the screens behind the first one. */
import type { ComponentChildren } from 'preact';
import type { TaskState } from '#contracts/tasks/task-states';
import type { MiniAppKey } from '#i18n/mini-app.vi';
import { t } from '../model/words/words.ts';
import { Icon, type IconName } from './icon.tsx';
import { Progress } from './parts.tsx';

/** Pinned at the thumb; its hint stands above the buttons. */
export function ActionBar({
  hint,
  icon,
  above,
  children,
}: {
  /** Stands over the hint. */
  above?: ComponentChildren;
  hint?: ComponentChildren;
  icon?: IconName;
  children?: ComponentChildren;
}) {
  return (
    <footer class="action-bar">
      {above}
      {hint && (
        <p class="hint">
          {icon && <Icon name={icon} size={20} />}
          <span>{hint}</span>
        </p>
      )}
      {children && <div class="actions">{children}</div>}
    </footer>
  );
}

const CHIPS: Record<TaskState, { tone: string; icon: IconName; word: MiniAppKey }> = {
  assigned: { tone: 'new', icon: 'tasks', word: 'state.assigned' },
  accepted: { tone: 'doing', icon: 'clock', word: 'state.accepted' },
  declined: { tone: 'late', icon: 'cross', word: 'state.declined' },
  submitted: { tone: 'accepted', icon: 'send', word: 'state.submitted' },
  returned: { tone: 'late', icon: 'returned', word: 'state.returned' },
  confirmed: { tone: 'done', icon: 'checkCircle', word: 'state.confirmed' },
  cancelled: { tone: 'quiet', icon: 'cross', word: 'state.cancelled' },
};
export function StatusChip({ state }: { state: TaskState }) {
  const { tone, icon, word } = CHIPS[state];
  return (
    <span class={`chip ${tone}`}>
      <Icon name={icon} size={16} />
      {t(word)}
    </span>
  );
}
/** Up to ten pieces are drawn one by one, more become a bar. */
export function CountBar({ value, added = 0, target }: { value: number; added?: number; target: number }) {
  if (target > 10) return <Progress value={value} added={added} target={target} />;
  return (
    <div class="pieces" aria-hidden="true">
      {Array.from({ length: target }, (_, i) => (
        <i class={i < value ? 'on' : i < value + added ? 'soft' : ''} />
      ))}
    </div>
  );
}

export const WaitChip = () => (
  <span class="chip wait">
    <Icon name="device" size={16} />
    {t('state.waitingToSend')}
  </span>
);
