/** Routes. The first screen is in the first bundle; the others are small chunks, fetched again while the phone is idle. */
import type { ComponentType, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { entering } from './model/entering.ts';
import { hosted } from './model/host.ts';
import { session } from './model/session.ts';
import { t } from './model/words.ts';
import { goInstead, route } from './router.ts';
import { HomeScreen } from './screens/home.tsx';
import { AppBar, Screen, ToastBar } from './ui/chrome.tsx';
import { EmptyState, SkeletonRows } from './ui/states.tsx';

const screens = {
  task: () => import('./screens/task.tsx').then((file) => file.TaskScreen),
  entry: () => import('./screens/progress.tsx').then((file) => file.ProgressScreen),
  entries: () => import('./screens/receipt.tsx').then((file) => file.EntriesScreen),
  result: () => import('./screens/result.tsx').then((file) => file.ResultScreen),
  queue: () => import('./screens/queue.tsx').then((file) => file.QueueScreen),
  inbox: () => import('./screens/inbox.tsx').then((file) => file.InboxScreen),
  team: () => import('./screens/team.tsx').then((file) => file.TeamScreen),
  quick: () => import('./screens/quick.tsx').then((file) => file.QuickScreen),
  difficulty: () => import('./screens/difficulty.tsx').then((file) => file.DifficultyScreen),
  done: () => import('./screens/done.tsx').then((file) => file.DoneScreen),
  settings: () => import('./screens/settings.tsx').then((file) => file.SettingsScreen),
  invite: () => import('./screens/invite.tsx').then((file) => file.InviteScreen),
  link: () => import('./screens/link.tsx').then((file) => file.LinkScreen),
} satisfies Record<string, () => Promise<unknown>>;
type ScreenName = keyof typeof screens;

const loaded = new Map<ScreenName, ComponentType<Record<string, string | undefined>>>();
async function load(name: ScreenName): Promise<void> {
  const [screen] = await Promise.all([screens[name](), import('./model/more-words.ts')]);
  loaded.set(name, screen as ComponentType<Record<string, string | undefined>>);
}

/** So that every screen opens without a network, in hosts without a service worker too. */
export async function loadScreensForLater(): Promise<void> {
  for (const name of Object.keys(screens) as ScreenName[])
    if (!loaded.has(name) && (hosted || name !== 'link')) await load(name).catch(() => {});
}

function Lazy({ name, props }: { name: ScreenName; props: Record<string, string | undefined> }) {
  const [, redraw] = useState(0);
  const Found = loaded.get(name);
  if (Found) return <Found {...props} />;
  void load(name).then(
    () => redraw((n) => n + 1),
    () => setTimeout(() => redraw((n) => n + 1), 3000),
  );
  return <Waiting />;
}

const Waiting = () => (
  <Screen bar={<header class="app-bar" />}>
    <SkeletonRows />
  </Screen>
);

const lazy = (name: ScreenName, props: Record<string, string | undefined> = {}): VNode => (
  <Lazy key={[name, ...Object.values(props)].join('/')} name={name} props={props} />
);

function match([first, id, part, entry]: string[]): VNode {
  switch (first) {
    case undefined:
      return <HomeScreen />;
    case 'viec':
      if (!id) break;
      if (part === 'ghi') return lazy('entry', { id });
      if (part === 'sua' && entry) return lazy('entry', { id, correct: entry });
      if (part === 'da-ghi') return lazy('entries', { id });
      if (part === 'ket-qua') return lazy('result', { id });
      return lazy('task', { id, open: part });
    case 'cho-gui':
      return lazy('queue');
    case 'hop-thu':
      return lazy('inbox');
    case 'to':
      return lazy('team');
    case 'bao-nhanh':
      return lazy('quick');
    case 'kho-khan':
      if (id) return lazy('difficulty', { teamId: id, about: part });
      break;
    case 'xong':
      return lazy('done');
    case 'cai-dat':
      return lazy('settings');
  }
  queueMicrotask(() => goInstead());
  return <HomeScreen />;
}

function SignedOut() {
  return (
    <Screen bar={<AppBar title={t('app.name')} />}>
      <EmptyState hall title={t('signedOut.title')} text={t('signedOut.text')} />
    </Screen>
  );
}

/** In a host its own proof comes first: an invite then ties that account, and one who is known needs none. */
function screenNow(): VNode {
  const [first, code] = route.value;
  const invited = first === 'moi' && code;
  if (!hosted) return invited ? lazy('invite', { code }) : session.value ? match(route.value) : <SignedOut />;
  if (session.value) return match(route.value);
  if (entering.value.is === 'signing') return <Waiting />;
  if (invited) return lazy('invite', { code });
  return entering.value.is === 'off' ? <SignedOut /> : lazy('link');
}

export function App() {
  const screen = screenNow();
  return (
    <>
      {screen}
      <ToastBar />
    </>
  );
}
