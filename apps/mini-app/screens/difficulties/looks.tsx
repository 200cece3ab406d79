/** How a difficulty stands, in a chip and in a line: who must act and until when. */
import type { Difficulty } from '#client';
import type { DifficultyKind } from '#contracts/enums';
import type { MiniAppKey } from '#i18n/mini-app.vi';
import { daysOver, type DifficultyState, pendingOn, stateOf } from '../../model/difficulties.ts';
import { due, momentText, t } from '../../model/words/words.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

export const ICONS: Record<DifficultyKind, IconName> = {
  task: 'tasks',
  signal: 'bars',
  skill: 'cap',
  membership: 'people',
  other: 'chat',
};
const CHIPS: Record<DifficultyState, { tone: string; icon: IconName }> = {
  new: { tone: 'new', icon: 'chat' },
  read: { tone: 'new', icon: 'chat' },
  late: { tone: 'late', icon: 'warn' },
  seeing: { tone: 'doing', icon: 'clock' },
  sent: { tone: 'quiet', icon: 'send' },
  done: { tone: 'done', icon: 'checkCircle' },
};
const PENDING: Record<string, MiniAppKey> = {
  'difficulty.ask': 'difficulties.pendingAsk',
  'difficulty.close': 'difficulties.pendingClose',
  'difficulty.reopen': 'difficulties.pendingReopen',
};

export function StateChip({ one }: { one: Difficulty }) {
  const pending = pendingOn(one);
  if (pending)
    return (
      <span class="chip wait">
        <Icon name="device" size={16} />
        {t(PENDING[pending.kind] ?? 'difficulties.waiting')}
      </span>
    );
  const state = stateOf(one);
  const { tone, icon } = CHIPS[state];
  return (
    <span class={`chip ${tone}`}>
      <Icon name={icon} size={16} />
      {t(wordOf(one, state))}
    </span>
  );
}

function wordOf({ provider, closedAt }: Difficulty, state: DifficultyState): MiniAppKey {
  if (state === 'late' && provider) return 'difficulties.lateCompany';
  if (state === 'seeing' && provider) return 'difficulties.company';
  if (state === 'done' && closedAt) return 'difficulties.closed';
  return `difficulties.${state === 'done' ? 'read' : state}`;
}

/** Who must act and until when, or who has answered. */
export function lineOf(one: Difficulty): string {
  if (one.answeredAt) return t('difficulties.answered', { name: answererOf(one), time: momentText(one.answeredAt) });
  return one.dueOn ? clockOf(one, one.dueOn) : momentText(one.at);
}

/** A company speaks for its people. */
export function answererOf({ answeredBy, steps = [] }: Difficulty): string {
  const [last] = steps.filter(({ kind }) => kind === 'answered').slice(-1);
  return last?.provider?.name ?? answeredBy?.fullName ?? '';
}

export function clockOf(one: Difficulty, dueOn: string): string {
  const n = daysOver(one);
  const { provider, escalatedAt } = one;
  if (n > 0 && escalatedAt)
    return t('difficulties.overAbove', { n, who: t(provider ? 'difficulties.whoCompany' : 'difficulties.who') });
  if (n > 0) return t('difficulties.over', { n });
  const deadline = due(dueOn, 'inline');
  return provider
    ? t('difficulties.answerByCompany', { name: provider.name, deadline })
    : t('difficulties.answerBy', { deadline });
}

/** The first words, for a title of one line; the whole stands below it. */
export function brief(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length <= 30 ? line : `${line.slice(0, 30).replace(/\s+\S*$/, '')}…`;
}
