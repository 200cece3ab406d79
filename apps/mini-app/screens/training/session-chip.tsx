/** Where I stand with a session, in one chip. What is not sent is worded as a wish, never as a seat. */
import { now } from '../../model/clock.ts';
import { type SeatAnswer, type ShownSession, asksMe, phaseOf, thereAt } from '../../model/training/answers.ts';
import { momentText, t } from '../../model/words/words.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

type Chip = [tone: string, icon: IconName, text: string];

const WAITS: Record<SeatAnswer, () => string> = {
  take: () => t('tr.wait.take'),
  give_back: () => t('tr.wait.giveBack'),
  decline: () => t('tr.wait.decline'),
};

function chipOf(session: ShownSession): Chip {
  const { mine, pending } = session;
  const there = thereAt(session);
  if (session.state === 'cancelled') return ['late', 'cross', t('tr.chip.cancelled')];
  if (there) return ['done', 'checkCircle', t('tr.chip.there', { time: momentText(there) })];
  if (pending) return ['wait', 'device', WAITS[pending.answer]()];
  if (mine.state === 'seated') return ['done', 'check', t('tr.chip.seated')];
  if (mine.state === 'waiting') return ['wait', 'clock', t('tr.chip.waiting', { n: mine.place ?? 1 })];
  if (mine.state === 'declined') return ['quiet', 'cross', t('tr.chip.declined')];
  if (mine.state === 'given_back') return ['quiet', 'returned', t('tr.chip.givenBack')];
  if (asksMe(session, now())) return ['new', 'clock', t('tr.answer')];
  return ['quiet', 'clock', t(phaseOf(session, now()) === 'over' ? 'tr.over' : 'tr.chip.invited')];
}

export function SessionChip({ session }: { session: ShownSession }) {
  const [tone, icon, text] = chipOf(session);
  return (
    <span class={`chip ${tone}`}>
      <Icon name={icon} size={16} />
      {text}
    </span>
  );
}
