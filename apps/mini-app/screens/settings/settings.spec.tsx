import { TextEncoder } from 'node:util';
import { asked, findings, refusal, serverSays, signInHere } from '../../testing/phone.ts';

// jsdom has none.
Object.assign(globalThis, { TextEncoder });

signInHere([]);
const key = 'BNbxGYNMhEIi9zrneh7mqV4oUanjLUK3m-mYZBc62frMKrEoMk88r3Lk596T0ck9xlT-aok0fO1KXBLV4-XqxYM';
const preferences = {
  muted: [],
  mandatory: ['taskAssigned'],
  optional: ['taskConfirmed'],
  quietFrom: '21:00',
  quietTo: '06:30',
  email: { address: 'hoa@minhson.example', on: true },
  routes: [
    { channel: 'zalo-oa', on: true, works: false },
    { channel: 'telegram', on: true, works: true },
    { channel: 'email', on: true, works: true },
  ],
};
const account = {
  id: '00000000-0000-4000-8000-000000000a01',
  space: 'telegram',
  proof: 'invite',
  linkedAt: '2022-11-16T02:00:00.000Z',
  state: 'active',
};

/** The browser's side of push: a permission that is given once asked, one subscription at a time. */
const browser = { permission: 'default', asks: 0, subscription: undefined as object | undefined };
const subscribe = async () => {
  browser.subscription = {
    endpoint: 'https://push.example/1',
    toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'p'.repeat(87), auth: 'a'.repeat(22) } }),
    unsubscribe: async () => void (browser.subscription = undefined),
  };
  return browser.subscription;
};
const registration = { pushManager: { getSubscription: async () => browser.subscription ?? null, subscribe } };
Object.defineProperty(navigator, 'serviceWorker', {
  value: { getRegistration: async () => registration, ready: Promise.resolve(registration), addEventListener() {} },
});
Object.assign(globalThis, {
  PushManager: class {},
  Notification: {
    get permission() {
      return browser.permission;
    },
    requestPermission: async () => {
      browser.asks += 1;
      browser.permission = 'granted';
      return 'granted';
    },
  },
});

const { cleanup, render, screen, within } = await import('@testing-library/preact');
const { userEvent } = await import('@testing-library/user-event');
const { SettingsScreen } = await import('./settings.tsx');
const { renewPush } = await import('../../model/device/push.ts');
await import('../../model/words/more-words.ts');

const sent = (path: string) => asked.filter((one) => one.path === path && one.method !== 'GET').map(({ body }) => body);
beforeEach(() => {
  asked.length = 0;
  Object.assign(browser, { permission: 'default', asks: 0, subscription: undefined });
  localStorage.removeItem('to-so.push');
  serverSays({
    'GET /me/preferences': preferences,
    'PUT /me/preferences': preferences,
    'GET /me/accounts': [account],
    'GET /me/sessions': [],
    'GET /push/key': { publicKey: key },
    'PUT /me/push': {},
    'POST /me/push/off': {},
  });
});
afterEach(cleanup);

it('says by which ways messages come, which is in use, and sends the whole list when one is switched off', async () => {
  render(<SettingsScreen />);
  const telegram = await screen.findByRole('switch', { name: /^Telegram/ });
  expect(telegram.closest('label')?.textContent).toContain('Đang dùng: tin tới đây');
  expect(screen.getByRole('switch', { name: /^Zalo của xã/ }).closest('label')?.textContent).toContain(
    'Đang không gửi',
  );
  expect(await findings()).toEqual([]);
  await userEvent.click(telegram);
  expect(sent('/me/preferences')).toEqual([
    { muted: [], quietFrom: '21:00', quietTo: '06:30', emailOn: true, offChannels: ['telegram'] },
  ]);
});

