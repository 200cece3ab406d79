/** The phone of a walk, and what acts on it from outside of its screens. */
import type { Page } from 'playwright-core';
import { routes } from '#contracts';
import type { TestApp } from '../app.ts';
import type { TestPerson } from '../people.ts';
import type { FaultyNetwork } from './faulty-network.ts';
import type { WalkPage } from './in-page.ts';
import type { Ledger } from './ledger.ts';

export interface Walk {
  app: TestApp;
  page: Page;
  network: FaultyNetwork;
  ledger: Ledger;
  leader: TestPerson;
  person: TestPerson;
  taskId: string;
  /** 0..1, the same for the same seed. */
  random(): number;
  offline(yes: boolean): Promise<void>;
  isOffline: boolean;
  /** The store refuses at this moment. */
  full: boolean;
}

export const setInPage = (page: Page, name: 'walk.off' | 'walk.full', value: number): Promise<void> =>
  page.evaluate(([key, n]) => (globalThis as unknown as WalkPage).walkSet(key, n), [name, value] as const);

export const stored = (page: Page): ReturnType<WalkPage['walkStored']> =>
  page.evaluate(() => (globalThis as unknown as WalkPage).walkStored());

/** Whoever was signed out comes back by a new invite on the same phone, and in the same page where it asks not to be left. */
export async function comeBack({ app, page, leader, person, network }: Walk): Promise<void> {
  const { body: invite } = await app.call(routes.createInvite, {
    token: leader.token,
    params: { personId: person.id },
  });
  const isHere = await isKeptInPageOnly(page);
  await page.goto(`${network.url}/app/#/moi/${invite.code}`);
  if (!isHere) await page.reload();
  await page.getByRole('button', { name: 'Đúng, là tôi' }).click();
  await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
}

export const isSignedOut = (page: Page): Promise<boolean> =>
  page.evaluate(() => localStorage.getItem('to-so.session') === null);

/** While the store refuses, the page says that what it has dies with it, or asks whoever leaves it meanwhile. */
export const isKeptInPageOnly = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const isSaid = /Máy\skhông\slưu\sđược|Chỉ\scòn\strong\strang\snày/.test(document.body.innerText);
    return isSaid || !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  });

/** Out of the queue, and in a form that is kept on the phone for this person: to be sent, or not, when they open it again. */
export async function isDraftOnly({ page, person }: Walk, n: number): Promise<boolean> {
  if ((await stored(page)).some(({ value }) => value === n)) return false;
  return page.evaluate(
    ([drafts, value]) =>
      Object.entries(localStorage).some(
        ([key, kept]) => key.includes(drafts) && new RegExp(`"value":${value}\\b`).test(String(kept)),
      ),
    [`draft.${person.id}.`, n] as const,
  );
}

/** The worker has all files of the app: it starts without a network from now on. */
export const comeToRest = (page: Page): Promise<unknown> =>
  page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const [name] = await caches.keys();
    const kept = name ? await (await caches.open(name)).match('./') : undefined;
    return kept !== undefined && registration?.active?.state === 'activated' && navigator.serviceWorker.controller;
  });

/** Whether it comes to pass within its own time. */
export const happens = (wanted: Promise<unknown>): Promise<boolean> =>
  wanted.then(
    () => true,
    () => false,
  );
