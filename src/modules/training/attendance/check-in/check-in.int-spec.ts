// @everyday
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { routes } from '#contracts';
import { memberCode, personKey, sessionCode, sixDigits } from '#contracts/training/check-in-codes';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildMember, type TestPerson } from '../../../../../test/support/people.ts';
import { buildTrainer, timesIn } from '../../../../../test/support/training/training.ts';
import {
  answer,
  ask,
  buildSchool,
  membersOf,
  publish,
  type School,
} from '../../../../../test/support/training/training-acts.ts';

const NOW = '2022-06-21T02:00:00.000Z';
/** The session is the next day, 14:00 to 16:00 in Viet Nam. */
const OPEN = '2022-06-22T06:45:00.000Z';
let app: TestApp;
let school: School;
let id: string;
let secret: string;

beforeAll(async () => {
  app = await startApp({ CLOCK: NOW });
});
afterAll(stopApps);
beforeEach(async () => {
  app.clock.set(new Date(NOW));
  school = await buildSchool(app);
  id = await publish(app, school, timesIn(app, 1));
  app.clock.set(new Date(OPEN));
  secret = (await ask(app, school.trainer, 'checkInPack', id)).body.secret;
});

interface Item {
  clientId: string;
  personId: string | null;
  method: string;
  at: string;
  fullName?: string;
  code?: string;
}
const item = (more: Partial<Item> = {}): Item => ({
  clientId: randomUUID(),
  personId: null,
  method: 'by_name',
  at: OPEN,
  ...more,
});
const send = (items: Item[], by: TestPerson = school.trainer, sessionId = id) =>
  ask(app, by, 'sendCheckIns', sessionId, { items });
const merged = async (items: Item[], by?: TestPerson) => (await send(items, by)).body;
const refusals = async (...items: Item[]) => (await merged(items)).refused.map(({ code }: { code: string }) => code);
const attendance = async () => (await ask(app, school.trainer, 'attendance', id)).body;
const present = async (): Promise<string[]> =>
  (await attendance())
    .filter(({ state }: { state: string }) => state === 'counted')
    .map((row: { person: { id: string } | null; fullName: string }) => row.person?.id ?? row.fullName)
    .toSorted();
const scan = async (person: TestPerson, at = OPEN) =>
  item({
    method: 'scanned',
    at,
    code: await memberCode(await personKey(secret, person.id), id, person.id, new Date(at)),
  });
const checkMyselfIn = (person: TestPerson, code: string, at: string, clientId = randomUUID()) =>
  ask(app, person, 'checkMyselfIn', id, { clientId, code, at });
const decide = (checkInId: string, counts: boolean) =>
  app.call(routes.decideCheckIn, {
    token: school.trainer.token,
    key: randomUUID(),
    params: { checkInId },
    body: { counts },
  });
const later = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

describe('the trainer’s phone', () => {
  it('takes a scanned code, six digits, a name, a line of paper and a walk-in', async () => {
    const [scanned, digits, named, paper] = membersOf(school) as [TestPerson, TestPerson, TestPerson, TestPerson];
    const answer = await merged([
      await scan(scanned),
      item({ method: 'six_digits', code: await sixDigits(await personKey(secret, digits.id), new Date(OPEN)) }),
      item({ personId: named.id }),
      item({ method: 'paper', personId: paper.id }),
      item({ method: 'walk_in', fullName: 'Bà Tám bán rau' }),
    ]);
    expect(answer).toEqual({ counted: 5, repeated: 0, doubtful: 0, refused: [] });
    expect(await present()).toEqual([scanned.id, digits.id, named.id, paper.id, 'Bà Tám bán rau'].toSorted());
  });

  it('refuses a code that is stale, forged, of another session, or no code, and keeps the rest', async () => {
    const [a, b] = membersOf(school) as [TestPerson, TestPerson];
    const other = await publish(app, school, timesIn(app, 5));
    const key = await personKey(secret, a.id);
    const good = await memberCode(key, id, a.id, new Date(OPEN));
    const code = (text: string, at = OPEN) => item({ method: 'scanned', at, code: text });
    const items = [
      code(good, later(OPEN, 5)),
      code(good.replace(a.id, b.id)),
      code(`${good.slice(0, -2)}AA`),
      code(await memberCode(key, other, a.id, new Date(OPEN))),
      code('https://to-so.example'),
      item({ method: 'six_digits', code: '000000', personId: a.id }),
      item({ method: 'walk_in' }),
      item({ personId: randomUUID() }),
      item({ personId: b.id }),
    ];
    app.clock.set(new Date(later(OPEN, 5)));
    const answer = await merged(items);
    expect(answer.counted).toBe(1);
    expect(answer.refused).toEqual(
      [
        'codeStale',
        'codeForged',
        'codeForged',
        'codeOfOther',
        'codeUnreadable',
        'codeStale',
        'nameMissing',
        'personUnknown',
      ].map((why, i) => ({ clientId: items[i]!.clientId, code: `door.${why}` })),
    );
    expect(await present()).toEqual([b.id]);
  });

  it('refuses what lies in the future, before the door opens or long after the end', async () => {
    const [a] = membersOf(school) as [TestPerson];
    const of = (at: string) => item({ personId: a.id, at });
    expect(await refusals(of(later(OPEN, 10)), of('2022-06-22T04:59:00.000Z'))).toEqual([
      'door.inFuture',
      'door.tooEarly',
    ]);
    app.clock.set(new Date('2022-06-22T15:00:00.000Z'));
    expect(await refusals(of('2022-06-22T12:00:01.000Z'))).toEqual(['door.closed']);
    expect(await refusals(of(OPEN))).toEqual([]);
  });

  it('may bring its check-ins days after the end, also when the session is finished, for two weeks', async () => {
    const [a, b, c] = membersOf(school) as [TestPerson, TestPerson, TestPerson];
    app.clock.set(new Date('2022-06-22T09:30:00.000Z'));
    expect((await ask(app, school.trainer, 'finishSession', id)).body.state).toBe('done');
    expect((await merged([await scan(a)])).counted).toBe(1);
    app.clock.set(new Date('2022-07-06T08:59:00.000Z'));
    expect((await merged([await scan(b)])).counted).toBe(1);
    app.clock.set(new Date('2022-07-06T09:01:00.000Z'));
    const late = await send([await scan(c)]);
    expect([late.status, late.body.code]).toEqual([409, 'training.wrongState']);
  });

  it('is the provider’s own or the commune’s; another provider’s trainer is denied', async () => {
    const [a] = membersOf(school) as [TestPerson];
    const stranger = (await buildSchool(app)).trainer;
    expect((await send([item({ personId: a.id })], stranger)).status).toBe(403);
    expect((await ask(app, stranger, 'checkInPack', id)).status).toBe(403);
    expect((await send([item({ personId: a.id })], school.officer)).body.counted).toBe(1);
  });
});

