/** What a person and the world may do to a phone. Each says in a word how it went. */
import type { Locator, Page } from 'playwright-core';
import { routes } from '#contracts';
import { clickTwiceInOneTick, touchTwice } from '../../browser/touches.ts';
import { leftQuickReport } from '../browser.ts';
import type { Weather } from './faulty-network.ts';
import { meetMissingFiles, openNewVersion } from './deploy.ts';
import { addPhoto, photosIn } from './photo.ts';
import {
  comeBack,
  happens,
  isDraftOnly,
  isKeptInPageOnly,
  isSignedOut,
  setInPage,
  stored,
  type Walk,
} from './phone.ts';

const go = (page: Page, route: string): Promise<void> =>
  page.evaluate((hash) => {
    if (location.hash === hash) location.hash = '#/';
    location.hash = hash;
  }, `#/${route}`);

type Act = (walk: Walk) => Promise<string | void>;

export const weights = {
  record: 6,
  quick: 3,
  change: 3,
  drop: 2,
  reload: 3,
  offline: 3,
  online: 3,
  weather: 5,
  clock: 1,
  full: 1,
  revoke: 1,
  release: 1,
  deploy: 1,
  look: 2,
} as const;

/** Once, twice within a moment, or twice before the page could draw. */
async function send(walk: Walk, name: string): Promise<string> {
  const { page, random } = walk;
  const how = random();
  const button = page.getByRole('button', { name }).first();
  await button.waitFor();
  if (how < 0.5) await button.click();
  else if (how < 0.75) await touchTwice(page, name);
  else await clickTwiceInOneTick(page, name);
  return how < 0.5 ? '' : how < 0.75 ? ' twice' : ' twice at once';
}

/** A form asks what its order asks: without a network it opens only on a phone that has the order. */
async function canOpenForm({ page, network, isOffline }: Walk, field: Locator): Promise<boolean> {
  const absent = page.getByRole('heading', { name: 'Chưa tải được' });
  await field.or(absent).first().waitFor();
  if (isOffline || ['down', 'foreign', 'mixed'].includes(network.weather)) return field.isVisible();
  // As the screen says: a network that has just come back fails once more.
  if (await absent.isVisible()) await happens(page.getByRole('button', { name: 'Thử lại' }).click({ timeout: 1_500 }));
  await field.waitFor();
  return field.isVisible();
}

/** Types a number into the form that stands, sends it, and notes it as meant once the phone has taken it. */
async function fillAndSend(
  walk: Walk,
  { instead, withPhoto }: { instead?: number; withPhoto?: boolean } = {},
): Promise<string> {
  const { page, ledger } = walk;
  const field = page.getByRole('textbox', { name: /bao nhiêu|Lần ghi ngày/ }).first();
  if (!(await canOpenForm(walk, field))) {
    if (instead !== undefined && (await isDraftOnly(walk, instead))) ledger.meant.delete(instead);
    return ' (order not on the phone)';
  }
  const n = ledger.next();
  await field.fill(String(n));
  if (withPhoto) await addPhoto(page);
  const photos = await photosIn(page);
  const how = await send(walk, `Gửi ${n} hồ sơ`);
  await page.waitForFunction(() => location.hash.includes('/da-gui/'));
  if (instead !== undefined) ledger.meant.delete(instead);
  ledger.meant.add(n);
  if (photos > 0) ledger.photos.set(n, photos);
  return ` ${n}${how}${photos > 0 ? ` with ${photos} photos` : ''}`;
}

const usable = async ({ page }: Walk): Promise<boolean> => !(await isSignedOut(page));

const record: Act = async (walk) => {
  if (!(await usable(walk))) return ' (signed out)';
  await go(walk.page, `viec/${walk.taskId}/ghi`);
  return fillAndSend(walk, { withPhoto: walk.random() < 0.4 });
};

const quick: Act = async (walk) => {
  const { page, ledger } = walk;
  if (!(await usable(walk))) return ' (signed out)';
  const n = ledger.next();
  await go(page, 'bao-nhanh');
  await page.getByRole('button', { name: 'Tuyên truyền' }).click();
  await page.getByRole('button', { name: 'Nhập số khác' }).click();
  await page.getByRole('textbox').first().fill(String(n));
  const how = await send(walk, `Gửi: Tuyên truyền, ${n} lượt`);
  await leftQuickReport(page);
  ledger.meant.add(n);
  return ` ${n}${how}`;
};

