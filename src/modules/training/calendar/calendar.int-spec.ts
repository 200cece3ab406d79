import { sql } from '#platform/database';
import { routes } from '#contracts';
import { startApp, stopApps } from '../../../../test/support/app.ts';
import { sessionPlan, timesIn } from '../../../../test/support/training/training.ts';
import { buildTrainingVillage, type TrainingVillage } from '../../../../test/support/training/training-session.ts';

let here: TrainingVillage;
beforeAll(async () => {
  const app = await startApp({ CLOCK: '2022-11-15T02:00:00.000Z', PUBLIC_URL: 'https://to-so.example' });
  here = await buildTrainingVillage(app);
});
afterAll(stopApps);

const linesOf = (text: string) => text.replace(/\r\n /g, '').split('\r\n');
/** The lines of one session. */
function eventOf(text: string, sessionId: string): string[] {
  const events = text.replace(/\r\n /g, '').split('BEGIN:VEVENT\r\n').slice(1);
  return (events.find((event) => event.includes(`UID:${sessionId}@`)) ?? '').split('\r\n');
}
async function openFeed(person = here.person('member')) {
  const { url } = await here.must(routes.openCalendarFeed, person);
  return { url: url as string, params: { feedToken: (url as string).split('/').at(-1) as string } };
}
const feed = (params: { feedToken: string }, headers: Record<string, string> = {}) =>
  here.call(routes.calendarFeed, null, { params, headers });

describe('one session as a file', () => {
  it('has the time in UTC, the place with its commune, and what to bring', async () => {
    const sessionId = await here.published({ title: 'Ký số, gửi hồ sơ' });
    const { startsAt, endsAt } = timesIn(here.app, 7);
    const file = await here.call(routes.sessionCalendar, here.person('member'), { params: { sessionId } });
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const stamp = (at: string) => at.replace(/[-:]|\.000/g, '');
    expect(eventOf(file.raw.toString('utf8'), sessionId)).toEqual(
      expect.arrayContaining([
        `DTSTART:${stamp(startsAt)}`,
        `DTEND:${stamp(endsAt)}`,
        'SUMMARY;LANGUAGE=vi:Ký số\\, gửi hồ sơ',
        expect.stringMatching(/^LOCATION;LANGUAGE=vi:Nhà văn hóa Thôn 1\\, /),
        expect.stringContaining('Mang theo: Điện thoại\\, căn cước'),
        `URL:https://to-so.example/app/#/tap-huan/${sessionId}`,
        'SEQUENCE:1',
        'STATUS:TENTATIVE',
      ]),
    );
    await here.must(routes.cancelSession, here.trainer, { params: { sessionId }, body: { reason: 'Thử' } });
  });

  it('is nothing for people who are not invited', async () => {
    const sessionId = await here.published();
    expect(await here.call(routes.sessionCalendar, here.trainer, { params: { sessionId } })).toMatchObject({
      status: 404,
      body: { code: 'training.notFound' },
    });
    await here.must(routes.cancelSession, here.trainer, { params: { sessionId }, body: { reason: 'Thử' } });
  });
});

describe('a subscribed calendar', () => {
  it('shows a seat as settled, a move with a higher sequence under the same id, and a cancellation', async () => {
    const member = here.person('member');
    const { params } = await openFeed(member);
    const sessionId = await here.published();
    const asked = { params: { sessionId }, body: { answer: 'take' } };
    await here.must(routes.answerInvitation, member, asked);
    const read = async () => eventOf((await feed(params)).raw.toString('utf8'), sessionId);
    expect(await read()).toEqual(expect.arrayContaining(['SEQUENCE:1', 'STATUS:CONFIRMED', 'BEGIN:VALARM']));

    const { startsAt, endsAt } = timesIn(here.app, 8);
    const teamIds = here.village.teams.map(({ id }) => id);
    const body = {
      ...sessionPlan(here.app, here.village.communeId, teamIds, { startsAt, endsAt }),
      version: 1,
      why: 'Nhà văn hóa sửa điện',
    };
    await here.must(routes.changeSession, here.trainer, { params: { sessionId }, body });
    const moved = await read();
    expect(moved).toEqual(
      expect.arrayContaining(['SEQUENCE:2', `DTSTART:${startsAt.replace(/[-:]|\.000/g, '')}`, 'STATUS:CONFIRMED']),
    );
    expect(moved.join()).toContain('Đã đổi giờ hoặc địa điểm.');

    await here.must(routes.cancelSession, here.trainer, { params: { sessionId }, body: { reason: 'Bão số 5' } });
    const cancelled = await read();
    expect(cancelled).toEqual(expect.arrayContaining(['SEQUENCE:3', 'STATUS:CANCELLED']));
    expect(cancelled.join()).toContain('Lý do: Bão số 5');
    expect(cancelled).not.toContain('BEGIN:VALARM');
  });

  it('leaves out what the person has declined', async () => {
    const member = here.person('deputy');
    const { params } = await openFeed(member);
    const sessionId = await here.published();
    expect(eventOf((await feed(params)).raw.toString('utf8'), sessionId)).toContain('STATUS:TENTATIVE');
    await here.must(routes.answerInvitation, member, { params: { sessionId }, body: { answer: 'decline' } });
    expect((await feed(params)).raw.toString('utf8')).not.toContain(sessionId);
    await here.must(routes.cancelSession, here.trainer, { params: { sessionId }, body: { reason: 'Thử' } });
  });

  it('gives the room of an online session only to who has a seat', async () => {
    const onlineUrl = 'https://phong-hoc.example/abc';
    const sessionId = await here.published({ place: null, onlineUrl });
    const [seated, invited] = [here.person('member'), here.person('leader')];
    await here.must(routes.answerInvitation, seated, { params: { sessionId }, body: { answer: 'take' } });
    const fileOf = async (person: typeof seated) =>
      linesOf((await here.call(routes.sessionCalendar, person, { params: { sessionId } })).raw.toString('utf8')).join();
    expect(await fileOf(seated)).toContain(onlineUrl);
    expect(await fileOf(invited)).not.toContain(onlineUrl);
    await here.must(routes.cancelSession, here.trainer, { params: { sessionId }, body: { reason: 'Thử' } });
  });

  it('answers 304 while nothing has changed', async () => {
    const { params } = await openFeed();
    const first = await feed(params);
    const tag = String(first.headers['etag']);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect(await feed(params, { 'if-none-match': `"other", W/${tag}` })).toMatchObject({ status: 304 });
    const sessionId = await here.published();
    expect((await feed(params, { 'if-none-match': tag })).status).toBe(200);
    await here.must(routes.cancelSession, here.trainer, { params: { sessionId }, body: { reason: 'Thử' } });
  });

  it('ends with a code when it is closed or opened anew, and keeps only hashes', async () => {
    const closed = { status: 404, body: { code: 'calendar.feedClosed' } };
    const first = await openFeed();
    const second = await openFeed();
    expect(first.url).toMatch(/^https:\/\/to-so\.example\/api\/v1\/calendar\/[\w-]{43}$/);
    expect(await feed(first.params)).toMatchObject(closed);
    expect((await feed(second.params)).status).toBe(200);
    await here.must(routes.closeCalendarFeed, here.person('member'));
    expect(await feed(second.params)).toMatchObject(closed);
    expect(await feed({ feedToken: 'x' })).toMatchObject(closed);
    const rows = await here.app.database.rows(sql`select * from calendar_feeds`);
    expect(JSON.stringify(rows)).not.toContain(second.params.feedToken);
  });
});
