/**
 * The day of the session, with the network cut at check-in: two trainers' phones work from what they fetched before, and
 * what they bring later comes doubled, shuffled and from both at once. Real processes, and lines that are really cut.
 */
import { randomUUID } from 'node:crypto';
import { type RouteId, routes } from '#contracts';
import { memberCode, personKey, sessionCode, sixDigits } from '#contracts/training/check-in-codes';
import { callOver } from '../support/over-http.ts';
import type { TestPerson } from '../support/people.ts';
import { buildTrainer, timesIn } from '../support/training/training.ts';
import { membersOf, planFor } from '../support/training/training-acts.ts';
import { STARTING_MS, TrainingWorld } from '../support/training/training-world.ts';
import { type Wire, wireTo } from '../support/wires/wire.ts';

const BEFORE = '2022-06-15T02:00:00.000Z';
/** The session is on the 22nd, 14:00 to 16:00 in Viet Nam. */
const DOOR = '2022-06-22T06:50:00.000Z';
const EVENING = '2022-06-22T13:00:00.000Z';
const AT = '2022-06-22T07:05:00.000Z';

interface Item {
  clientId: string;
  personId: string | null;
  method: string;
  at: string;
  fullName?: string;
  code?: string;
}
interface Phone {
  wire: Wire;
  trainer: TestPerson;
  secret: string;
  items: Item[];
}
let world: TrainingWorld;
let id: string;
let first: Phone;
let second: Phone;

beforeAll(async () => {
  world = await TrainingWorld.start(BEFORE, { hamlets: 4 });
  const { trainer, focal, providerId, districtId } = world.school;
  const colleague = await buildTrainer(world.app, { providerId, unitId: districtId });
  id = await published(trainer, focal);
  for (const person of everybody().slice(0, 10)) await world.of(person, 'answerInvitation', id, { answer: 'take' });
  await world.restartAt(DOOR);
  const [one, other] = world.urls as [string, string];
  first = { wire: await wireTo(one), trainer, secret: '', items: [] };
  second = { wire: await wireTo(other), trainer: colleague, secret: '', items: [] };
}, STARTING_MS);
afterAll(async () => {
  first?.wire.close();
  second?.wire.close();
  await world?.stop();
});

async function published(trainer: TestPerson, focal: TestPerson): Promise<string> {
  const body = planFor(world.app, world.school, timesIn(world.app, 7));
  const { id: sessionId, version } = (await world.call(trainer, 'proposeSession', { body })).body;
  await world.of(focal, 'decideSession', sessionId, { outcome: 'confirm', version });
  return sessionId;
}
const everybody = () => membersOf(world.school);
const personAt = (i: number) => everybody()[i] as TestPerson;
/** What the phone asks over its own line. */
const over = ({ wire, trainer }: Phone, route: RouteId, body?: unknown, key?: string) =>
  callOver(wire.url, routes[route], {
    token: trainer.token,
    params: { sessionId: id },
    ...(body !== undefined && { body }),
    ...(key && { key }),
  });
const send = (phone: Phone, items: readonly Item[], key?: string) => over(phone, 'sendCheckIns', { items }, key);
const item = (more: Partial<Item>): Item => ({
  clientId: randomUUID(),
  personId: null,
  method: 'by_name',
  at: AT,
  ...more,
});
/** The member's phone makes the code of its own key; the session's secret is not there. */
async function scan(person: TestPerson, at = AT): Promise<Item> {
  const { codeKey } = (await world.of(person, 'myTrainingSession', id)).body.mine;
  return item({ method: 'scanned', at, code: await memberCode(codeKey, id, person.id, new Date(at)) });
}
const counted = async (): Promise<string[]> =>
  (await world.of(world.school.focal, 'attendance', id)).body
    .filter(({ state }: { state: string }) => state === 'counted')
    .map((row: { person: { id: string } | null; fullName: string }) => row.person?.id ?? row.fullName)
    .toSorted();
/** In the order of the phones' random ids. */
const shuffled = (items: readonly Item[]): Item[] => items.toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1));

it('both phones fetch the list, and then the network is gone', async () => {
  for (const phone of [first, second]) {
    const pack = (await over(phone, 'checkInPack')).body;
    expect(pack.people.filter(({ state }: { state: string }) => state === 'seated')).toHaveLength(10);
    phone.secret = pack.secret;
    phone.wire.cut();
    // The first call finds its open connection broken, the second one gets none.
    for (const _ of [1, 2]) await expect(over(phone, 'checkInPack')).rejects.toThrow('fetch failed');
    expect(phone.wire.refused()).toBeGreaterThan(0);
  }
});

