/**
 * A session of training from its proposal to its cancellation, over real HTTP on two processes of which one also
 * works: trainer, commune and members never meet in one process.
 */
import { randomUUID } from 'node:crypto';
import { sql } from '#platform/database';
import type { TestPerson } from '../support/people.ts';
import { timesIn } from '../support/training/training.ts';
import { membersOf, planFor } from '../support/training/training-acts.ts';
import { STARTING_MS, TrainingWorld } from '../support/training/training-world.ts';

const CLOCK = '2022-06-15T02:00:00.000Z';
let world: TrainingWorld;
/** What the steps of the story hand on. */
const story = {} as { id: string; seated: string[]; waiting: string[] };

beforeAll(async () => {
  world = await TrainingWorld.start(CLOCK);
}, STARTING_MS);
afterAll(() => world?.stop());

const everybody = () => membersOf(world.school);
const personOf = (id: string) => everybody().find((one) => one.id === id) as TestPerson;
const detail = async () => (await world.of(world.school.trainer, 'trainingSession', story.id)).body;
const mine = async (person: TestPerson) => (await world.of(person, 'myTrainingSession', story.id)).body.mine;
const answer = (person: TestPerson, said: string, key?: string) =>
  world.of(person, 'answerInvitation', story.id, { answer: said }, key);
const inState = async (state: string): Promise<string[]> =>
  (await world.of(world.school.trainer, 'invitedPeople', story.id)).body.items
    .filter((row: { state: string }) => row.state === state)
    .toSorted((a: { place: number }, b: { place: number }) => a.place - b.place)
    .map((row: { person: { id: string } }) => row.person.id);

describe('the plan', () => {
  it('is proposed once although the button was hit twice on two processes, and the commune hears of it', async () => {
    const { trainer, focal } = world.school;
    const body = planFor(world.app, world.school, { capacity: 3, seatsPerTeam: 1, heldUntil: '2022-06-21' });
    const key = randomUUID();
    const taps = await Promise.all([1, 2].map(() => world.call(trainer, 'proposeSession', { body, key })));
    expect(taps.map(({ status }) => status)).toEqual([201, 201]);
    expect(taps[0]?.body).toEqual(taps[1]?.body);
    story.id = taps[0]?.body.id;
    expect(await world.app.database.rows(sql`select 1 from training_sessions`)).toHaveLength(1);
    await world.eachTold([focal], 'trainingProposed', story.id);
  });

  it('shows the clash of a second one at the same hour and refuses it', async () => {
    const { trainer } = world.school;
    const body = planFor(world.app, world.school, { place: 'Nhà văn hóa Thôn 2' });
    const { clashes } = (await world.call(trainer, 'checkSessionPlan', { body })).body;
    expect(clashes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'trainer_busy', weight: 'refused', sessionId: story.id }),
        expect.objectContaining({ kind: 'team_busy', weight: 'warned', sessionId: story.id }),
      ]),
    );
    const refused = await world.call(trainer, 'proposeSession', { body });
    expect(refused).toMatchObject({ status: 409, body: { code: 'training.trainerBusy' } });
  });

  it('is answered with another day, taken, and published to every member, each told once', async () => {
    const { trainer, focal } = world.school;
    const wish = { ...timesIn(world.app, 8), place: 'Nhà văn hóa Thôn 2' };
    const asked = await world.of(focal, 'decideSession', story.id, {
      outcome: 'change',
      ...wish,
      note: 'Trùng chợ phiên',
    });
    expect(asked).toMatchObject({ status: 200, body: { state: 'changes_asked' } });
    expect(await detail()).toMatchObject({ proposal: wish });
    await world.eachTold([trainer], 'trainingChangeAsked', story.id);
    const taken = await world.of(trainer, 'takeProposal', story.id);
    expect(taken).toMatchObject({ status: 200, body: { state: 'published', ...wish, invited: 6 } });
    await world.eachTold(everybody(), 'trainingInvited', story.id);
  });
});

describe('the seats', () => {
  it('go to as many as there are, when all ask at once and twice; every team has one, the rest waits in order', async () => {
    const asked = await Promise.all(
      everybody().flatMap((person) => {
        const key = randomUUID();
        return [answer(person, 'take', key), answer(person, 'take', key), answer(person, 'take')];
      }),
    );
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]));
    const { taken, waiting } = await detail();
    const teams = (await world.of(world.school.trainer, 'invitedTeams', story.id)).body.items;
    expect([taken, waiting]).toEqual([3, 3]);
    expect(teams.every(({ taken: n }: { taken: number }) => n >= 1)).toBe(true);
    [story.seated, story.waiting] = [await inState('seated'), await inState('waiting')];
    expect(new Set([...story.seated, ...story.waiting]).size).toBe(6);
    const places = await Promise.all(story.waiting.map(async (id) => (await mine(personOf(id))).place));
    expect(places).toEqual([1, 2, 3]);
  });

  it('move up when somebody gives one back: one person, told once, and the way back leads to the end of the list', async () => {
    const teamOf = (id: string) =>
      world.school.teams.find((team) => [team.leader, team.deputy, team.member].some((one) => one.id === id))?.id;
    const first = story.waiting[0] as string;
    const gone = personOf(story.seated.find((id) => teamOf(id) === teamOf(first)) as string);
    await answer(gone, 'give_back');
    expect((await inState('seated')).toSorted()).toEqual(
      [...story.seated.filter((id) => id !== gone.id), first].toSorted(),
    );
    await world.eachTold([personOf(first)], 'seatPromoted', story.id);
    await answer(gone, 'take');
    expect(await mine(gone)).toMatchObject({ state: 'waiting', place: 3, codeKey: null });
    [story.seated, story.waiting] = [await inState('seated'), await inState('waiting')];
  });
});

