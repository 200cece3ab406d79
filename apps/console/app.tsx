import { DatesProvider } from '@mantine/dates';
import { MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState, useSyncExternalStore } from 'react';
import 'dayjs/locale/vi';
import { api, isProblem } from './api/client.ts';
import { consolePosts, IdentityProvider, type Me } from './api/me.tsx';
import { useIsAsking, useSession } from './api/session.ts';
import { Around } from './around.tsx';
import { type Catalogue, useI18n } from './i18n/i18n.tsx';
import { later } from './i18n/screens.ts';
import { FIRST_PASSWORD } from './frame/first-password-address.ts';
import { router } from './router.tsx';
import { Failed, Loading } from './ui/states.tsx';

const SignInPage = later(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage', [
  'account',
  'agency',
  'secondFactor',
]);
const InvitePage = later(() => import('./pages/sign-in/invite-page.tsx'), 'InvitePage', [
  'account',
  'secondFactor',
  'team',
]);
const FirstPasswordPage = later(() => import('./pages/sign-in/first-password-page.tsx'), 'FirstPasswordPage', [
  'account',
]);
const ChoosePost = later(() => import('./pages/sign-in/choose-post.tsx'), 'ChoosePost', ['account']);
const PhoneOnly = later(() => import('./pages/sign-in/choose-post.tsx'), 'PhoneOnly', ['account']);

const MustEnrol = later(() => import('./pages/second-factor/must-enrol.tsx'), 'MustEnrol', ['secondFactor']);

function ConsoleForPost({ me, postId }: { me: Me; postId?: string }) {
  const posts = consolePosts(me);
  // The past of a unit that has ended is gone to from the menu: it keeps nobody from the work of today.
  const present = posts.filter(({ past }) => !past);
  const [first, other] = present.length > 0 ? present : posts;
  const post = posts.find((each) => each.id === postId) ?? (other ? undefined : first);
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

function SignedIn({ postId }: { postId?: string }) {
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

/** The code of `#/moi/<code>`, the link of an invite; it goes before whoever is signed in. */
const useInviteCode = (): string | undefined => /^#\/moi\/([^/?#]+)/.exec(useHash())?.[1];

function Gate() {
  const session = useSession();
  const invite = useInviteCode();
  const isAsking = useIsAsking();
  if (invite) return <InvitePage code={invite} />;
  if (session) return <SignedIn key={session.token} postId={session.postId} />;
  return isAsking ? <Loading rows={3} /> : <SignInPage />;
}

function Dates({ children }: { children: ReactNode }) {
  const { lang } = useI18n();
  return <DatesProvider settings={{ locale: lang, firstDayOfWeek: 1, weekendDays: [0] }}>{children}</DatesProvider>;
}

/** Notices whose close button is named in the reader's language. */
function Notices() {
  const { t } = useI18n();
  const named = { defaultProps: { closeButtonProps: { 'aria-label': t('act.close') } } };
  return (
    <MantineThemeProvider theme={{ components: { Notification: named } }}>
      {/* Acts that can be undone stand for a minute: three of them must not keep the next word waiting. */}
      <Notifications position="bottom-right" limit={6} />
    </MantineThemeProvider>
  );
}

export function App({ overlay }: { overlay?: Catalogue }) {
  return (
    <Around overlay={overlay}>
      <Dates>
        <Notices />
        <Suspense fallback={null}>
          <Gate />
        </Suspense>
      </Dates>
    </Around>
  );
}
