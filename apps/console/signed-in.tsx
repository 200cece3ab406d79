/** What stands behind the gate: in which post somebody works, the frame with its addresses, notices, dates. */
import { DatesProvider } from '@mantine/dates';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState, useSyncExternalStore } from 'react';
import 'dayjs/locale/vi';
import { api, isOnItsWay, isProblem, queryClient } from './api/client.ts';
import { consolePosts, IdentityProvider, type Me, type Post } from './api/me.tsx';
import { fetchRunning } from './api/use-team-work.ts';
import { useI18n } from './i18n/i18n.tsx';
import { later } from './i18n/screens.ts';
import { FIRST_PASSWORD } from './frame/first-password-address.ts';
import { fetchOverview } from './pages/dashboard/use-overview.ts';
import { DayOverview } from './pages/home/home-page.tsx';
import { router } from './router.tsx';
import { Loading } from './ui/loading.tsx';
import { Failed } from './ui/states.tsx';

const FirstPasswordPage = later(() => import('./pages/sign-in/first-password-page.tsx'), 'FirstPasswordPage', [
  'account',
]);
const ChoosePost = later(() => import('./pages/sign-in/choose-post.tsx'), 'ChoosePost', ['account']);
const PhoneOnly = later(() => import('./pages/sign-in/choose-post.tsx'), 'PhoneOnly', ['account']);

// What is told before it is there waits for it.
const NoticeBoard = later(() => import('./notices/notice-board.tsx'), 'NoticeBoard');
const MustEnrol = later(() => import('./pages/second-factor/must-enrol.tsx'), 'MustEnrol', ['secondFactor']);

/** How long the first drawing waits for what it draws; longer, and grey rows stand in its place. */
const PATIENCE_MS = 300;

const within = (asked: Promise<unknown>): Promise<unknown> =>
  Promise.race([asked, new Promise((done) => setTimeout(done, PATIENCE_MS))]);

/** What the day is drawn of, as far as the page's head has asked for it: nothing is asked here that was not on its way. */
export async function fetchDay(postId: string | undefined): Promise<void> {
  const asked = queryClient.ensureQueryData(api.queryOptions('get', '/me', {}, { staleTime: 300_000 }));
  await within(asked);
  const me = queryClient.getQueryData<Me>(['get', '/me', {}]);
  const post = me && postOf(me, postId);
  if (!post) return;
  const { id } = post.unit;
  const isDay = (path: string) => isOnItsWay(`/units/${id}${path}`);
  await within(
    Promise.all([
      isDay('/assignments?open=true&limit=50') && fetchRunning(id),
      isDay('/overview') && Promise.all([fetchOverview(id), DayOverview.fetch()]),
    ]),
  );
}

/** The past of a unit that has ended is gone to from the menu: it keeps nobody from the work of today. */
function postOf(me: Me, postId: string | undefined): Post | undefined {
  const posts = consolePosts(me);
  const present = posts.filter(({ past }) => !past);
  const [first, other] = present.length > 0 ? present : posts;
  return posts.find((each) => each.id === postId) ?? (other ? undefined : first);
}

function ConsoleForPost({ me, postId }: { me: Me; postId?: string }) {
  const posts = consolePosts(me);
  const post = postOf(me, postId);
  if (posts.length === 0) return <PhoneOnly me={me} />;
  if (!post) return <ChoosePost me={me} posts={posts} />;
  return (
    <IdentityProvider key={post.id} me={me} post={post}>
      <RouterProvider router={router} />
    </IdentityProvider>
  );
}

function useHash(): string {
  return useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener);
      return () => removeEventListener('hashchange', listener);
    },
    () => location.hash,
  );
}

function Entered({ postId }: { postId: string | undefined }) {
  const me = api.useQuery('get', '/me', {}, { staleTime: 300_000 });
  // Until the codes are put away, whatever is fetched meanwhile.
  const [isHeld, setHeld] = useState(false);
  const isFirst = useHash() === FIRST_PASSWORD;
  if (me.data?.awaits && !isHeld) setHeld(true);
  const leave = () => void me.refetch().then(() => setHeld(false));
  if (me.data && isHeld) return <MustEnrol me={me.data} onDone={leave} />;
  if (me.data && isFirst) return <FirstPasswordPage me={me.data} />;
  if (me.data) return <ConsoleForPost me={me.data} postId={postId} />;
  if (me.error && !(isProblem(me.error) && me.error.status === 401))
    return <Failed error={me.error} refetch={me.refetch} />;
  return <Loading rows={3} />;
}

function Dates({ children }: { children: ReactNode }) {
  const { lang } = useI18n();
  return <DatesProvider settings={{ locale: lang, firstDayOfWeek: 1, weekendDays: [0] }}>{children}</DatesProvider>;
}

export function SignedIn({ postId }: { postId?: string | undefined }) {
  return (
    <Dates>
      <Suspense>
        <NoticeBoard />
      </Suspense>
      <Suspense fallback={null}>
        <Entered postId={postId} />
      </Suspense>
    </Dates>
  );
}