describe('a move', () => {
  const change = async (changes: object) => ({
    ...planFor(world.app, world.school, { capacity: 3, seatsPerTeam: 1, heldUntil: '2022-06-21' }),
    ...timesIn(world.app, 9),
    place: 'Nhà văn hóa Thôn 2',
    version: (await detail()).version,
    why: 'Giảng viên bận',
    ...changes,
  });

  it('reaches everybody; who made theirs from an older plan is told so and overwrites nothing', async () => {
    const { trainer } = world.school;
    const body = await change({});
    const [moved, late] = [
      await world.of(trainer, 'changeSession', story.id, body),
      await world.of(trainer, 'changeSession', story.id, { ...body, ...timesIn(world.app, 10) }),
    ];
    expect(moved).toMatchObject({ status: 200, body: timesIn(world.app, 9) });
    expect(late).toMatchObject({ status: 409, body: { code: 'training.changedMeanwhile' } });
    await world.eachTold(everybody(), 'trainingMoved', story.id);
    const before = { ...timesIn(world.app, 8), place: 'Nhà văn hóa Thôn 2' };
    for (const person of everybody()) expect(await mine(person)).toMatchObject({ mustAcknowledge: true, before });
  });

  it('is acknowledged by some; the others are on the list to call, with their numbers, until they are told', async () => {
    const { trainer } = world.school;
    const version = (await detail()).version;
    const [knows, slow, ...others] = everybody() as [TestPerson, TestPerson, ...TestPerson[]];
    const key = randomUUID();
    for (const _ of [1, 2]) await world.of(knows, 'acknowledgeChange', story.id, { version }, key);
    await world.of(slow, 'acknowledgeChange', story.id, { version: version - 1 });
    const list = async () => (await world.of(trainer, 'unacknowledged', story.id)).body.items;
    const rows = await list();
    expect(rows.map((row: { person: { id: string } }) => row.person.id).toSorted()).toEqual(
      [slow, ...others].map(({ id }) => id).toSorted(),
    );
    for (const row of rows)
      expect(row).toMatchObject({ why: 'old_time', told: false, phone: expect.stringMatching(/^0512[ \d]+$/) });
    const looks = await world.app.database.rows(
      sql`select subject_id from access_log where person_id = ${trainer.id} and what = 'phone.read'`,
    );
    expect(looks).toHaveLength(5);
    expect((await world.of(trainer, 'toldOfChange', story.id, { personId: slow.id })).status).toBe(204);
    expect((await list()).map((row: { person: { id: string } }) => row.person.id)).not.toContain(slow.id);
    expect(await mine(slow)).toMatchObject({ mustAcknowledge: false });
  });
});

describe('a cancellation', () => {
  it('is told to everybody with its reason, gives no seats any more, and is acknowledged like a move', async () => {
    const { trainer } = world.school;
    const cancelled = await world.of(trainer, 'cancelSession', story.id, { reason: 'Mưa bão' });
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    await world.eachTold(everybody(), 'trainingCancelled', story.id);
    const [person] = everybody() as [TestPerson];
    expect(await answer(person, 'take')).toMatchObject({ status: 409, body: { code: 'training.notOpen' } });
    expect(await mine(person)).toMatchObject({ mustAcknowledge: true, codeKey: null });
    const { version } = cancelled.body;
    await world.of(person, 'acknowledgeChange', story.id, { version });
    const left = (await world.of(trainer, 'unacknowledged', story.id)).body.items;
    expect(left).toHaveLength(5);
    expect(
      (await world.of(trainer, 'changeSession', story.id, { ...planFor(world.app, world.school), version, why: 'x' }))
        .body.code,
    ).toBe('training.wrongState');
  });

  it('frees the trainer’s hour and the place for another session', async () => {
    const body = planFor(world.app, world.school, { ...timesIn(world.app, 9), place: 'Nhà văn hóa Thôn 2' });
    expect((await world.call(world.school.trainer, 'proposeSession', { body })).status).toBe(201);
  });
});
