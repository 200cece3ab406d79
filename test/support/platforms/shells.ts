/** The three places where the mini-app runs, for the same stories: a browser, Telegram and Zalo, with the real server. */
import type { Browser } from 'playwright-core';
import { type TestApp, stopApps } from '../app.ts';
import { buildFrontend, launchBrowser, openPage, serve, type PageOptions, type Visit } from '../browser.ts';
import { startWithPlatforms, stopPlatforms } from './platforms.ts';
import { playTelegram } from './telegram-phone.ts';
import { makeZaloPlace } from './zalo-phone.ts';

export const phone = { width: 360, height: 740 };

export interface Shell {
  name: 'browser' | 'telegram' | 'zalo';
  app: TestApp;
  /** A phone with a storage of its own; in a host, with the platform's account of that number. */
  visit(account: number, options?: Partial<PageOptions>): Promise<Visit>;
  /** What a message's button opens there for that account, each time as a launch of its own. */
  link(route: string[], account: number): string;
  /** The number that the platform proves for the account, E.164; a host without one proves nothing. */
  phoneOf?(account: number): string;
  /** What the person's scanner will read next. */
  showCode?(visit: Visit, text: string): Promise<void>;
  stop(): Promise<void>;
}

export async function openBrowserShell(env: Record<string, string>): Promise<Shell> {
  const { app, url } = await serve('mini-app', env);
  const browser = await launchBrowser([], { whole: true });
  return {
    name: 'browser',
    app,
    visit: (_account, options) => openPage(browser, url, { ...phone, ...options }),
    link: (route) => `${url}/app/#/${route.join('/')}`,
    stop: () => close(browser),
  };
}

export async function openTelegramShell(env: Record<string, string>): Promise<Shell> {
  buildFrontend('mini-app');
  const world = await startWithPlatforms(env);
  await world.app.nest.listen(0, '127.0.0.1');
  const url = await world.app.nest.getUrl();
  const browser = await launchBrowser();
  const known = new Set<number>();
  const person = (account: number) => {
    if (!known.has(account)) world.telegram.person(account);
    known.add(account);
  };
  let launches = 0;
  return {
    name: 'telegram',
    app: world.app,
    visit: async (account, options) => {
      person(account);
      const visit = await openPage(browser, url, { ...phone, ...options });
      await playTelegram(visit, () => world.telegram.requestContact(account));
      return visit;
    },
    link: (route, account) => {
      person(account);
      const launch = new URLSearchParams({
        tgWebAppData: world.telegram.launch(account, { query_id: `AAHstory${launches++}` }),
        tgWebAppVersion: '9.0',
        tgWebAppPlatform: 'android',
        tgWebAppThemeParams: JSON.stringify({
          bg_color: '#ffffff',
          secondary_bg_color: '#f0f2f5',
          section_bg_color: '#ffffff',
          text_color: '#0f1419',
        }),
      });
      return `${url}/app/${route.length > 0 ? `?startapp=${route.join('_')}` : ''}#${launch}`;
    },
    phoneOf: (account) => {
      person(account);
      return `+84511${String(account).padStart(6, '0').slice(-6)}`;
    },
    showCode: (visit, text) =>
      visit.page.evaluate((code) => void Object.assign(window, { codeBeforeCamera: code }), text),
    stop: async () => {
      await close(browser);
      await stopPlatforms(world);
    },
  };
}

export async function openZaloShell(env: Record<string, string>): Promise<Shell> {
  const miniAppId = '3200000000000000001';
  const world = await startWithPlatforms({ ZALO_MINI_APP_ID: miniAppId, ...env });
  await world.app.nest.listen(0, '127.0.0.1');
  const url = await world.app.nest.getUrl();
  const place = await makeZaloPlace({ zalo: world.zalo, miniAppId, apiUrl: url });
  const browser = await launchBrowser([`--host-resolver-rules=${place.resolverRules}`]);
  return {
    name: 'zalo',
    app: world.app,
    visit: async (account, options) => {
      const visit = await openPage(browser, url, { ...phone, ...place.pageOptions, ...options });
      await place.play(visit, account);
      return visit;
    },
    link: (route) => `https://h5.zdn.vn/zapps/${miniAppId}/${route.join('/')}?env=TESTING`,
    phoneOf: (account) => `+${place.personOf(account).phone}`,
    showCode: (visit, text) =>
      visit.page.evaluate((code) => void Object.assign(window, { codeBeforeCamera: code }), text),
    stop: async () => {
      await close(browser);
      await place.stop();
      await stopPlatforms(world);
    },
  };
}

async function close(browser: Browser): Promise<void> {
  await browser.close();
  await stopApps();
}