describe('two phones without network', () => {
  it('that saw the same people merge without doubles, in whichever order and at once', async () => {
    const people = membersOf(school);
    const second = await buildTrainer(app, { providerId: school.providerId, unitId: school.districtId });
    const [mine, theirs] = [people.slice(0, 5), people.slice(1)].map((seen) =>
      seen.map((person, i) => item({ personId: person.id, at: later(OPEN, i) })),
    ) as [Item[], Item[]];
    app.clock.set(new Date('2022-06-23T02:00:00.000Z'));
    const answers = await Promise.all([send(mine), send(theirs, second), send(mine), send(theirs, second)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.reduce((sum, { body }) => sum + body.counted, 0)).toBe(people.length);
    expect(await present()).toEqual(people.map(({ id: one }) => one).toSorted());
  });

  it('shuffled, doubled, cut and replayed sets make the exact set of those who were there', async () => {
    const people = [...membersOf(school)];
    const teamId = school.teams[0]!.id;
    for (let i = 0; i < 20; i++) people.push(await buildMember(app, { teamId, signedIn: false }));
    const walkIns = ['Bà Tám', 'Ông Năm', 'Cô Út'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(people.length + walkIns.length - 1), { minLength: 1, maxLength: 60 }),
        fc.array(fc.nat(59), { maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.nat(1_000_000)),
        async (seen, replays, size, order) => {
          await app.database.rows(sql`delete from check_ins where session_id = ${id}`);
          // A walk-in is one phone's own; people may have been seen by several phones.
          const known = new Map<number, Item>();
          const made = seen.map((n, i) => {
            const person = people[n];
            const one = item({
              at: later(OPEN, -(i % 7)),
              ...(person ? { personId: person.id } : { method: 'walk_in', fullName: walkIns[n - people.length]! }),
            });
            const first = known.get(n);
            if (!person && first) return first;
            known.set(n, one);
            return one;
          });
          const sent = [...made, ...replays.flatMap((n) => made[n % made.length] ?? [])]
            .map((one) => ({ one, key: order.next().value as number }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one);
          const parts = Array.from({ length: Math.ceil(sent.length / size) }, (_, i) =>
            sent.slice(i * size, (i + 1) * size),
          );
          const answers = await Promise.all(parts.map((part) => send(part)));
          const exact = [...new Set(seen)].map((n) => people[n]?.id ?? walkIns[n - people.length]!).toSorted();
          expect(await present()).toEqual(exact);
          expect(answers.reduce((sum, { body }) => sum + body.counted, 0)).toBe(exact.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps what the trainer has refused refused, however often the phone sends it', async () => {
    const [a] = membersOf(school) as [TestPerson];
    const one = item({ personId: a.id });
    await send([one]);
    const [row] = await attendance();
    expect((await decide(row.id, false)).status).toBe(204);
    expect((await merged([one])).counted).toBe(0);
    expect(await present()).toEqual([]);
    expect((await merged([item({ personId: a.id })])).counted).toBe(1);
    expect((await decide(row.id, true)).body.code).toBe('door.checkInNotFound');
    expect(await present()).toEqual([a.id]);
  });
});

describe('the door’s code, scanned by a member', () => {
  it('counts, once, however often it is scanned; the trainer’s own check-in of them changes nothing', async () => {
    const [a] = membersOf(school) as [TestPerson];
    const code = await sessionCode(secret, id, new Date(OPEN));
    const first = await checkMyselfIn(a, code, OPEN);
    expect([first.status, first.body]).toEqual([200, { state: 'counted', at: OPEN }]);
    expect((await checkMyselfIn(a, code, later(OPEN, 1))).body).toEqual({ state: 'counted', at: OPEN });
    expect(await merged([await scan(a)])).toMatchObject({ counted: 0, repeated: 1 });
    expect((await ask(app, a, 'myTrainingSession', id)).body.mine.checkedInAt).toBe(OPEN);
    expect(await present()).toEqual([a.id]);
  });

  it('photographed and sent on is stale where it is scanned, and doubtful when it comes late with the old moment', async () => {
    const [a, b] = membersOf(school) as [TestPerson, TestPerson];
    const code = await sessionCode(secret, id, new Date(OPEN));
    app.clock.set(new Date(later(OPEN, 30)));
    const sentOn = await checkMyselfIn(a, code, later(OPEN, 30));
    expect([sentOn.status, sentOn.body.code]).toEqual([422, 'door.codeStale']);
    expect((await checkMyselfIn(a, code, OPEN)).body.state).toBe('doubtful');
    expect((await checkMyselfIn(b, code, OPEN)).body.state).toBe('doubtful');
    expect(await present()).toEqual([]);
    const rows = await attendance();
    expect(rows.map(({ state, why }: { state: string; why: string }) => [state, why])).toEqual([
      ['doubtful', 'late_upload'],
      ['doubtful', 'late_upload'],
    ]);
    // The trainer saw one of them.
    expect((await merged([item({ personId: a.id })])).counted).toBe(1);
    expect(await present()).toEqual([a.id]);
  });

  it('photographed and sent on within minutes is judged by the server’s clock, whatever moment the phone names', async () => {
    const [a, b, c] = membersOf(school) as [TestPerson, TestPerson, TestPerson];
    const code = await sessionCode(secret, id, new Date(OPEN));
    app.clock.set(new Date(later(OPEN, 3)));
    expect((await checkMyselfIn(a, code, OPEN)).body.state).toBe('doubtful');
    app.clock.set(new Date(later(OPEN, 9)));
    expect((await checkMyselfIn(b, code, OPEN)).body.state).toBe('doubtful');
    expect(await present()).toEqual([]);
    // A code that is alive proves the place also in a phone whose clock is wrong.
    const alive = await sessionCode(secret, id, new Date(later(OPEN, 9)));
    for (const at of [later(OPEN, -600), later(OPEN, 9 + 24 * 60)]) {
      const { state, at: moment } = (await checkMyselfIn(c, alive, at)).body;
      expect([state, moment.slice(0, 16)]).toEqual(['counted', later(OPEN, 9).slice(0, 16)]);
    }
    expect(await present()).toEqual([c.id]);
  });

  it('that the trainer has refused is not held as counted by the phone', async () => {
    const [a] = membersOf(school) as [TestPerson];
    const [code, clientId] = [await sessionCode(secret, id, new Date(OPEN)), randomUUID()];
    app.clock.set(new Date(later(OPEN, 30)));
    await checkMyselfIn(a, code, OPEN, clientId);
    const [row] = await attendance();
    await decide(row.id, false);
    const again = await checkMyselfIn(a, code, OPEN, clientId);
    expect([again.status, again.body.code]).toEqual([409, 'door.refused']);
  });

  it.each([
    [
      'forged',
      async () => (await sessionCode(secret, id, new Date(OPEN))).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      'codeForged',
    ],
    ['of another session', async () => sessionCode(secret, randomUUID(), new Date(OPEN)), 'codeOfOther'],
    ['of a member', async () => memberCode(secret, id, randomUUID(), new Date(OPEN)), 'codeUnreadable'],
  ])('that is %s is refused', async (_, code, why) => {
    const [a] = membersOf(school) as [TestPerson];
    const { status, body } = await checkMyselfIn(a, await code(), OPEN);
    expect([status, body.code]).toEqual([422, `door.${why}`]);
    expect(await present()).toEqual([]);
  });

  it('lets members of the commune in who were not invited, nobody of elsewhere, and nobody once it is cancelled', async () => {
    const code = await sessionCode(secret, id, new Date(OPEN));
    const [stranger] = membersOf(await buildSchool(app)) as [TestPerson];
    expect((await checkMyselfIn(stranger, code, OPEN)).body.code).toBe('training.notInvited');
    const [a] = membersOf(school) as [TestPerson];
    await answer(app, a, id, 'decline');
    expect((await checkMyselfIn(a, code, OPEN)).body.state).toBe('counted');
    await ask(app, school.trainer, 'cancelSession', id, { reason: 'Mất điện' });
    expect((await checkMyselfIn(membersOf(school)[1]!, code, OPEN)).body.code).toBe('training.wrongState');
  });
});
