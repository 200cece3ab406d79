/** The mini-app in a plain browser. */
import type { IncomingMessage } from 'node:http';
import type { Browser, BrowserContext } from 'playwright-core';
import { sql } from '#platform/database';
import { leftQuickReport, seriousFindings } from '../support/browser.ts';
import { walkOnce } from '../support/phone-walk/walk.ts';
import { openBrowserShell } from '../support/platforms/shells.ts';
import { act } from '../support/orders.ts';
import type { TestPerson } from '../support/people.ts';
import { showsTheCard } from './stories/card-story.ts';
import { tellOfWeakSignal } from './stories/difficulty-story.ts';
import { memberStory, MORNING } from './stories/member-story.ts';
import { comesAnew } from './stories/new-version-story.ts';
import { sentAfterAllWhenSignedOut } from './stories/signed-out-story.ts';
import { arrivesAfterReform } from './stories/reforms/queue-story.ts';
import { recordsInThreeTaps } from './stories/tap-story.ts';
import { setClock } from './touches.ts';

const story = memberStory(() => openBrowserShell(MORNING));

it('opens a forwarded link of a task for nobody who is not signed in', async () => {
  const { page, context } = await story.shell.visit(0);
  await page.goto(story.shell.link(['viec', story.taskId], 0).replace(/#\/(\w+)\/(.*)$/, '?startapp=$1_$2'));
  await page.getByText('Vào bằng mã mời của xã').waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain('to-so.session');
  await context.close();
});

it('fetches each of its files once: the list first, the rest for days without a network after it', async () => {
  const asked: string[] = [];
  const hear = ({ url = '', headers }: IncomingMessage) => void (headers['user-agent'] === 'Once' && asked.push(url));
  const server = story.shell.app.nest.getHttpServer();
  server.on('request', hear);
  const { page, context } = await story.shell.visit(0, { userAgent: 'Once' });
  const member = story.village.teams[0]?.member;
  const kept = JSON.stringify({ token: member?.token, personId: member?.id });
  await page.addInitScript((session) => localStorage.setItem('to-so.session', session), kept);
  await page.goto(story.shell.link([], 0));
  await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  server.off('request', hear);
  const files = asked.filter((url) => url.startsWith('/app/assets/'));
  expect(files.filter((url) => /\/first-/.test(url))).toHaveLength(1);
  // Nobody installs what he has no use for.
  expect(files.filter((url) => /telegram-host|hosted|\.en-/.test(url))).toEqual([]);
  expect(files.filter((url, i) => files.indexOf(url) !== i)).toEqual([]);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('link', { name: /Tổ$/ }).click();
  await page.getByRole('heading', { name: 'Tổ của tôi' }).waitFor();
  await context.close();
});

it('says that a phone cannot store, keeps the work in the page, and sends it once when the network is back', async () => {
  const { page, context } = await story.shell.visit(0);
  const member = story.village.teams[0]?.member;
  const kept = JSON.stringify({ token: member?.token, personId: member?.id });
  await page.addInitScript((session) => {
    localStorage.setItem('to-so.session', session);
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  }, kept);
  const quick = () =>
    story.shell.app.database.rows(
      sql`select 1 from progress_entries where actor_id = ${member?.id ?? ''} and kind = 'quick'`,
    );
  const before = (await quick()).length;
  await page.goto(story.shell.link([], 0));
  await page.getByText(/Đã\scập\snhật/).waitFor();
  await page.evaluate(() => void (location.hash = '#/bao-nhanh'));
  await page.getByRole('button', { name: 'Tuyên truyền' }).click();
  await page.getByRole('button', { name: '8', exact: true }).click();
  await context.setOffline(true);
  await page.getByRole('button', { name: /^Gửi/ }).click();
  await page.getByText('Máy không lưu được, đừng đóng trang').first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await context.setOffline(false);
  await page.evaluate(() => void (location.hash = '#/cho-gui'));
  await page
    .getByRole('heading', { name: 'Xong hôm nay' })
    .waitFor({ timeout: 15_000 })
    .catch(async () => {
      throw new Error(await page.locator('body').innerText());
    });
  expect((await quick()).length).toBe(before + 1);
  await context.close();
});

it('tells of weak signal without a network, hears the answer, asks further, and finds the answers of others', () =>
  tellOfWeakSignal(story));

it('records all that is left, and one more, in three taps each', () => recordsInThreeTaps(story));

it('shows my card without a network, with my photo where I want it, and asks for one on paper', () =>
  showsTheCard(story));

it('keeps what waits when it is signed out, says so, and sends it after a new invite', () =>
  sentAfterAllWhenSignedOut(story));

it.each([
  ['chậm', -1],
  ['nhanh', 1],
])('sends, sorts and retries on a phone whose clock is a day %s, for the right day', async (word, days) => {
  const { village, shell } = story;
  const { app } = shell;
  const person = village.teams[2]?.member;
  const { page, context } = await shell.visit(0, { serviceWorkers: 'block' });
  const off = app.clock.now().getTime() + days * 86_400_000 - Date.now();
  await page.addInitScript(setClock, off);
  const kept = JSON.stringify({ token: person?.token, personId: person?.id });
  await page.addInitScript((session) => localStorage.setItem('to-so.session', session), kept);
  await page.goto(shell.link([], 0));
  await page.getByText(/Đã\scập\snhật/).waitFor();
  const rows = () =>
    app.database.rows<{ value: number; day: string }>(
      sql`select l.value::int as value, e.happened_on::text as day from progress_entries e
        join progress_lines l on l.entry_id = e.id where e.actor_id = ${person?.id ?? ''} order by e.recorded_at, e.id`,
    );
  const before = (await rows()).length;
  await page.evaluate(() => void (location.hash = '#/cho-gui'));
  await page.getByText('Không còn mục nào chờ gửi').waitFor();
  for (const n of ['8', '5']) {
    await page.evaluate(() => void (location.hash = '#/bao-nhanh'));
    await page.getByRole('button', { name: 'Tuyên truyền' }).click();
    await context.setOffline(true);
    await page.getByRole('button', { name: n, exact: true }).click();
    await page.getByRole('button', { name: /^Gửi: / }).click();
    await page.getByText('Đã lưu trên máy, có mạng sẽ gửi').first().waitFor();
    // The words of the first one still stand when the second is sent.
    await leftQuickReport(page);
  }
  await page.evaluate(() => void (location.hash = '#/cho-gui'));
  await page.getByText(`Giờ máy đang ${word} 1 ngày`).waitFor();
  await page.getByText('Máy vẫn gửi đúng ngày 21/6 theo giờ của xã').waitFor();
  expect(await page.getByText('Làm ngày 21/6').count()).toBe(2);
  const busy = /quick-reports/;
  await page.route(busy, (route) => route.fulfill({ status: 503, headers: { 'retry-after': '2' } }));
  await context.setOffline(false);
  await page.getByText(/Máy\schủ\sbận,\sthử\slại\slúc\s7:[45]\d/).waitFor();
  await page.unroute(busy);
  // Without a touch: its time comes by itself.
  await page.getByRole('heading', { name: 'Đang chờ' }).waitFor({ state: 'detached' });
  expect((await rows()).slice(before)).toEqual([
    { value: 8, day: '2022-06-21' },
    { value: 5, day: '2022-06-21' },
  ]);
  await context.close();
});

it('credits two phones that finish one task without a network, and tells both what the other sent', async () => {
  const { village, shell } = story;
  const { app } = shell;
  const team = village.teams[2];
  const task = await app.database.one<{ id: string }>(sql`select id from tasks where team_id = ${team?.id ?? ''}`);
  const taskId = task?.id ?? '';
  await act(app, team?.leader as TestPerson, 'acceptTask', taskId);
  const people = [team?.leader, team?.deputy] as TestPerson[];
  const phones = [];
  for (const [i, person] of people.entries()) {
    const visit = await shell.visit(0);
    const { page } = visit;
    const kept = JSON.stringify({ token: person.token, personId: person.id });
    await page.addInitScript((session) => localStorage.setItem('to-so.session', session), kept);
    await page.goto(shell.link(['viec', taskId, 'ghi'], 0));
    await page.getByRole('textbox', { name: /bao nhiêu/ }).fill(['20', '9'][i] as string);
    phones.push(visit);
  }
  for (const { page, context } of phones) {
    // The receipt is a chunk of its own.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await page.getByRole('button', { name: /^Gửi/ }).click();
    await page.waitForFunction(() => location.hash.includes('/da-gui/'));
  }
  for (const { context, page } of phones) {
    await context.setOffline(false);
    await page.getByText(/Xã\sđã\snhận/).waitFor();
  }
  for (const [i, { page, context, troubles }] of phones.entries()) {
    await page.goto(shell.link(['viec', taskId], 0));
    await page.reload();
    await page.getByText('Hai người cùng ghi').waitFor();
    await page.getByText('20 hồ sơ, nhiều hơn mục tiêu 9').waitFor();
    const lines = await page.locator('.card.rows b').allInnerTexts();
    const [mine, other] = [people[i], people[1 - i]] as [TestPerson, TestPerson];
    expect(lines).toEqual([`${mine.fullName} (tôi): ${[20, 9][i]} hồ sơ`, `${other.fullName}: ${[9, 20][i]} hồ sơ`]);
    expect(await seriousFindings(page)).toEqual([]);
    if (i === 1) {
      await page.getByRole('link', { name: 'Sửa phần tôi' }).click();
      await page.getByRole('textbox', { name: /Lần ghi ngày/ }).waitFor();
      await page.goBack();
    }
    await page.getByRole('button', { name: 'Không trùng, giữ 29' }).click();
    await page
      .getByRole('heading', { name: /Chi tiết|Việc/ })
      .first()
      .waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  }
});

it('opens the next version when the person wants it, and a screen again whose file went with the old one', () =>
  comesAnew(story));

it.each([3, 17, 42])('loses, doubles and claims nothing on a walk of random acts (seed %d)', async (seed) => {
  const { page, context } = await story.shell.visit(0);
  const { origin } = new URL(story.shell.link([], 0));
  const { findings, steps } = await walkOnce(page.context().browser() as Browser, story.shell.app, origin, seed);
  await context.close();
  expect({ findings, steps: findings.length > 0 ? steps : [] }).toEqual({ findings: [], steps: [] });
});

it('shows what is pushed, and opens only our own pages from it', async () => {
  const { page, context } = await story.shell.visit(0);
  const link = story.shell.link(['viec', story.taskId], 0);
  const { origin } = new URL(link);
  await context.grantPermissions(['notifications'], { origin });
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [registration] = registrations;
      if (registration) resolve(registration.registrationId);
    }),
  );
  await devtools.send('ServiceWorker.enable');
  await page.goto(story.shell.link([], 0));
  // A push that comes while the worker is still activating is dropped by the browser.
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active && active.state !== 'activated')
      await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }));
  });
  const push = async (message: object) =>
    devtools.send('ServiceWorker.deliverPushMessage', {
      origin,
      registrationId: await registered,
      data: JSON.stringify(message),
    });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title, body }) => ({ title, body }));
    });
  // The browser drops a push that meets its worker starting or stopping; one that comes twice replaces itself by its tag.
  const arrive = async (message: object, count: number) => {
    for (let tries = 0; tries < 100; tries++) {
      await push(message);
      await page.waitForTimeout(100);
      if ((await shown()).length >= count) return;
    }
  };
  await arrive({ v: 1, title: 'Việc mới của Tổ', body: 'Hạn: hết ngày 9/7', url: link, lang: 'vi' }, 1);
  await arrive({ v: 1, title: 'Tin lạ', body: '', url: 'https://elsewhere.example/#/viec/1', lang: 'vi' }, 2);
  expect(await shown()).toEqual([
    { title: 'Việc mới của Tổ', body: 'Hạn: hết ngày 9/7' },
    { title: 'Tin lạ', body: '' },
  ]);
  await tap(context, 'Việc mới của Tổ');
  await page.waitForFunction((id) => location.hash === `#/viec/${id}`, story.taskId);
  await tap(context, 'Tin lạ');
  await page.waitForFunction(() => location.hash === '');
  expect(new URL(page.url()).origin).toBe(origin);
  await context.close();
});

it.each(['merged', 'divided'] as const)(
  'sends what it kept after its hamlet was %s, and it counts for its day',
  (how) => arrivesAfterReform(story, how),
);

/** As when a person taps the notice; a made event has no lifetime to extend. */
async function tap(context: BrowserContext, title: string): Promise<void> {
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(async (wanted) => {
    const scope = globalThis as unknown as {
      registration: { getNotifications(): Promise<{ title: string }[]> };
      NotificationEvent: new (type: string, init: object) => Event;
    };
    const notification = (await scope.registration.getNotifications()).find((one) => one.title === wanted);
    const event = new scope.NotificationEvent('notificationclick', { notification });
    Object.defineProperty(event, 'waitUntil', { value: () => {} });
    globalThis.dispatchEvent(event);
  }, title);
}
