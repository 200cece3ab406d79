/** @jest-environment jsdom */
// The SDK is Zalo's and does nothing outside of Zalo: it is stood in for here, and runs for real in the browser stories.
import { jest } from '@jest/globals';
import type { MiniAppHost } from './mini-app-host.ts';

type Call = () => Promise<unknown>;
const never: Call = () => new Promise(() => {});
const sdk = {
  getAccessToken: never,
  getPhoneNumber: never,
  getUserID: (async () => '99001') as Call,
  scanQRCode: never,
  closeApp: never,
  openShareSheet: never,
  openOutApp: never,
  setNavigationBarTitle: never,
  setNavigationBarColor: never,
};
const values = new Map<string, string>();
const events = { on: jest.fn(), off: jest.fn() };
let storageWorks = true;
const guarded = <T>(work: () => T): T => {
  // Rejections of the SDK are plain objects, not errors.
  // oxlint-disable-next-line no-throw-literal
  if (!storageWorks) throw { code: -1404 };
  return work();
};

jest.unstable_mockModule(
  'zmp-sdk/apis',
  () => ({
    ...Object.fromEntries(
      Object.keys(sdk).map((name) => [
        name,
        (...args: unknown[]) => (sdk[name as keyof typeof sdk] as (...a: unknown[]) => unknown)(...args),
      ]),
    ),
    events,
    Events: {
      AppResumed: 'h5.event.resumed',
      AppPaused: 'h5.event.paused',
      NetworkChanged: 'h5.event.connection.changed',
    },
    nativeStorage: {
      getItem: (key: string) => guarded(() => values.get(key) ?? ''),
      setItem: (key: string, value: string) => guarded(() => void values.set(key, value)),
      removeItem: (key: string) => guarded(() => void values.delete(key)),
    },
  }),
  { virtual: true },
);
const { zaloHost } = await import('./zalo-host.ts');
let host: MiniAppHost;
beforeEach(() => {
  Object.assign(sdk, { getAccessToken: never, getPhoneNumber: never, scanQRCode: never, openShareSheet: never });
  storageWorks = true;
  host = zaloHost(window);
});
afterEach(() => jest.useRealTimers());

it('gives the access token, and none where the SDK says an empty one or nothing', async () => {
  sdk.getAccessToken = async () => 'token-of-zalo';
  expect(await host.credential()).toEqual({ scheme: 'zalo', value: 'token-of-zalo' });
  sdk.getAccessToken = async () => '';
  expect(await host.credential()).toEqual({ scheme: 'zalo', value: null });
  jest.useFakeTimers();
  sdk.getAccessToken = never;
  const answer = host.credential();
  await jest.advanceTimersByTimeAsync(8_000);
  expect(await answer).toEqual({ scheme: 'zalo', value: null });
});

it.each([
  [-201, { refused: true }],
  [-202, { refused: true }],
  [-1401, { refused: true }],
  [-2002, { refused: true }],
  [-1403, { unsupported: true }],
  [-1404, { unsupported: true }],
  [-2000, { unsupported: true }],
])('takes the code %i of a plain object as %o', async (code, outcome) => {
  // oxlint-disable-next-line prefer-promise-reject-errors
  sdk.getPhoneNumber = () => Promise.reject({ code });
  expect(await host.requestPhone()).toEqual(outcome);
});

it('takes an answer without a token, as outside of Zalo, for none', async () => {
  sdk.getPhoneNumber = async () => ({ number: '' });
  expect(await host.requestPhone()).toEqual({ unsupported: true });
  sdk.scanQRCode = async () => ({ content: '' });
  expect(await host.scanQr()).toEqual({ refused: true });
});

it('gives the phone token and what a code says', async () => {
  sdk.getPhoneNumber = async () => ({ token: 'phone-token' });
  sdk.scanQRCode = async () => ({ content: 'https://to-so.example/app/#/moi/x' });
  expect(await host.requestPhone()).toEqual({ scheme: 'zalo', token: 'phone-token' });
  expect(await host.scanQr()).toEqual({ text: 'https://to-so.example/app/#/moi/x' });
});

it('keeps values under the account, and none in a client that is too old, without a word', async () => {
  await host.storage.set('queue', '[1]');
  expect([...values.keys()]).toEqual(['to-so.zalo:99001.queue']);
  expect(await host.storage.get('queue')).toBe('[1]');
  await host.storage.remove('queue');
  expect(await host.storage.get('queue')).toBeNull();
  storageWorks = false;
  await host.storage.set('queue', '[1]');
  expect(await host.storage.get('queue')).toBeNull();
});

it('shares through Zalo, and tells when the person did not', async () => {
  sdk.openShareSheet = async () => ({});
  expect(await host.share({ text: 'Mã mời', url: 'https://to-so.example/' })).toBe('shared');
  // oxlint-disable-next-line prefer-promise-reject-errors
  sdk.openShareSheet = () => Promise.reject({ code: -201 });
  expect(await host.share({ text: 'Mã mời' })).toBe('refused');
});

it("hears Zalo's own signs of coming back, until it is told to stop", () => {
  const hear = () => {};
  host.on('resume', hear)();
  expect(events.on).toHaveBeenCalledWith('h5.event.resumed', hear);
  expect(events.off).toHaveBeenCalledWith('h5.event.resumed', hear);
});
