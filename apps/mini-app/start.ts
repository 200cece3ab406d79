/** What happens around the first screen, in the order in which a slow phone can bear it. */
import { take } from '#client';
import { loadScreensForLater } from './app.tsx';
import { api } from './model/api.ts';
import { startClock } from './model/clock.ts';
import { entering } from './model/entering.ts';
import { hosted, launch } from './model/device/host.ts';
import { inbox } from './model/inbox.ts';
import { read } from './model/local.ts';
import { watchNetwork } from './model/device/network.ts';
import { loadPreferences, preferences } from './model/preferences.ts';
import { leftUnsent } from './model/queue/kept-commands.ts';
import { closeQueue, flushQueue, openQueue } from './model/queue/queue.ts';
import { keepMe, session } from './model/session.ts';
import { keepDetailsForLater, loadTasks, myTasks } from './model/tasks.ts';
import { trainingAsks } from './model/training-asks.ts';
import { startLanguage } from './model/words.ts';

const idle = (run: () => void) => (window.requestIdleCallback ?? ((later: () => void) => setTimeout(later, 300)))(run);
let stopNews = () => {};

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
  idle(() => void whenQuiet().catch(() => {}));
}

async function whenQuiet(): Promise<void> {
  await openQueue().catch(() => {});
  await import('./screens/training/home-training.tsx').then(({ startTraining }) => startTraining()).catch(() => {});
  await loadScreensForLater();
  const { listenForNews } = await import('./model/news.ts');
  stopNews();
  if (session.value) stopNews = listenForNews();
  await keepDetailsForLater();
  await loadPreferences();
  if (!hosted) await import('./model/device/push.ts').then(({ renewPush }) => renewPush());
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
  import('./model/enter.ts')
    .then(({ enter }) => enter())
    .catch(() => {
      entering.value = { is: 'failed', code: 'TS-000' };
    });

function whenSignedOut(): void {
  stopNews();
  closeQueue();
  myTasks.value = undefined;
  inbox.value = undefined;
  preferences.value = undefined;
  trainingAsks.value = 0;
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
  if (import.meta.env.PROD && launch.kind !== 'zalo') registerWorker();
}

/** Late, so that it does not compete with the first list. */
function registerWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () => {
    if (navigator.onLine === false) addEventListener('online', register, { once: true });
    else navigator.serviceWorker.register('sw.js').catch(() => {});
  };
  navigator.serviceWorker.addEventListener('message', ({ data }) => hearWorker(data as WorkerWord));
  const soon = () => setTimeout(register, 4000);
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon);
}

/** A notice was tapped while the app was open; or the browser changed where notices go. */
type WorkerWord = { go?: string; renew?: 1 };
function hearWorker({ go, renew }: WorkerWord): void {
  if (go !== undefined) location.hash = go;
  if (renew) void import('./model/device/push.ts').then(({ renewPush }) => renewPush());
}
