import { randomUUID } from 'node:crypto';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildMember, type TestPerson } from '../../../../../test/support/people.ts';
import {
  answer,
  ask,
  buildSchool,
  invitationsOf,
  membersOf,
  planFor,
  publish,
  type School,
} from '../../../../../test/support/training/training-acts.ts';
import { OpenKeptSeats } from './open-kept-seats.ts';

const NOW = '2022-06-21T02:00:00.000Z';
let app: TestApp;
let second: TestApp;
let school: School;

beforeAll(async () => {
  app = await startApp({ CLOCK: NOW, DB_POOL: '10' });
  second = await startApp({ CLOCK: NOW, DB_POOL: '10', DATABASE_URL: app.databaseUrl });
});
afterAll(stopApps);
beforeEach(async () => {
  for (const one of [app, second]) one.clock.set(new Date(NOW));
  school = await buildSchool(app);
});

const mine = async (person: TestPerson, id: string) => (await ask(app, person, 'myTrainingSession', id)).body;
const stateOf = async (person: TestPerson, id: string) => (await mine(person, id)).mine.state;
const statesOf = async (id: string) => {
  const states = new Map((await invitationsOf(app, id)).map((row) => [row.person_id, row.state]));
  return (people: readonly TestPerson[]) => people.map((person) => states.get(person.id));
};
const capacity = (id: string, version: number, seats: number) =>
  ask(app, school.trainer, 'changeSession', id, {
    ...planFor(app, school, { capacity: seats, seatsPerTeam: 0 }),
    version,
  });

