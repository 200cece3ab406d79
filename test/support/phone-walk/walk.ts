/** One member, one phone, some twenty acts chosen by a seed; then the ledger of what was meant is held against the database. */
import type { Browser, Page } from 'playwright-core';
import type { TestApp } from '../app.ts';
import { openPage } from '../browser.ts';
import { act, buildVillage, issueOrder } from '../orders.ts';
import { randomOf } from '../random.ts';
import { acts, weights } from './acts.ts';
import { startFaultyNetwork } from './faulty-network.ts';
import { prepareWalk } from './in-page.ts';
import { type Finding, Ledger } from './ledger.ts';
import { comeBack, isDraftOnly, isSignedOut, setInPage, stored, type Walk } from './phone.ts';

const STEPS = 14;
/**
 * Nothing is stuck that still moves, however slow the machine is: so many looks in a row at which nothing has come through
 * and nothing is on its way. A look takes the page and the database as long as they need.
 */
const STILL_LOOKS = 60;
/** Ends a walk in which something is on its way for ever. */
const LONGEST_MS = 300_000;
/** What the person waits for on the screen; longer than any pause of a busy machine. */
const PATIENCE_MS = 60_000;

export interface WalkResult {
  findings: Finding[];
  steps: string[];
  /** Answers that were not the server's. */
  foreign: number;
}

export async function walkOnce(browser: Browser, app: TestApp, server: string, seed: number): Promise<WalkResult> {
  const random = randomOf(seed);
  const village = await buildVillage(app, { hamlets: 1, commune: `Minh Sơn ${seed}` });
  const team = village.teams[0];
  if (!team) throw new Error('a village without a team');
  const order = { target: 400, shares: [{ teamId: team.id, target: 400 }] };
  const taskId = (await issueOrder(app, village, order)).taskIds[0] ?? '';
  await act(app, team.leader, 'acceptTask', taskId);
  const network = await startFaultyNetwork(server);
  const { context, page } = await openPage(browser, network.url, { width: 360, height: 740 });
  context.setDefaultTimeout(PATIENCE_MS);
  const walk: Walk = {
    app,
    page,
    network,
    ledger: new Ledger(app, team.member.id),
    leader: team.leader,
    person: team.member,
    taskId,
    random,
    isOffline: false,
    full: false,
    offline: async (yes) => {
      walk.isOffline = yes;
      await context.setOffline(yes);
    },
  };
  const steps: string[] = [];
  try {
    await begin(walk);
    for (let step = 0; step < STEPS; step++) {
      const name = choose(random);
      steps.push(name);
      steps[steps.length - 1] = `${name}${(await actOnce(walk, name)) ?? ''}`;
      await walk.ledger.hear(page, steps.at(-1) ?? '');
    }
    await settle(walk);
  } catch (error) {
    const said = error instanceof Error ? error.message.slice(0, 300) : String(error);
    const shown = await page
      .locator('body')
      .innerText({ timeout: 2_000 })
      .catch(() => '');
    walk.ledger.find(
      'stuck',
      `${steps.at(-1)}: ${said}; at ${page.url()}: ${shown.replace(/\s+/g, ' ').slice(0, 900)}`,
    );
  } finally {
    await context.close();
    await network.stop();
  }
  return { findings: walk.ledger.findings, steps, foreign: network.foreign };
}

/** A phone that is signed out in the middle of an act shows another screen: what had been stored by then is meant. */
async function actOnce(walk: Walk, name: keyof typeof acts): Promise<string | void> {
  try {
    return await acts[name](walk);
  } catch (error) {
    if (!(await isSignedOut(walk.page))) throw error;
    const kept = walk.full ? [] : await stored(walk.page);
    for (const { value } of kept) if (value === walk.ledger.newest) walk.ledger.meant.add(value);
    // Taken back into its form when the session ended.
    if (name === 'change' && !walk.full)
      for (const n of walk.ledger.meant)
        if (!(await walk.ledger.arrived()).includes(n) && (await isDraftOnly(walk, n))) walk.ledger.meant.delete(n);
    return ' (signed out meanwhile)';
  }
}

function choose(random: () => number): keyof typeof acts {
  const names = Object.keys(weights) as (keyof typeof acts)[];
  let left = random() * names.reduce((sum, name) => sum + weights[name], 0);
  return names.find((name) => (left -= weights[name]) < 0) ?? 'record';
}

/** A phone that was used before: every screen is on it, and its worker looks after the page. */
async function begin({ app, page, network, person, taskId }: Walk): Promise<void> {
  await page.addInitScript(prepareWalk, app.clock.now().getTime() - Date.now());
  await page.goto(`${network.url}/app/`);
  await page.evaluate(
    (kept) => localStorage.setItem('to-so.session', kept),
    JSON.stringify({ token: person.token, personId: person.id }),
  );
  await page.reload();
  await page.getByText(/Đã\scập\snhật/).waitFor();
  await page.evaluate(async () => {
    const controlled = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
    await navigator.serviceWorker.register('sw.js');
    if (!navigator.serviceWorker.controller) await controlled;
  });
  await page.evaluate((hash) => void (location.hash = hash), `#/viec/${taskId}/ghi`);
  await page.getByRole('textbox', { name: /bao nhiêu/ }).waitFor();
  // The clock is watched once the phone has come to rest.
  await page.waitForFunction(() => localStorage.getItem('to-so.seen') !== null);
}

/** Read at one moment: a session that ends between two looks takes what waits from the screen. */
const isThrough = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const shown = document.body.innerText;
    return /Không còn mục nào chờ gửi|Xong hôm nay/.test(shown.replace(/\s/g, ' ')) && !shown.includes('Đang chờ');
  });

/** The network is good, nothing fails any more, the person looks: everything has to arrive. */
async function settle(walk: Walk): Promise<void> {
  const { page, ledger } = walk;
  walk.network.weather = 'good';
  if (walk.full) await setInPage(page, 'walk.full', 0);
  walk.full = false;
  await walk.offline(true);
  await walk.offline(false);
  await page.evaluate(() => void (location.hash = '#/cho-gui'));
  const until = Date.now() + LONGEST_MS;
  let last = '';
  for (let still = 0; still < STILL_LOOKS && Date.now() < until; still++) {
    if (await isSignedOut(page)) {
      await comeBack(walk);
      await page.evaluate(() => void (location.hash = '#/cho-gui'));
    }
    if (await isThrough(page)) break;
    const now = page.getByRole('button', { name: /^Gửi ngay/ }).first();
    if (await now.isVisible()) await now.click({ timeout: 2_000 }).catch(() => {});
    await page.waitForTimeout(300);
    const moved = JSON.stringify([await ledger.arrived(), [...(await ledger.photosThere())]]);
    if (moved !== last || (await page.getByText('Đang gửi').first().isVisible())) still = 0;
    last = moved;
  }
  await ledger.hear(page, 'settled');
  await ledger.close(page);
}
