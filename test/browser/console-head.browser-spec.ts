/**
 * The page's head asks for the first answers while the program is on its way, and spells their addresses by itself: they have to be
 * those that the program then takes, else each is fetched twice or for nobody.
 */
import { v7 } from 'uuid';
import { sql } from '#platform/database';
import type { Browser, Page, Request } from 'playwright-core';
import { type TestApp, stopApps } from '../support/app.ts';
import { launchBrowser, openPage, serve } from '../support/browser.ts';
import { buildMember, buildOfficer, buildTeam } from '../support/people.ts';
import { buildPlace, type Place } from '../support/units.ts';

interface Entered {
  token: string;
  postId?: string;
}

/** Where the head keeps what it asked for until the program takes it. */
interface Head {
  __early?: { answers: Record<string, Promise<Response>> };
}

let app: TestApp;
let url: string;
let browser: Browser;
let place: Place;

beforeAll(async () => {
  ({ app, url } = await serve('console'));
  browser = await launchBrowser();
  place = await buildPlace(app, { hamlets: 1 });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stopApps();
});

const running = (unitId: string) => `/units/${unitId}/assignments?open=true&limit=50`;
const overview = (unitId: string) => `/units/${unitId}/overview`;

const officerOf = (unitId: string) => buildOfficer(app, { role: 'committee_member', unitId });

async function open(entered: Entered | undefined) {
  const visit = await openPage(browser, url, { width: 1280, height: 800 });
  if (entered)
    await visit.page.addInitScript(
      (own) => location.host && sessionStorage.setItem('to-so.session', JSON.stringify(own)),
      entered,
    );
  return visit;
}

const pathOf = (request: Request) =>
  request
    .url()
    .slice(url.length)
    .replace(/^\/api\/v1(?=\/)/, '');
const isData = (request: Request) => request.url().startsWith(`${url}/api/v1/`);

/** What the head asks for by itself: no file of the program comes. */
async function askedByHead(entered: Entered | undefined, hash: string): Promise<string[]> {
  const { context, page } = await open(entered);
  const asked: string[] = [];
  page.on('request', (request) => isData(request) && asked.push(pathOf(request)));
  await page.route('**/console/assets/**', (route) => route.abort());
  await page.goto(`${url}/console/${hash}`);
  // What it asks for after it knows who it is, it asks for at once.
  await page.evaluate(async () => {
    await (await (window as unknown as Head).__early?.answers['/me'])?.text();
    await new Promise((done) => setTimeout(done, 100));
  });
  await context.close();
  return asked;
}

const untaken = (page: Page) => page.evaluate(() => Object.keys((window as unknown as Head).__early?.answers ?? {}));

/** Styles that the head named and that nothing on the page wears. */
const unworn = (page: Page) =>
  page.evaluate(() => {
    const worn = [...document.styleSheets].map((sheet) => sheet.href);
    const named = [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=style]')];
    return named.map((link) => link.href).filter((href) => !worn.includes(href));
  });

/** Everything that a visit fetches until its page stands, and what the head fetched or named for nobody. */
async function visited(entered: Entered | undefined, hash: string, stands: string) {
  const { context, page, troubles } = await open(entered);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(pathOf(request)));
  await page.goto(`${url}/console/${hash}`);
  await page.locator(stands).first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.loading').length === 0);
  const left = [...(await untaken(page)), ...(await unworn(page))];
  expect(troubles).toEqual([]);
  await context.close();
  return { asked, twice: asked.filter((path, index) => asked.indexOf(path) < index), left };
}

/** The head asks for exactly these; the program takes them all, and nothing, file or answer, comes twice. */
async function expectAsked(entered: Entered | undefined, hash: string, paths: string[], stands = '#main h1') {
  expect(await askedByHead(entered, hash)).toEqual(paths);
  const { asked, twice, left } = await visited(entered, hash, stands);
  expect(asked).toEqual(expect.arrayContaining(paths));
  expect(twice).toEqual([]);
  expect(left).toEqual([]);
}

it('asks for nothing before somebody is signed in', () => expectAsked(undefined, '', [], 'input[name=login]'));

it('asks for the running orders of a commune, which the day takes', async () => {
  const entered = await officerOf(place.communeId);
  await expectAsked(entered, '', ['/me', running(place.communeId)]);
  await expectAsked(entered, '#/', ['/me', running(place.communeId)]);
});

it('asks for the overview too above a commune', async () => {
  const { districtId, provinceId } = place;
  await expectAsked(await officerOf(districtId), '', ['/me', running(districtId), overview(districtId)]);
  await expectAsked(await officerOf(provinceId), '', ['/me', running(provinceId), overview(provinceId)]);
});

it('asks for who it is alone where another page or another day is gone to', async () => {
  const entered = await officerOf(place.communeId);
  for (const hash of ['#/teams', '#/?at=2026-01-15']) await expectAsked(entered, hash, ['/me']);
});

it('asks for the day of the post that was chosen, and for none before one is', async () => {
  const { id, token, postId } = await officerOf(place.communeId);
  const other = v7();
  await app.database.rows(
    sql`insert into posts (id, person_id, role, unit_id, title, affiliation, stand_in, validity)
      values (${other}, ${id}, 'committee_member', ${place.districtId}, 'Cán bộ', 'other', false, '[2022-01-01,)')`,
  );
  await expectAsked({ token, postId }, '', ['/me', running(place.communeId)]);
  await expectAsked({ token, postId: other }, '', ['/me', running(place.districtId), overview(place.districtId)]);
  await expectAsked({ token }, '', ['/me'], 'h1');
});

it('asks for no day of whom the console has none', async () => {
  const [hamletId = ''] = place.hamletIds;
  const leader = await buildMember(app, { teamId: await buildTeam(app, { unitId: hamletId }), role: 'leader' });
  await expectAsked(leader, '', ['/me'], 'h1');
  await expectAsked(await buildOfficer(app, { role: 'trainer', unitId: place.communeId }), '', ['/me']);
});