describe('a race for seats', () => {
  it('from many connections of two processes seats exactly as many as there are seats, the rest waits in order', async () => {
    const teamId = school.teams[0]!.id;
    const people: TestPerson[] = [];
    for (let i = 0; i < 40; i++) people.push(await buildMember(app, { teamId }));
    const id = await publish(app, school, { capacity: 10, seatsPerTeam: 0 });
    const answers = await Promise.all(
      people.flatMap((person, i) => {
        const process = i % 2 ? app : second;
        return [answer(process, person, id, 'take'), answer(process, person, id, 'take')];
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const asking = (await invitationsOf(app, id)).filter(({ asked }) => asked !== null);
    expect(asking.map(({ asked }) => asked)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(asking.map(({ state }) => state)).toEqual([...Array(10).fill('seated'), ...Array(30).fill('waiting')]);
    expect(new Set(asking.map(({ person_id }) => person_id)).size).toBe(40);
    const place = await mine(people.find(({ id: one }) => one === asking[12]!.person_id)!, id);
    expect(place.mine).toMatchObject({ state: 'waiting', place: 3, codeKey: null });
  });

  it('refuses a stranger who asks in the same moment, alone, and notes each under their own name', async () => {
    const id = await publish(app, school, { capacity: 2, seatsPerTeam: 0 });
    const [a, b, c] = membersOf(school) as [TestPerson, TestPerson, TestPerson];
    const [stranger] = membersOf(await buildSchool(app)) as [TestPerson];
    const answers = await Promise.all([a, b, stranger, c, a].map((person) => answer(app, person, id, 'take')));
    expect(answers.map(({ status, body }) => body.code ?? status)).toEqual([200, 200, 'training.notInvited', 200, 200]);
    const states = (await statesOf(id))([a, b, c]);
    expect(states.toSorted()).toEqual(['seated', 'seated', 'waiting']);
    const told = await app.database.rows<{ person: string; actor: string; state: string }>(
      sql`select payload->>'personId' as person, actor_id as actor, changes->>'state' as state from outbox
        where name = 'training.seat-taken' and payload->>'sessionId' = ${id}`,
    );
    expect(new Map(told.map(({ person, state }) => [person, state]))).toEqual(
      new Map([a, b, c].map((person, i) => [person.id, states[i]])),
    );
    expect(told.map(({ actor }) => actor)).toEqual(told.map(({ person }) => person));
  });

  it('while others give back: never more than there are seats, none stays empty while somebody waits', async () => {
    const teamId = school.teams[0]!.id;
    const people: TestPerson[] = [];
    for (let i = 0; i < 24; i++) people.push(await buildMember(app, { teamId }));
    const id = await publish(app, school, { capacity: 6, seatsPerTeam: 0 });
    const early = people.slice(0, 12);
    for (const person of early) await answer(app, person, id, 'take');
    await Promise.all([
      ...early.slice(0, 4).map((person) => answer(second, person, id, 'give_back')),
      ...people.slice(12).map((person) => answer(app, person, id, 'take')),
    ]);
    const rows = await invitationsOf(app, id);
    const of = (state: string) => rows.filter((row) => row.state === state);
    expect([of('seated').length, of('waiting').length, of('given_back').length]).toEqual([6, 14, 4]);
    // Whoever sits asked before everybody who waits.
    expect(Math.max(...of('seated').map(({ asked }) => asked!))).toBeLessThan(
      Math.min(...of('waiting').map(({ asked }) => asked!)),
    );
  });
});

describe('seats kept for teams', () => {
  it('are there for a team that answers late; the rest goes by the order of asking', async () => {
    const id = await publish(app, school, { capacity: 4, seatsPerTeam: 1, heldUntil: '2022-06-25' });
    const [first, other] = school.teams as [School['teams'][0], School['teams'][0]];
    const fourth = await buildMember(app, { teamId: first.id });
    const quick = [first.leader, first.deputy, first.member, fourth];
    for (const person of quick) await answer(app, person, id, 'take');
    expect((await statesOf(id))(quick)).toEqual(['seated', 'seated', 'seated', 'waiting']);
    expect((await mine(other.leader, id)).team).toMatchObject({ kept: 1, left: 1, seated: [] });
    await answer(app, other.leader, id, 'take');
    expect((await statesOf(id))([other.leader, fourth])).toEqual(['seated', 'waiting']);
    expect((await mine(other.member, id)).team).toMatchObject({ left: 0, seated: [{ id: other.leader.id }] });
  });

  it('go to the waiting list when the time of keeping is over, before whoever asks then', async () => {
    const id = await publish(app, school, { capacity: 3, seatsPerTeam: 1, heldUntil: '2022-06-25' });
    const [first, other] = school.teams as [School['teams'][0], School['teams'][0]];
    for (const person of [first.leader, first.deputy, first.member]) await answer(app, person, id, 'take');
    expect(await app.get(OpenKeptSeats).run()).toBe(0);
    app.clock.set(new Date('2022-06-25T17:00:01.000Z'));
    await answer(app, other.leader, id, 'take');
    expect((await statesOf(id))([first.member, other.leader])).toEqual(['seated', 'waiting']);
    expect(await app.get(OpenKeptSeats).run()).toBe(0);
  });

  it('are opened by the clock, and each person is told once', async () => {
    const id = await publish(app, school, { capacity: 3, seatsPerTeam: 1, heldUntil: '2022-06-25' });
    const [first] = school.teams as [School['teams'][0]];
    for (const person of [first.leader, first.deputy, first.member]) await answer(app, person, id, 'take');
    app.clock.set(new Date('2022-06-25T17:00:01.000Z'));
    expect(await app.get(OpenKeptSeats).run()).toBe(1);
    expect(await stateOf(first.member, id)).toBe('seated');
    const told = await app.database.rows(
      sql`select payload->>'personId' as id from outbox where name = 'training.seat-promoted' and payload->>'sessionId' = ${id}`,
    );
    expect(told).toEqual([{ id: first.member.id }]);
  });
});

describe('the waiting list', () => {
  it('moves up by its order when a seat is given back, when somebody says no, and when there are more seats', async () => {
    const id = await publish(app, school, { capacity: 2, seatsPerTeam: 0 });
    const people = membersOf(school);
    for (const person of people) await answer(app, person, id, 'take');
    expect((await mine(people[3]!, id)).mine.place).toBe(2);
    await answer(app, people[0]!, id, 'give_back');
    expect((await statesOf(id))(people.slice(0, 4))).toEqual(['given_back', 'seated', 'seated', 'waiting']);
    await answer(app, people[1]!, id, 'decline');
    expect(await stateOf(people[3]!, id)).toBe('seated');
    expect((await capacity(id, 1, 3)).status).toBe(200);
    expect((await statesOf(id))(people.slice(2))).toEqual(['seated', 'seated', 'seated', 'waiting']);
    expect((await mine(people[5]!, id)).mine).toMatchObject({ state: 'waiting', place: 1 });
  });

  it('whoever gives a seat back and asks again stands at its end', async () => {
    const id = await publish(app, school, { capacity: 1, seatsPerTeam: 0 });
    const [a, b, c] = membersOf(school) as [TestPerson, TestPerson, TestPerson];
    for (const person of [a, b, c]) await answer(app, person, id, 'take');
    await answer(app, a, id, 'give_back');
    await answer(app, a, id, 'take');
    expect((await statesOf(id))([b, c, a])).toEqual(['seated', 'waiting', 'waiting']);
    expect([(await mine(c, id)).mine.place, (await mine(a, id)).mine.place]).toEqual([1, 2]);
  });

  it('does not move when somebody who only waits leaves it', async () => {
    const id = await publish(app, school, { capacity: 1, seatsPerTeam: 0 });
    const [a, b, c] = membersOf(school) as [TestPerson, TestPerson, TestPerson];
    for (const person of [a, b, c]) await answer(app, person, id, 'take');
    await answer(app, b, id, 'give_back');
    expect((await statesOf(id))([a, b, c])).toEqual(['seated', 'given_back', 'waiting']);
    expect((await mine(c, id)).mine.place).toBe(1);
  });
});

describe('an answer', () => {
  it('sent twice counts once, also when its first sending was lost on the way back', async () => {
    const id = await publish(app, school, { capacity: 1, seatsPerTeam: 0 });
    const [a, b] = membersOf(school) as [TestPerson, TestPerson];
    const key = randomUUID();
    const first = await ask(app, a, 'answerInvitation', id, { answer: 'take' }, key);
    await answer(app, b, id, 'take');
    await answer(app, a, id, 'give_back');
    const again = await ask(app, a, 'answerInvitation', id, { answer: 'take' }, key);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await statesOf(id))([a, b])).toEqual(['given_back', 'seated']);
  });

  it('of who joined an invited team after the invitations went out is taken', async () => {
    const id = await publish(app, school);
    const late = await buildMember(app, { teamId: school.teams[0]!.id });
    expect(await stateOf(late, id)).toBe('invited');
    expect((await answer(app, late, id, 'take')).body.mine.state).toBe('seated');
  });

  it('of a stranger, to a cancelled session or after the start is refused with its code', async () => {
    const id = await publish(app, school);
    const [stranger] = membersOf(await buildSchool(app)) as [TestPerson];
    const [person] = membersOf(school) as [TestPerson];
    expect((await answer(app, stranger, id, 'take')).body.code).toBe('training.notInvited');
    expect((await answer(app, stranger, randomUUID(), 'take')).body.code).toBe('training.notFound');
    app.clock.set(new Date('2022-06-28T07:00:00.000Z'));
    expect((await answer(app, person, id, 'take')).body.code).toBe('training.started');
    app.clock.set(new Date(NOW));
    await ask(app, school.trainer, 'cancelSession', id, { reason: 'Giảng viên ốm' });
    expect((await answer(app, person, id, 'take')).body.code).toBe('training.notOpen');
  });

  it('keeps the seat when the session moves, and the way to the lesson shows to those seated only', async () => {
    const link = 'https://lop.example/so-1';
    const id = await publish(app, school, { place: null, onlineUrl: link });
    const [a, b] = membersOf(school) as [TestPerson, TestPerson];
    await answer(app, a, id, 'take');
    expect([(await mine(a, id)).onlineUrl, (await mine(b, id)).onlineUrl]).toEqual([link, null]);
    await ask(app, school.trainer, 'changeSession', id, {
      ...planFor(app, school, { place: 'Hội trường xã' }),
      version: 1,
      why: 'Mất mạng',
    });
    expect(await stateOf(a, id)).toBe('seated');
  });
});