it('check-in goes on: codes, digits, names, paper and a walk-in are kept on the phones, three people on both', async () => {
  first.items = await Promise.all([0, 1, 2, 3, 4, 5].map((i) => scan(personAt(i))));
  second.items = [
    ...(await Promise.all([3, 4, 5, 6, 7].map((i) => scan(personAt(i))))),
    item({ method: 'six_digits', code: await sixDigits(await personKey(second.secret, personAt(8).id), new Date(AT)) }),
    item({ method: 'paper', personId: personAt(10).id }),
    item({ method: 'walk_in', fullName: 'Bà Tám bán rau' }),
    { ...(await scan(personAt(9))), at: '2022-06-22T07:20:00.000Z' },
  ];
  expect(await counted()).toEqual([]);
});

it(
  'in the evening both bring everything at once, doubled and shuffled; an answer that got lost is asked again',
  async () => {
    await world.restartAt(EVENING);
    const [one, other] = world.urls as [string, string];
    first.wire.close();
    second.wire.close();
    [first.wire, second.wire] = [await wireTo(one), await wireTo(other)];
    const lost = randomUUID();
    const going = send(first, first.items, lost).catch(() => 'cut');
    first.wire.cut();
    await going;
    first.wire.mend();
    const doubled = shuffled([...second.items, ...second.items]);
    const answers = await Promise.all([
      send(first, first.items, lost),
      send(second, doubled),
      send(second, shuffled(second.items)),
      send(first, first.items.toReversed()),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await counted()).toEqual(
      [...[0, 1, 2, 3, 4, 5, 6, 7, 8, 10].map((i) => personAt(i).id), 'Bà Tám bán rau'].toSorted(),
    );
    const refused = answers.flatMap(({ body }) => body.refused);
    expect(new Set(refused.map(({ code }: { code: string }) => code))).toEqual(new Set(['door.codeStale']));
    expect((await send(first, first.items, lost)).body).toEqual(answers[0]?.body);
  },
  STARTING_MS,
);

it('a member’s own scan that arrives in the evening proves the place no more: the trainer decides, once', async () => {
  const late = personAt(11);
  const code = await sessionCode(first.secret, id, new Date(AT));
  const body = { clientId: randomUUID(), code, at: AT };
  expect((await world.of(late, 'checkMyselfIn', id, body)).body.state).toBe('doubtful');
  expect(await counted()).not.toContain(late.id);
  const rows = (await world.of(first.trainer, 'attendance', id)).body;
  expect(rows[0]).toMatchObject({ person: { id: late.id }, state: 'doubtful', why: 'late_upload' });
  const decide = () =>
    world.call(first.trainer, 'decideCheckIn', { params: { checkInId: rows[0].id }, body: { counts: true } });
  expect((await decide()).status).toBe(204);
  expect(await counted()).toContain(late.id);
});

it('is finished; who forgot to send still counts; those who were there are asked how it was', async () => {
  const { trainer } = world.school;
  expect((await world.of(trainer, 'finishSession', id)).body).toMatchObject({ state: 'done', attended: 12 });
  expect((await send(second, [item({ personId: personAt(9).id })])).body).toMatchObject({ counted: 1 });
  const tap = { liked: 3, canDo: 2, nextTopic: 'e_payment' };
  expect((await world.of(personAt(0), 'giveFeedback', id, tap)).status).toBe(204);
  const { feedback, attended, hours } = (await world.of(trainer, 'sessionResult', id)).body;
  expect({ feedback, attended, hours }).toMatchObject({
    attended: 13,
    hours: 2,
    feedback: { answers: 1, liked: [0, 0, 1], next: [{ topic: 'e_payment', people: 1 }] },
  });
});

it('certificates: one each however often they are issued, verified by anyone, revoked by the trainer', async () => {
  const { trainer } = world.school;
  const [all] = await Promise.all([1, 2].map(() => world.of(trainer, 'issueCertificates', id, {})));
  expect(all?.body).toHaveLength(12);
  expect(new Set(all?.body.map(({ person }: { person: { id: string } }) => person.id)).size).toBe(12);
  const [good, wrong] = all?.body ?? [];
  const check = async (code: string) => (await world.call(null, 'verifyCertificate', { params: { code } })).body;
  expect(await check(good.code)).toEqual({
    holds: true,
    fullName: good.person.fullName,
    title: 'Dịch vụ công trực tuyến',
    hours: 2,
    heldOn: '2022-06-22',
    provider: expect.any(String),
    revokedAt: null,
  });
  const pdf = await world.call(trainer, 'certificatePdf', { params: { certificateId: good.id } });
  expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-');
  const body = { reason: 'Nhầm người' };
  expect((await world.call(trainer, 'revokeCertificate', { params: { certificateId: wrong.id }, body })).status).toBe(
    204,
  );
  expect(await check(wrong.code)).toMatchObject({ holds: false, revokedAt: expect.any(String) });
  const coverage = (await world.call(trainer, 'trainingCoverage', { params: { unitId: world.school.communeId } })).body;
  const topic = coverage.topics.findIndex(({ code }: { code: string }) => code === 'public_services');
  expect(coverage.total.trained[topic]).toBe(12);
});