/** The first item that waits with such a button: its number, and the button. */
async function waiting({ page }: Walk, name: string) {
  await go(page, 'cho-gui');
  await page.getByRole('heading', { name: 'Chờ gửi lên xã' }).waitFor();
  await page.waitForTimeout(150);
  const item = page
    .locator('.queue-item')
    .filter({ has: page.getByRole('button', { name, exact: true }) })
    .first();
  if (!(await item.isVisible())) return undefined;
  const n = Number(
    /(\d+) (hồ sơ|lượt)/.exec(((await item.innerText().catch(() => '')) ?? '').replace(/\s/g, ' '))?.[1],
  );
  // Others may leave meanwhile: the item is the one with this number, not the first one.
  const same = page.locator('.queue-item').filter({ hasText: new RegExp(`thêm\\s${n}\\s`) });
  return n ? { n, button: same.getByRole('button', { name, exact: true }) } : undefined;
}

/** How the app says that nobody knows yet whether an item has arrived. */
const NOT_KNOWN = 'Chưa biết lần gửi trước';
/** For the eye alone: what is read aloud stays in the page for as long as nothing else is said. */
const notKnown = (page: Page) => page.locator('.toast', { hasText: /Chưa\sbiết\slần\sgửi\strước/ });

/** Until the app has said how "Sửa" or "Bỏ" went: a request that nobody answers ends long before. */
const ANSWER_MS = 60_000;

/** A form, or a word that it cannot be known now. */
const outcomeOf = async (page: Page, timeout: number): Promise<'opened' | 'not now' | undefined> => {
  const found = await page
    .waitForFunction(
      (words) =>
        /\/(ghi|sua\/.+)$|bao-nhanh$/.test(location.hash)
          ? 'opened'
          : document.querySelector<HTMLElement>('.toast')?.innerText.replace(/\s/g, ' ').includes(words) && 'not now',
      NOT_KNOWN,
      { timeout },
    )
    .catch(() => undefined);
  return (await found?.jsonValue()) as 'opened' | 'not now' | undefined;
};

const change: Act = async (walk) => {
  const { page } = walk;
  if (!(await usable(walk))) return ' (signed out)';
  const found = await waiting(walk, 'Sửa');
  if (!found) return ' nothing';
  // What the app said to an earlier tap is no answer to this one.
  await notKnown(page).waitFor({ state: 'hidden' });
  const isTapped = await happens(found.button.click({ timeout: 1_500 }));
  // On a busy machine a tap may have come through of which we know nothing.
  const outcome = await outcomeOf(page, isTapped ? ANSWER_MS : 1_000);
  if (outcome !== 'opened') {
    if (await isDraftOnly(walk, found.n)) walk.ledger.meant.delete(found.n);
    else if (isTapped && outcome === undefined) walk.ledger.unsay(found.n);
    return isTapped ? ` ${found.n} ${outcome ?? 'unsaid'}` : ' too late';
  }
  if (!(await page.evaluate(() => location.hash)).includes('bao-nhanh'))
    return ` ${found.n} to${await fillAndSend(walk, { instead: found.n })}`;
  const n = walk.ledger.next();
  await page.getByRole('textbox').first().fill(String(n));
  await send(walk, `Gửi: Tuyên truyền, ${n} lượt`);
  await leftQuickReport(page);
  walk.ledger.meant.delete(found.n);
  walk.ledger.meant.add(n);
  return ` ${found.n} to ${n} (quick)`;
};

