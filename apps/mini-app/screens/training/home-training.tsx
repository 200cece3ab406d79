/** Training on the first screen: what waits for an answer, and what is today. Comes when the list of tasks stands. */
import { dateInVietnam } from '#i18n/dates';
import { now, today } from '../../model/clock.ts';
import { may } from '../../model/session.ts';
import { TrainingOnHome } from '../../model/training-asks.ts';
import { phaseOf } from '../../model/training/answers.ts';
import { keepCardsForLater } from '../../model/training/cards.ts';
import { keepPackForLater } from '../../model/training/check-in-pack.ts';
import { checkInSessions, loadCheckInSessions } from '../../model/training/check-in-sessions.ts';
import { asking, loadTraining, sessions } from '../../model/training/sessions.ts';
import { ready } from '../../model/training/words.ts';
import { t } from '../../model/words.ts';
import { GroupHeading } from '../../ui/parts.tsx';
import '../../ui/training-style.ts';
import { CheckInSessions } from './check-in-sessions.tsx';
import { SessionRow } from './session-row.tsx';

function TrainingSection() {
  const answer = asking.value;
  const ofToday = (sessions.value ?? []).filter(
    (one) =>
      !answer.includes(one) &&
      one.state === 'published' &&
      one.mine.state === 'seated' &&
      dateInVietnam(one.startsAt) === today() &&
      phaseOf(one, now()) !== 'over',
  );
  const list = [...answer, ...ofToday];
  return (
    <>
      {list.length > 0 && (
        <section>
          <GroupHeading {...(answer.length > 0 && { count: t('tr.answer.count', { n: list.length }) })}>
            {t('tr.session')}
          </GroupHeading>
          <div class="card rows">
            {list.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </div>
        </section>
      )}
      <CheckInSessions onDay={today()} />
    </>
  );
}

/** Once per start, when the phone is quiet: the section shows, and what a day without network needs is fetched. */
export async function startTraining(): Promise<void> {
  await ready;
  TrainingOnHome.value = TrainingSection;
  await loadTraining();
  if (may('training.door')) {
    await loadCheckInSessions();
    for (const one of checkInSessions.value ?? [])
      if (dateInVietnam(one.startsAt) === today()) await keepPackForLater(one.id);
  }
  await keepCardsForLater();
}
