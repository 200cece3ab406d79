/** The first screen is in the first bundle; which chunk shows any other address is known to routes.tsx, itself a chunk. */
import { signal } from './model/signals.ts';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { entering } from './model/sign-in/entering.ts';
import { hosted } from './model/device/host.ts';
import { session } from './model/sign-in/session.ts';
import { route } from './router.ts';
import { HomeScreen } from './screens/home/home.tsx';
import { ToastBar } from './ui/chrome.tsx';
import { Broken, Waiting, reloadOnce } from './ui/waiting.tsx';

type Shown = ComponentType<{ at: string[] }>;
const others = signal<{ [by in 'invite' | 'routes']?: Shown | 'broken' }>({});

async function open(by: 'invite' | 'routes'): Promise<void> {
  const found = await (by === 'invite' ? import('./screens/sign-in/door.tsx') : import('./routes.tsx')).then(
    (file): Shown => file.RoutedScreen,
    () => (reloadOnce() ? undefined : ('broken' as const)),
  );
  others.value = { ...others.value, [by]: found };
}

function Other({ at, by = 'routes' }: { at: string[]; by?: 'invite' | 'routes' }) {
  const Found = others.value[by];
  useEffect(() => {
    if (!Found) void open(by);
  }, [by]);
  if (!Found) return <Waiting />;
  return Found === 'broken' ? <Broken onRetry={() => open(by)} /> : <Found at={at} />;
}

const SignedOut = () => <Other at={['da-thoat']} />;

/** In a host its own proof comes first: an invite then ties that account, and one who is known needs none. */
function screenNow() {
  const at = route.value;
  const [first, code] = at;
  const invited = first === 'moi' && code;
  // Whoever holds the paper may ask whether it is true.
  if (first === 'chung-nhan') return <Other at={at} />;
  if (hosted ? !session.value && invited && entering.value.is !== 'signing' : invited)
    return <Other key={code} at={at} by="invite" />;
  if (session.value) return first ? <Other at={at} /> : <HomeScreen />;
  if (!hosted) return <SignedOut />;
  if (entering.value.is === 'signing') return <Waiting />;
  return entering.value.is === 'off' ? <SignedOut /> : <Other at={['lien-ket']} />;
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
