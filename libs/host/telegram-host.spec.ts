/** @jest-environment jsdom */
import { jest } from '@jest/globals';
import { emitEvent, mockTelegramEnv } from '@tma.js/bridge';
import type { Launch } from './launch.ts';
import { telegramHost } from './telegram-host.ts';

interface Told {
  name: string;
  params: Record<string, unknown>;
}
let told: Told[] = [];
/** What the client does on a call, by the call's name; silence for all others. */
let client: Record<string, (params: Record<string, unknown>) => void> = {};

const launch: Launch = {
  kind: 'telegram',
  account: 'telegram:5120001',
  initData: 'user=%7B%22id%22%3A5120001%7D&auth_date=1&hash=abc',
  version: '9.0',
  platform: 'android',
  themeParams: { bg_color: '#ffffff', text_color: '#000000' },
};
const at = (version: string) => telegramHost(window, { ...launch, version });
const named = (name: string) => told.filter((one) => one.name === name).map((one) => one.params);
const emit = emitEvent as (name: string, payload?: unknown) => void;

beforeAll(() =>
  mockTelegramEnv({
    onEvent: ({ name, params }) => {
      told.push({ name, params: (params ?? {}) as Record<string, unknown> });
      queueMicrotask(() => client[name]?.((params ?? {}) as Record<string, unknown>));
    },
    launchParams: { tgWebAppVersion: '9.0', tgWebAppPlatform: 'android', tgWebAppThemeParams: {} },
  }),
);
beforeEach(() => {
  told = [];
  client = {};
  localStorage.clear();
});
afterEach(() => jest.useRealTimers());

it('hands out the launch data as it came', async () => {
  expect(await at('8.0').credential()).toEqual({ scheme: 'tma', value: launch.initData });
});

it('greets the client once: ready, whole height, no closing by a swipe', async () => {
  const host = at('8.0');
  await host.ready();
  await host.ready();
  expect(told.map(({ name }) => name)).toEqual([
    'web_app_ready',
    'web_app_expand',
    'web_app_setup_swipe_behavior',
    'web_app_request_viewport',
    'web_app_request_safe_area',
    'web_app_request_content_safe_area',
  ]);
});

it('asks an old client for nothing that it does not know', async () => {
  const host = at('6.0');
  await host.ready();
  host.paint({ header: '#0b5cad', page: '#f4f6f8', bottom: '#ffffff' });
  expect(await host.scanQr()).toEqual({ unsupported: true });
  expect(await host.requestPhone()).toEqual({ unsupported: true });
  expect(told.map(({ name }) => name)).toEqual(['web_app_ready', 'web_app_expand', 'web_app_request_viewport']);
  expect(host.titleBar).toBe('ours');
});

it('follows light and edges as the client tells them', async () => {
  const host = at('8.0');
  const heard: string[] = [];
  host.on('theme', () => heard.push('theme'));
  host.on('insets', () => heard.push('insets'));
  expect(await host.ready()).toMatchObject({ theme: 'light', insets: { top: 0 }, account: 'telegram:5120001' });
  emit('theme_changed', { theme_params: { bg_color: '#17212b' } });
  emit('safe_area_changed', { top: 24, right: 0, bottom: 16, left: 0 });
  emit('content_safe_area_changed', { top: 46, right: 0, bottom: 0, left: 0 });
  emit('viewport_changed', { height: 500, width: 360, is_expanded: true, is_state_stable: false });
  emit('viewport_changed', { height: 640, width: 360, is_expanded: true, is_state_stable: true });
  expect(await host.ready()).toMatchObject({ theme: 'dark', insets: { top: 70, bottom: 16 }, height: 640 });
  expect(heard).toEqual(['theme', 'insets', 'insets', 'insets']);
});

it('shows, hides and hears the arrow', () => {
  const host = at('8.0');
  let pressed = 0;
  const off = host.backButton.onClick(() => pressed++);
  host.backButton.show();
  host.backButton.hide();
  emit('back_button_pressed');
  off();
  emit('back_button_pressed');
  expect(named('web_app_setup_back_button')).toEqual([{ is_visible: true }, { is_visible: false }]);
  expect(pressed).toBe(1);
});

