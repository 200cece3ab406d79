/** Routes. The first screen is in the first bundle; the others are small chunks, fetched again while the phone is idle. */
import type { ComponentType, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { entering } from './model/entering.ts';
import { hosted } from './model/device/host.ts';
import { session } from './model/session.ts';
import { t } from './model/words.ts';
import { goInstead, route } from './router.ts';
import { HomeScreen } from './screens/home/home.tsx';
import { AppBar, Screen, ToastBar } from './ui/chrome.tsx';
import { EmptyState, SkeletonRows } from './ui/states.tsx';

/** The screens of training have words of their own. */
const taught = async <T,>(file: Promise<T>): Promise<T> => {
  const [found] = await Promise.all([file, import('./model/training/words.ts').then(({ ready }) => ready)]);
  return found;
};

const screens = {
  task: () => import('./screens/task/task.tsx').then((file) => file.TaskScreen),
  entry: () => import('./screens/task/progress.tsx').then((file) => file.ProgressScreen),
  entries: () => import('./screens/task/receipt.tsx').then((file) => file.EntriesScreen),
  result: () => import('./screens/task/result.tsx').then((file) => file.ResultScreen),
  queue: () => import('./screens/queue.tsx').then((file) => file.QueueScreen),
  inbox: () => import('./screens/inbox.tsx').then((file) => file.InboxScreen),
  team: () => import('./screens/team.tsx').then((file) => file.TeamScreen),
  quick: () => import('./screens/quick.tsx').then((file) => file.QuickScreen),
  difficulty: () => import('./screens/difficulty.tsx').then((file) => file.DifficultyScreen),
  difficulties: () => import('./screens/difficulty.tsx').then((file) => file.DifficultiesScreen),
  month: () => import('./screens/month.tsx').then((file) => file.MonthScreen),
  done: () => import('./screens/done.tsx').then((file) => file.DoneScreen),
  settings: () => import('./screens/settings/settings.tsx').then((file) => file.SettingsScreen),
  invite: () => import('./screens/sign-in/invite.tsx').then((file) => file.InviteScreen),
  link: () => import('./screens/sign-in/link.tsx').then((file) => file.LinkScreen),
  training: () => taught(import('./screens/training/list.tsx')).then((file) => file.TrainingScreen),
  session: () => taught(import('./screens/training/session.tsx')).then((file) => file.SessionScreen),
  code: () => taught(import('./screens/training/code.tsx')).then((file) => file.CodeScreen),
  scan: () => taught(import('./screens/training/scan.tsx')).then((file) => file.ScanScreen),
  feedback: () => taught(import('./screens/training/feedback.tsx')).then((file) => file.FeedbackScreen),
  checkIn: () => taught(import('./screens/training/check-in.tsx')).then((file) => file.CheckInScreen),
  credits: () => taught(import('./screens/training/credits.tsx')).then((file) => file.CreditsScreen),
  credit: () => taught(import('./screens/training/credit-form.tsx')).then((file) => file.CreditForm),
  certificate: () => taught(import('./screens/training/certificate.tsx')).then((file) => file.CertificateScreen),
  cards: () => taught(import('./screens/training/cards.tsx')).then((file) => file.CardsScreen),
  follow: () => taught(import('./screens/training/follow.tsx')).then((file) => file.FollowScreen),
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

/** By the first part of the address; undefined for one that shows nothing. */
type Parts = (string | undefined)[];
const inTask: Record<string, ScreenName> = { ghi: 'entry', 'da-ghi': 'entries', 'ket-qua': 'result' };
const inSession: Record<string, ScreenName> = { ma: 'code', quet: 'scan', 'gop-y': 'feedback' };
const places: Record<string, (...parts: Parts) => VNode | undefined | '' | false> = {
  viec: (id, part = '', entry) =>
    id &&
    (part === 'sua' && entry
      ? lazy('entry', { id, correct: entry })
      : inTask[part]
        ? lazy(inTask[part], { id })
        : lazy('task', { id, open: part })),
  'cho-gui': () => lazy('queue'),
  'hop-thu': () => lazy('inbox'),
  to: () => lazy('team'),
  'bao-nhanh': () => lazy('quick'),
  'kho-khan': (id, about) => id && lazy('difficulty', { teamId: id, about }),
  'vuong-mac': (id) => lazy('difficulties', { id }),
  xong: () => lazy('done'),
  thang: (month) => lazy('month', { month }),
  'cai-dat': () => lazy('settings'),
  'tap-huan': (id, part = '') => (id ? lazy(inSession[part] ?? 'session', { id }) : lazy('training')),
  cua: (id) => id && lazy('checkIn', { id }),
  the: (code) => lazy('cards', { code }),
  'khoa-da-hoc': (form) => lazy(form ? 'credit' : 'credits'),
  'chung-nhan': (code) => lazy('certificate', { code }),
  'theo-doi-lich': () => lazy('follow'),
};

function match([first, ...rest]: string[]): VNode {
  const found = first && places[first]?.(...rest);
  if (found) return found;
  if (first) queueMicrotask(() => goInstead());
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
  // Whoever holds the paper may ask whether it is true.
  if (first === 'chung-nhan') return match(route.value);
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
