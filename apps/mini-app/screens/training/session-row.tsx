import { now } from '../../model/clock.ts';
import { type ShownSession, hasNews, thereAt, phaseOf } from '../../model/training/answers.ts';
import { dayOfSession, movedTexts, startText } from '../../model/training/times.ts';
import { t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { Icon } from '../../ui/icon.tsx';
import { DateBlock } from '../../ui/parts.tsx';
import { SessionChip } from './session-chip.tsx';

/** A session in a list: day, subject, when and where, how I stand with it. */
export function SessionRow({ session }: { session: ShownSession }) {
  const news =
    hasNews(session) &&
    (session.state === 'cancelled' ? t('tr.cancelled') : movedTexts(session, session.mine.before ?? session)[0]);
  const asks = phaseOf(session, now()) === 'over' && thereAt(session) && !session.feedbackGiven;
  return (
    <a class="row" href={href('tap-huan', session.id)}>
      <DateBlock on={dayOfSession(session)} tone="tint" />
      <span class="grow">
        <b>{tidy(session.title)}</b>
        <span class="muted">{startText(session)}</span>
        <span class="muted">{tidy(session.place ?? t('tr.place.online'))}</span>
        {news && <span class="wait-word">{news}</span>}
        {asks && <span class="link-word">{t('tr.feedback.ask')}</span>}
        <SessionChip session={session} />
      </span>
      <Icon name="next" />
    </a>
  );
}
