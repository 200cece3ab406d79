/** Every screen but the first, by its address: each is a small chunk, fetched again while the phone is idle. */
import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { hosted } from './model/device/host.ts';
import { session } from './model/sign-in/session.ts';
import { goInstead } from './router.ts';
import { Broken, Waiting, reloadOnce } from './ui/waiting.tsx';

/** They have words of their own. */
const training = {
  training: () => import('./screens/training/list.tsx').then((file) => file.TrainingScreen),
  session: () => import('./screens/training/session.tsx').then((file) => file.SessionScreen),
  code: () => import('./screens/training/code.tsx').then((file) => file.CodeScreen),
  scan: () => import('./screens/training/scan.tsx').then((file) => file.ScanScreen),
  feedback: () => import('./screens/training/feedback.tsx').then((file) => file.FeedbackScreen),
  checkIn: () => import('./screens/training/check-in.tsx').then((file) => file.CheckInScreen),
  credits: () => import('./screens/training/credits.tsx').then((file) => file.CreditsScreen),
  credit: () => import('./screens/training/credit-form.tsx').then((file) => file.CreditForm),
  certificate: () => import('./screens/training/certificate.tsx').then((file) => file.CertificateScreen),
  cards: () => import('./screens/training/cards.tsx').then((file) => file.CardsScreen),
  follow: () => import('./screens/training/follow.tsx').then((file) => file.FollowScreen),
};

const screens = {
  task: () => import('./screens/task/task.tsx').then((file) => file.TaskScreen),
  entry: () => import('./screens/task/progress.tsx').then((file) => file.ProgressScreen),
  entries: () => import('./screens/task/entry/entries.tsx').then((file) => file.EntriesScreen),
  receipt: () => import('./screens/task/receipt.tsx').then((file) => file.ReceiptScreen),
  result: () => import('./screens/task/result.tsx').then((file) => file.ResultScreen),
  queue: () => import('./screens/queue/queue.tsx').then((file) => file.QueueScreen),
  inbox: () => import('./screens/inbox/inbox.tsx').then((file) => file.InboxScreen),
  inviteTeam: () => import('./screens/invite-team.tsx').then((file) => file.InviteTeamScreen),
  team: () => import('./screens/team.tsx').then((file) => file.TeamScreen),
  quick: () => import('./screens/quick.tsx').then((file) => file.QuickScreen),
  difficulty: () => import('./screens/difficulties/tell.tsx').then((file) => file.DifficultyScreen),
  difficulties: () => import('./screens/difficulties/tell.tsx').then((file) => file.DifficultiesScreen),
  month: () => import('./screens/month.tsx').then((file) => file.MonthScreen),
  card: () => import('./screens/month.tsx').then((file) => file.cardReady),
  service: () => import('./screens/month.tsx').then((file) => file.serviceReady),
  done: () => import('./screens/done.tsx').then((file) => file.DoneScreen),
  data: () => import('./screens/settings/my-data.tsx').then((file) => file.myDataReady),
  settings: () => import('./screens/settings/settings.tsx').then((file) => file.SettingsScreen),
  signedOut: () => import('./screens/sign-in/signed-out.tsx').then((file) => file.SignedOutScreen),
  link: () => import('./screens/sign-in/link.tsx').then((file) => file.LinkScreen),
  ...training,
} satisfies Record<string, () => Promise<unknown>>;
type ScreenName = keyof typeof screens;

const loaded = new Map<ScreenName, ComponentType<Record<string, string | undefined>>>();
const words = async (file: Promise<{ ready: Promise<unknown> }>) => (await file).ready;
async function load(name: ScreenName): Promise<void> {
  const [screen] = await Promise.all([
    screens[name](),
    words(import('./model/words/more-words.ts')),
    ['link', 'signedOut'].includes(name) && words(import('./model/words/door-words.ts')),
    name in training && words(import('./model/training/words.ts')),
    import('./styles/later.ts'),
  ]);
  loaded.set(name, screen as ComponentType<Record<string, string | undefined>>);
}

/** So that every screen opens without a network, in hosts without a service worker too. */
export async function loadScreensForLater(): Promise<void> {
  for (const name of Object.keys(screens) as ScreenName[])
    if (!loaded.has(name) && (hosted || name !== 'link')) await load(name).catch(() => {});
}

function Lazy({ name, props }: { name: ScreenName; props: Record<string, string | undefined> }) {
  const [broken, setBroken] = useState(false);
  const [, redraw] = useState(0);
  const open = () => {
    setBroken(false);
    load(name).then(
      () => redraw((n) => n + 1),
      () => reloadOnce() || setBroken(true),
    );
  };
  const Found = loaded.get(name);
  useEffect(() => {
    if (!Found) open();
  }, []);
  if (Found) return <Found {...props} />;
  return broken ? <Broken onRetry={open} /> : <Waiting />;
}

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
    (part === 'da-gui' && entry
      ? lazy('receipt', { id, commandId: entry })
      : part === 'sua' && entry
        ? lazy('entry', { id, correct: entry })
        : inTask[part]
          ? lazy(inTask[part], { id })
          : lazy('task', { id, open: part })),
  'cho-gui': () => lazy('queue'),
  'hop-thu': () => lazy('inbox'),
  to: () => lazy('team'),
  'moi-to': () => lazy('inviteTeam'),
  'bao-nhanh': () => lazy('quick'),
  'kho-khan': (id, about) => id && lazy('difficulty', { teamId: id, about }),
  'vuong-mac': (id, part) => lazy('difficulties', { id, part }),
  xong: () => lazy('done'),
  thang: (month) => lazy('month', { month }),
  'the-cua-toi': () => lazy('card'),
  'ngay-cong': (month) => lazy('service', { month }),
  'cai-dat': () => lazy('settings'),
  'du-lieu-cua-toi': () => lazy('data'),
  'tap-huan': (id, part = '') => (id ? lazy(inSession[part] ?? 'session', { id }) : lazy('training')),
  cua: (id) => id && lazy('checkIn', { id }),
  the: (code) => lazy('cards', { code }),
  'khoa-da-hoc': (form) => lazy(form ? 'credit' : 'credits'),
  'chung-nhan': (code) => lazy('certificate', { code }),
  'theo-doi-lich': () => lazy('follow'),
  'da-thoat': () => !session.value && lazy('signedOut'),
  'lien-ket': () => !session.value && lazy('link'),
};

/** Nothing for an address that shows nothing. */
export const screenOf = ([first = '', ...rest]: readonly string[]) => places[first]?.(...rest);

/** One screen; an address that shows nothing leads to the list. */
export function RoutedScreen({ at }: { at: string[] }) {
  const found = screenOf(at);
  if (found) return found;
  queueMicrotask(() => goInstead());
  return <Waiting />;
}
