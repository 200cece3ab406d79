/** The gate: who comes by an invite, who is signed in, and who is not; each is a file of its own. */
import { Suspense, useSyncExternalStore } from 'react';
import { session, useIsAsking, useSession } from './api/session.ts';
import { Around } from './around.tsx';
import { type Catalogue, loadWords } from './i18n/i18n.tsx';
import { later, withWords } from './i18n/screens.ts';
import { Loading } from './ui/loading.tsx';

const SignInPage = later(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage', ['account', 'agency']);
const InvitePage = later(() => import('./pages/sign-in/invite-page.tsx'), 'InvitePage', [
  'account',
  'secondFactor',
  'team',
]);
const SignedIn = later(() => import('./signed-in.tsx'), 'SignedIn', ['day']);

const listen = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

const inviteCode = (): string | undefined => /^#\/moi\/([^/?#]+)/.exec(location.hash)?.[1];

/** What stands first is fetched before anything is drawn: it is on its way already, by the page's head. */
export async function fetchFirst(): Promise<void> {
  if (inviteCode()) return;
  const entered = session.get();
  if (!entered) return void (await SignInPage.fetch());
  const [{ fetchDay }] = await Promise.all([withWords(() => import('./signed-in.tsx'), ['day']), SignedIn.fetch()]);
  await fetchDay(entered.postId);
}

/**
 * While the first screen is read, what lies behind it comes: behind the form to sign in all else, then the words of refusals. Forms
 * say these by themselves before anything is sent.
 */
export function fetchBehind(): void {
  const fetchIt = async () => {
    if (!session.get()) await SignedIn.fetch().catch(() => undefined);
    await loadWords(['errors', 'consoleErrors']).catch(() => undefined);
  };
  (window.requestIdleCallback ?? setTimeout)(() => void fetchIt());
}

/** The code of `#/moi/<code>`, the link of an invite; it goes before whoever is signed in. */
const useInviteCode = (): string | undefined => useSyncExternalStore(listen, inviteCode);

function Gate() {
  const entered = useSession();
  const invite = useInviteCode();
  const isAsking = useIsAsking();
  if (invite) return <InvitePage code={invite} />;
  if (entered) return <SignedIn key={entered.token} postId={entered.postId} />;
  return isAsking ? <Loading rows={3} /> : <SignInPage />;
}

export function App({ overlay }: { overlay?: Catalogue }) {
  return (
    <Around overlay={overlay}>
      <Suspense fallback={null}>
        <Gate />
      </Suspense>
    </Around>
  );
}
