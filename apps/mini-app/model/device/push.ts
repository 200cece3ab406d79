/** Notices of the browser or of the installed app. Permission is asked when a person switches them on, never by itself. */
import { type PushSubscription as PushInput, take } from '#client';
import { api } from '../api.ts';
import { hosted } from './host.ts';
import { read, write } from '../local.ts';
import { session } from '../sign-in/session.ts';

export type PushState =
  /** The server has none, or this browser cannot. */
  | 'none'
  /** iPhone and iPad push to apps on the home screen only. */
  | 'needs-home-screen'
  | 'denied'
  | 'off'
  | 'on';

interface Known {
  endpoint: string;
  key: string;
  personId: string;
}

const isApple = () => /iPhone|iPad/.test(navigator.userAgent);
const isInstalled = () =>
  matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true;

async function serverKey(): Promise<string | null> {
  const { publicKey } = await take(api.GET('/push/key'));
  return publicKey;
}

async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  return (await navigator.serviceWorker.getRegistration()) ?? (await navigator.serviceWorker.register('sw.js'));
}

/** Never throws: a browser that fails here cannot. */
export async function pushState(): Promise<PushState> {
  if (hosted) return 'none';
  try {
    if (!(await serverKey())) return 'none';
    if (!('PushManager' in window) || !('Notification' in window))
      return isApple() && !isInstalled() ? 'needs-home-screen' : 'none';
    if (Notification.permission === 'denied') return 'denied';
    const known = read<Known>('push');
    const there = await (await registration())?.pushManager.getSubscription();
    return there && known?.endpoint === there.endpoint && known.personId === session.value?.personId ? 'on' : 'off';
  } catch {
    return 'none';
  }
}

/** Must run inside a tap: browsers ask for permission only then. @throws ApiError or DOMException */
export async function turnPushOn(): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return pushState();
  const key = await serverKey();
  if (!key) return 'none';
  await tell(await subscribe(key), key);
  return 'on';
}

async function subscribe(key: string): Promise<PushSubscription> {
  await registration();
  const { pushManager } = await navigator.serviceWorker.ready;
  const old = await pushManager.getSubscription();
  if (old && read<Known>('push')?.key !== key) await old.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
}

async function tell(subscription: PushSubscription, key: string): Promise<void> {
  const { endpoint, keys } = subscription.toJSON();
  await take(api.PUT('/me/push', { body: { endpoint, keys } as PushInput }));
  write('push', { endpoint, key, personId: session.value?.personId } as Known);
}

export async function turnPushOff(): Promise<void> {
  const there = await (await registration())?.pushManager.getSubscription();
  write('push', undefined);
  if (!there) return;
  await api.POST('/me/push/off', { body: { endpoint: there.endpoint } }).catch(() => {});
  await there.unsubscribe();
}

/**
 * Browsers change a subscription on their own, and servers their key: what the server knows is made right again at a
 * start, without asking anybody. A subscription of someone who signed out before is not taken over.
 */
export async function renewPush(): Promise<void> {
  const known = read<Known>('push');
  if (!known || !('PushManager' in window) || Notification.permission !== 'granted') return;
  if (known.personId !== session.value?.personId) return;
  try {
    const key = await serverKey();
    const there = await (await registration())?.pushManager.getSubscription();
    if (!key) return;
    if (there?.endpoint === known.endpoint && key === known.key) return;
    await tell(await subscribe(key), key);
  } catch {
    // Tried again at the next start.
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
