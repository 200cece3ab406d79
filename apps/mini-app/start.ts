/** What happens around the first screen, in the order in which a slow phone can bear it. */
import { take } from '#client';
import { api } from './model/api.ts';
import { startClock } from './model/clock.ts';
import { entering } from './model/sign-in/entering.ts';
import { hosted, launch } from './model/device/host.ts';
import { whenIdle } from './model/device/idle.ts';
import { inbox } from './model/inbox/inbox.ts';
import { read } from './model/local.ts';
import { watchNetwork } from './model/device/network.ts';
import { leftUnsent } from './model/queue/kept-commands.ts';
import { closeQueue, flushQueue, openQueue } from './model/queue/queue.ts';
import { keepMe, session } from './model/sign-in/session.ts';
import { loadTasks, myTasks } from './model/tasks.ts';
import { homeNote, sessionViews } from './model/home-extras.ts';
import { startLanguage } from './model/words/words.ts';

/** What can wait until the list stands is a chunk of its own. */
const later = (run: (file: typeof import('./start-later.ts')) => unknown): Promise<unknown> =>
  import('./start-later.ts').then(run).catch(() => {});

/** Everything that needs a person. */
async function startSignedIn(): Promise<void> {
  if (!session.value) return;
  myTasks.value ??= read('snapshot.tasks');
  inbox.value ??= read('snapshot.inbox');
  if (leftUnsent()) void openQueue().catch(() => {});
  void take(api.GET('/me')).then(
    (who) => {
      keepMe(who);
      return startLanguage(who.person.language);
    },
    () => {},
  );
  await loadTasks();
  whenIdle(() => later(({ whenQuiet }) => whenQuiet()));
}

/** Whoever signs in, by whatever way, gets the list; the screens only keep the session. */
export function followSignIn(): void {
  let token = session.value?.token;
  session.subscribe((now) => {
    const isNew = now && now.token !== token;
    token = now?.token;
    if (isNew) void startSignedIn();
  });
}

const startEntering = (): Promise<void> =>
  import('./model/sign-in/enter.ts')
    .then(({ enter }) => enter())
    .catch(() => {
      entering.value = { is: 'failed', code: 'TS-000' };
    });

function whenSignedOut(): void {
  closeQueue();
  myTasks.value = undefined;
  inbox.value = undefined;
  sessionViews.value = [];
  homeNote.value = undefined;
  if (!hosted) return;
  if (read('left')) entering.value = { is: 'left' };
  else void startEntering();
}

export function start(): void {
  startClock();
  watchNetwork(() => {
    if (!session.value) return;
    if (leftUnsent()) void flushQueue();
    void loadTasks();
  });
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && session.value && void loadTasks(),
  );
  let person = session.value?.personId;
  session.subscribe((now) => {
    if (person && !now) whenSignedOut();
    person = now?.personId;
  });
  followSignIn();
  void startLanguage();
  void startSignedIn();
  if (hosted) {
    if (!session.value && entering.value.is === 'signing') void startEntering();
    void import('./model/device/shell.ts').then(({ wireShell }) => wireShell());
  }
  // Late, so that the worker does not compete with the first list.
  if (import.meta.env.PROD && launch.kind !== 'zalo')
    setTimeout(() => later(({ registerWorker }) => registerWorker()), 4000);
}
