/** What happens around the first screen, in the order in which a slow phone can bear it. */
import { take } from '#client';
import { api } from './model/api.ts';
import { startClock } from './model/clock.ts';
import { inbox, listenForNews } from './model/inbox.ts';
import { read } from './model/local.ts';
import { watchNetwork } from './model/network.ts';
import { queue } from './model/queue.ts';
import { keepMe, session } from './model/session.ts';
import { keepDetailsForLater, loadTasks, myTasks } from './model/tasks.ts';
import { startLanguage } from './model/words.ts';
import { loadScreensForLater } from './app.tsx';

const idle = (run: () => void) => (window.requestIdleCallback ?? ((later: () => void) => setTimeout(later, 300)))(run);
let stopNews = () => {};

/** Everything that needs a person: called at start and after signing in. */
export async function startSignedIn(): Promise<void> {
  const signedIn = session.value;
  if (!signedIn) return;
  myTasks.value ??= read('snapshot.tasks');
  inbox.value ??= read('snapshot.inbox');
  const opened = queue.open(signedIn.personId).then(() => queue.flush()).catch(() => {});
  void take(api.GET('/me')).then((who) => {
    keepMe(who);
    return startLanguage(who.person.language);
  }, () => {});
  await loadTasks();
  await opened;
  idle(() => {
    stopNews();
    stopNews = listenForNews();
    void loadScreensForLater().then(() => keepDetailsForLater());
  });
}

export function start(): void {
  startClock();
  watchNetwork(() => {
    void queue.flush();
    if (session.value) void loadTasks();
  });
  queue.listen(window);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && session.value && void loadTasks());
  let person = session.value?.personId;
  session.subscribe((now) => {
    if (person && !now) {
      stopNews();
      myTasks.value = undefined;
      inbox.value = undefined;
    }
    person = now?.personId;
  });
  void startLanguage();
  void startSignedIn();
  registerWorker();
}

/** Late, so that it does not compete with the first list. */
function registerWorker(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  addEventListener('load', () => setTimeout(() => void navigator.serviceWorker.register('sw.js').catch(() => {}), 4000));
  if (document.readyState === 'complete') setTimeout(() => void navigator.serviceWorker.register('sw.js').catch(() => {}), 4000);
}
