/** What a phone does once its first list stands: everything a day without a network needs, news, the worker. */
import { whereNewsComes } from './model/words/channel-word.ts';
import { hosted } from './model/device/host.ts';
import { listenForNews } from './model/inbox/news.ts';
import { loadPreferences } from './model/preferences.ts';
import { openQueue } from './model/queue/queue.ts';
import { session } from './model/sign-in/session.ts';
import { HomeMore, HomeSearch, newsComes } from './model/home-extras.ts';
import { keepDetailsForLater } from './model/task-details.ts';
import { loadScreensForLater } from './routes.tsx';
import { watchClock } from './model/watch-clock.ts';
import { sayMissed } from './screens/home/missed.tsx';
import './styles/later.ts';
import { drawLines } from './ui/ornament.tsx';
import { watchVersions } from './ui/new-version.tsx';

let stopNews = () => {};
session.subscribe((now) => {
  if (!now) stopNews();
});

let watching = false;

export async function whenQuiet(): Promise<void> {
  if (!watching) watchClock();
  watching = true;
  await openQueue().catch(() => {});
  await drawLines();
  await import('./screens/training/home-training.tsx').then(({ startTraining }) => startTraining()).catch(() => {});
  await sayMissed().catch(() => {});
  await import('./screens/home/follow-ups.tsx').then(({ showFollowUps }) => showFollowUps()).catch(() => {});
  await import('./screens/home/home-more.tsx')
    .then((file) => {
      HomeMore.value = file.HomeMore;
      HomeSearch.value = file.HomeSearch;
    })
    .catch(() => {});
  await loadScreensForLater();
  stopNews();
  if (session.value) stopNews = listenForNews();
  await keepDetailsForLater();
  await import('./model/keep-ahead.ts').then(({ keepAhead }) => keepAhead()).catch(() => {});
  await loadPreferences();
  newsComes.value = whereNewsComes();
  await import('./model/device/phone.ts').then(({ keepOffice }) => keepOffice()).catch(() => {});
  if (!hosted) await import('./model/device/push.ts').then(({ renewPush }) => renewPush());
}

export function registerWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.addEventListener('message', ({ data }) => hearWorker(data as WorkerWord));
  if (navigator.onLine === false) addEventListener('online', register, { once: true });
  else register();
}

function register(): void {
  navigator.serviceWorker.register('sw.js').then(watchVersions, () => {});
  void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ keep: fetchedHere() }));
}

/** What the page took before its worker was there: the language's words, the host's part. The worker keeps what it lacks. */
const fetchedHere = (): string[] =>
  performance.getEntriesByType('resource').flatMap(({ name }) => (/\/assets\/[^/]+\.js$/.test(name) ? [name] : []));

/** A notice was tapped while the app was open; or the browser changed where notices go. */
type WorkerWord = { go?: string; renew?: 1 };
function hearWorker({ go, renew }: WorkerWord): void {
  if (go !== undefined) location.hash = go;
  if (renew) void import('./model/device/push.ts').then(({ renewPush }) => renewPush());
}