it('switches e-mail by its own switch, and puts back what the server did not take', async () => {
  serverSays({ 'PUT /me/preferences': refusal(503, 'platform.notReady') });
  render(<SettingsScreen />);
  const email = await screen.findByRole<HTMLInputElement>('switch', { name: /^Thư điện tử/ });
  await userEvent.click(email);
  expect(sent('/me/preferences')).toEqual([
    { muted: [], quietFrom: '21:00', quietTo: '06:30', emailOn: false, offChannels: [] },
  ]);
  expect((await screen.findByRole<HTMLInputElement>('switch', { name: /^Thư điện tử/ })).checked).toBe(true);
});

it('asks for the permission only when the person switches notices on, and tells the server where they go', async () => {
  render(<SettingsScreen />);
  const notices = await screen.findByRole<HTMLInputElement>('switch', { name: /^Báo trên máy này/ });
  expect(browser.asks).toBe(0);
  await userEvent.click(notices);
  expect(browser.asks).toBe(1);
  expect(sent('/me/push')).toEqual([
    { endpoint: 'https://push.example/1', keys: { p256dh: 'p'.repeat(87), auth: 'a'.repeat(22) } },
  ]);
  await userEvent.click(notices);
  expect(sent('/me/push/off')).toEqual([{ endpoint: 'https://push.example/1' }]);
  expect(browser.subscription).toBeUndefined();
});

it('tells an iPhone to put the app on the home screen first, and a browser that blocks where to allow', async () => {
  const { PushManager } = globalThis as { PushManager?: unknown };
  Reflect.deleteProperty(globalThis, 'PushManager');
  const agent = Object.getOwnPropertyDescriptor(Navigator.prototype, 'userAgent') as PropertyDescriptor;
  Object.defineProperty(navigator, 'userAgent', {
    value: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0)',
    configurable: true,
  });
  render(<SettingsScreen />);
  await screen.findByText(/Thêm vào MH chính/);
  cleanup();
  Object.assign(globalThis, { PushManager });
  Object.defineProperty(navigator, 'userAgent', { ...agent, configurable: true });
  browser.permission = 'denied';
  render(<SettingsScreen />);
  await screen.findByText(/đang chặn thông báo/);
});

it('makes the subscription right again at a start, once the browser has changed it, and asks nobody', async () => {
  browser.permission = 'granted';
  const { session } = await import('../../model/sign-in/session.ts');
  const known = { endpoint: 'https://push.example/old', key, personId: session.value?.personId };
  localStorage.setItem('to-so.push', JSON.stringify(known));
  await renewPush();
  expect(sent('/me/push')).toHaveLength(1);
  await renewPush();
  expect(sent('/me/push')).toHaveLength(1);
  localStorage.setItem('to-so.push', JSON.stringify({ ...known, personId: 'another' }));
  await renewPush();
  expect(sent('/me/push')).toHaveLength(1);
  expect(browser.asks).toBe(0);
});

it('takes an account off only after asking, and gives a code of my own for another', async () => {
  serverSays({
    'DELETE /me/accounts/00000000-0000-4000-8000-000000000a01': {},
    'POST /me/link-codes': {
      code: 'K7P2',
      expiresAt: '2022-11-18T01:00:00.000Z',
      ways: [
        { space: 'telegram', url: 'https://t.me/to_so_bot?start=K7P2', text: 'LIENKET K7P2' },
        { space: 'zalo-oa', url: 'https://zalo.me/9000', text: 'LIENKET K7P2' },
      ],
    },
  });
  render(<SettingsScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Gỡ Telegram' }));
  expect(sent('/me/accounts/00000000-0000-4000-8000-000000000a01')).toEqual([]);
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Gỡ' }));
  expect(sent('/me/accounts/00000000-0000-4000-8000-000000000a01')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Kết nối Zalo, Telegram' }));
  await screen.findByRole('img', { name: 'Mã để mở Telegram' });
  await screen.findByText('Nhắn đúng dòng này tới Zalo của xã');
  expect(screen.getByText('LIENKET K7P2')).toBeTruthy();
  expect(await findings()).toEqual([]);
});
