/** Training on the first screen: what waits for an answer, and what is today. Comes when the list of tasks stands. */
import { effect } from '../../model/signals.ts';
import { dateInVietnam } from '#i18n/dates';
import { now, today } from '../../model/clock.ts';
import { write } from '../../model/local.ts';
import { may } from '../../model/sign-in/session.ts';
import { TrainingOnHome, sessionViews } from '../../model/home-extras.ts';
import { keepCardsForLater } from '../../model/training/cards.ts';
import { keepPackForLater } from '../../model/training/check-in-pack.ts';
import { checkInSessions, loadCheckInSessions } from '../../model/training/check-in-sessions.ts';
import { sessionView } from '../../model/training/session-view.ts';
import { loadTraining, sessions } from '../../model/training/sessions.ts';
import { ready } from '../../model/training/words.ts';
import '../../ui/training-style.ts';
import { CheckInSessions } from './check-in-sessions.tsx';

const TeachingToday = () => <CheckInSessions onDay={today()} />;

let shown: (() => void) | undefined;

/** Once per start, when the phone is quiet: the sessions show, and what a day without network needs is fetched. */
export async function startTraining(): Promise<void> {
  await ready;
  TrainingOnHome.value = TeachingToday;
  shown ??= effect(() => {
    if (!sessions.value) return;
    sessionViews.value = [...sessions.value]
      .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
      .flatMap((one) => sessionView(one, now()) ?? []);
    write('snapshot.sessions', sessionViews.value);
  });
  await loadTraining();
  if (may('training.door')) {
    await loadCheckInSessions();
    for (const one of checkInSessions.value ?? [])
      if (dateInVietnam(one.startsAt) === today()) await keepPackForLater(one.id);
  }
  await keepCardsForLater();
}