describe('the phone number', () => {
  const card = 'contact=%7B%22user_id%22%3A5120001%7D&auth_date=1&hash=abc';
  it('is the signed card, fetched until it is there', async () => {
    let asked = 0;
    client.web_app_request_phone = () => emit('phone_requested', { status: 'sent' });
    client.web_app_invoke_custom_method = ({ req_id }) =>
      emit('custom_method_invoked', { req_id, result: asked++ === 0 ? '' : card });
    expect(await at('8.0').requestPhone()).toEqual({ scheme: 'tma', token: card });
    expect(asked).toBe(2);
  });

  it('that the person keeps is refused', async () => {
    client.web_app_request_phone = () => emit('phone_requested', { status: 'cancelled' });
    expect(await at('8.0').requestPhone()).toEqual({ refused: true });
  });

  it('of a client that never answers is unsupported after two minutes', async () => {
    jest.useFakeTimers();
    const answer = at('8.0').requestPhone();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(await answer).toEqual({ unsupported: true });
  });
});

describe('the scanner', () => {
  it('closes and gives what the code says', async () => {
    client.web_app_open_scan_qr_popup = () => emit('qr_text_received', { data: 'https://to-so.example/app/#/moi/x' });
    expect(await at('8.0').scanQr()).toEqual({ text: 'https://to-so.example/app/#/moi/x' });
    expect(named('web_app_close_scan_qr_popup')).toHaveLength(1);
  });

  it('that is closed is refused', async () => {
    client.web_app_open_scan_qr_popup = () => emit('scan_qr_popup_closed');
    expect(await at('8.0').scanQr()).toEqual({ refused: true });
  });

  it('whose camera was denied says nothing: it is closed after a minute', async () => {
    jest.useFakeTimers();
    const answer = at('8.0').scanQr();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await answer).toEqual({ refused: true });
    expect(named('web_app_close_scan_qr_popup')).toHaveLength(1);
  });
});

describe('what is kept', () => {
  it('lies on the device from 9.0 on, under the account', async () => {
    const box = new Map<unknown, unknown>();
    client.web_app_device_storage_save_key = ({ req_id, key, value }) => {
      box.set(key, value);
      emit('device_storage_key_saved', { req_id });
    };
    client.web_app_device_storage_get_key = ({ req_id, key }) =>
      emit('device_storage_key_received', { req_id, value: box.get(key) ?? null });
    const { storage } = at('9.0');
    await storage.set('queue', '[1]');
    expect([...box.keys()]).toEqual(['to-so.telegram:5120001.queue']);
    expect(await storage.get('queue')).toBe('[1]');
    await storage.remove('queue');
    expect(await storage.get('queue')).toBeNull();
  });

  it('lies in the cloud before that, and on the page what is too long for it', async () => {
    const box = new Map<string, string>();
    client.web_app_invoke_custom_method = ({ req_id, method, params }) => {
      const { key = '', value = '', keys = [] } = params as { key?: string; value?: string; keys?: string[] };
      if (method === 'saveStorageValue') box.set(key, value);
      const result =
        method === 'getStorageValues' ? Object.fromEntries(keys.map((one) => [one, box.get(one) ?? ''])) : true;
      emit('custom_method_invoked', { req_id, result });
    };
    const { storage } = at('8.0');
    await storage.set('short', 'x');
    await storage.set('long', 'x'.repeat(5_000));
    expect([...box.keys()]).toEqual(['to-so_telegram_5120001_short']);
    expect(Object.keys(localStorage)).toEqual(['to-so.telegram:5120001.long']);
    expect(await storage.get('short')).toBe('x');
    expect((await storage.get('long'))?.length).toBe(5_000);
  });

  it('lies on the page of a client that does not answer', async () => {
    jest.useFakeTimers();
    const { storage } = at('9.0');
    const done = storage.set('queue', '[1]');
    await jest.advanceTimersByTimeAsync(3_000);
    await done;
    expect(localStorage.getItem('to-so.telegram:5120001.queue')).toBe('[1]');
  });
});

it("shares a link through Telegram's own sheet, and opens its own links inside", async () => {
  const host = at('8.0');
  expect(await host.share({ text: 'Mã mời', url: 'https://to-so.example/app/#/moi/x' })).toBe('shared');
  host.openChat('https://t.me/to_so_bot');
  host.openExternal('https://to-so.example/');
  expect(named('web_app_open_tg_link').map(({ path_full }) => path_full)).toEqual([
    `/share/url?url=${encodeURIComponent('https://to-so.example/app/#/moi/x')}&text=${encodeURIComponent('Mã mời')}`,
    '/to_so_bot',
  ]);
  expect(named('web_app_open_link')).toEqual([{ url: 'https://to-so.example/' }]);
});