const drop: Act = async (walk) => {
  const { page, ledger } = walk;
  if (!(await usable(walk)) || walk.full) return ' not now';
  const found = await waiting(walk, 'Bỏ');
  if (!found) return ' nothing';
  // What only the page has, a while after the store takes rows again too, cannot be looked up.
  if (!(await stored(page)).some(({ value }) => value === found.n)) return ` ${found.n} not now`;
  const sheet = page.getByRole('dialog').getByRole('button', { name: 'Bỏ mục này' });
  await notKnown(page).waitFor({ state: 'hidden' });
  const asked = found.button.click({ timeout: 1_500 }).then(() => sheet.click({ timeout: 1_500 }));
  if (!(await happens(asked))) return ' too late';
  const until = Date.now() + ANSWER_MS;
  while (Date.now() < until) {
    const row = (await stored(page)).find(({ value }) => value === found.n);
    if (!row) {
      ledger.meant.delete(found.n);
      return ` ${found.n}`;
    }
    if (row.state === 'sent') return ` ${found.n} had arrived`;
    if (await notKnown(page).isVisible()) return ` ${found.n} not known`;
    await page.waitForTimeout(200);
  }
  ledger.unsay(found.n);
  return ` ${found.n} unsaid`;
};

/** Not while the page itself asks not to be left. */
const reload: Act = async ({ page }) => {
  if (await isKeptInPageOnly(page)) return ' not now';
  await page.goto(page.url(), { waitUntil: 'commit' }).catch(() => {});
  await page.reload();
  await page.locator('h1').first().waitFor();
};

const weathers: Weather[] = ['good', 'slow', 'deaf', 'busy', 'down', 'foreign', 'mixed'];
const weather: Act = async ({ network, random }) => {
  network.weather = weathers[Math.floor(random() * weathers.length)] ?? 'good';
  return ` ${network.weather}`;
};

/**
 * Set while the app is in sight, or while it is closed; only a clock set forward while it is closed cannot be noticed, or
 * in the moment before a page that was just opened watches it.
 */
const clock: Act = async (walk) => {
  const { page, app, random } = walk;
  const seen = await page.evaluate(() => localStorage.getItem('to-so.seen'));
  if (await usable(walk)) await page.waitForFunction((before) => localStorage.getItem('to-so.seen') !== before, seen);
  const days = Math.round((random() - 0.5) * 4);
  await setInPage(page, 'walk.off', app.clock.now().getTime() - Date.now() + days * 86_400_000);
  await page.waitForTimeout(2_200);
  return ` ${days} d`;
};

const full: Act = async (walk) => {
  walk.full = !walk.full;
  await setInPage(walk.page, 'walk.full', walk.full ? 1 : 0);
  return walk.full ? ' yes' : ' no more';
};

const revoke: Act = async (walk) => {
  const { app, leader, person, page, network } = walk;
  if (await isSignedOut(page)) return ' already';
  // What only the page has dies with it, as it says.
  if (await isKeptInPageOnly(page)) return ' not now';
  await app.call(routes.reportLostPhone, { token: leader.token, params: { personId: person.id } });
  if (walk.isOffline || network.weather !== 'good') return ' unheard';
  await page.reload();
  await page.waitForFunction(() => localStorage.getItem('to-so.session') === null);
  await comeBack(walk);
};

const release: Act = async (walk) => {
  const { page, network, isOffline } = walk;
  if (isOffline || network.weather !== 'good') return ' not now';
  if (await isKeptInPageOnly(page)) return ' not now';
  return openNewVersion(walk);
};

/** By itself, or by the person's own second start, the next screen has to open. */
const deploy: Act = async (walk) => {
  const { page, network, isOffline } = walk;
  if (isOffline || network.weather !== 'good' || (await isKeptInPageOnly(page))) return ' not now';
  const how = await meetMissingFiles(walk);
  if (how === 'asked') {
    await page.reload();
    await page.getByRole('heading', { name: 'Chờ gửi lên xã' }).waitFor();
  }
  await openNewVersion(walk);
  return how === 'asked' ? ' by hand' : '';
};

const look: Act = async ({ page, random }) => {
  const where = ['', 'cho-gui', 'hop-thu', 'to'][Math.floor(random() * 4)] ?? '';
  await go(page, where);
  await page.waitForTimeout(150);
  return ` ${where}`;
};

export const acts = {
  record,
  quick,
  change,
  drop,
  reload,
  offline: ({ offline }) => offline(true),
  online: ({ offline }) => offline(false),
  weather,
  clock,
  full,
  revoke,
  release,
  deploy,
  look,
} satisfies Record<keyof typeof weights, Act>;
