import { webcrypto } from 'node:crypto';
import { TextEncoder } from 'node:util';
import type { CheckInPack, CheckIns } from '#client';
import { memberCode, personKey, sixDigits } from '#contracts/training/check-in-codes';
import { asked, networkIs, serverSays, signInHere } from '../../testing/phone.ts';

Object.assign(globalThis, { TextEncoder });
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
signInHere([]);
await import('../words/more-words.ts');
await (await import('./words.ts')).ready;
const { commands } = await import('../queue/kept-commands.ts');
const { flushQueue, openQueue } = await import('../queue/queue.ts');
const { byName, checkIn, readDigits, readMember, takeBackItem, walkIn } = await import('./check-in-acts.ts');
const { checkInRecords } = await import('./check-in-records.ts');
await openQueue();

const [SESSION, HOA, TUAN] = [1, 2, 3].map((n) => `0192aaaa-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const secret = Buffer.alloc(32, 7).toString('base64url');
const pack = {
  session: { id: SESSION, title: 'Dịch vụ công', attended: 0 },
  secret,
  people: [HOA, TUAN].map((id) => ({
    person: { id, fullName: id, position: null },
    team: null,
    state: 'seated',
    checkedInAt: null,
  })),
  until: '2100-01-01T00:00:00.000Z',
} as unknown as CheckInPack;
const path = `/training/sessions/${SESSION}/check-ins`;
const bodies = () => asked.filter((one) => one.path === path).map(({ body }) => (body as CheckIns).items);
const codeOf = async (personId: string, sessionId = SESSION) =>
  memberCode(await personKey(secret, personId), sessionId, personId, new Date());

it('reads the codes of people with no network at all', async () => {
  networkIs(false);
  expect(await readMember(pack, await codeOf(HOA))).toMatchObject({ personId: HOA, item: { method: 'scanned' } });
  expect(await readMember(pack, await codeOf(HOA, TUAN))).toEqual({ why: 'other_session' });
  expect(await readMember(pack, 'https://to-so.example')).toEqual({ why: 'not_a_code' });
  const old = await memberCode(await personKey(secret, HOA), SESSION, HOA, new Date(Date.now() - 300_000));
  expect(await readMember(pack, old)).toEqual({ why: 'stale' });
  const digits = await sixDigits(await personKey(secret, TUAN), new Date());
  expect(await readDigits(pack, digits)).toMatchObject({
    personId: TUAN,
    item: { method: 'six_digits', code: digits },
  });
});

it('keeps those let in without network in one set that grows, takes a slip out of it, and sends it once', async () => {
  const slip = byName(TUAN);
  await checkIn(pack, byName(HOA));
  await flushQueue();
  await checkIn(pack, slip);
  await flushQueue();
  await checkIn(pack, walkIn('  Vi  Thị Khách '));
  await flushQueue();
  await takeBackItem(pack, slip);
  const kept = commands.value.filter(({ state }) => state !== 'sent');
  expect(kept).toHaveLength(1);
  expect(checkInRecords(pack, 0, commands.value)).toMatchObject({ there: 2, unsent: 2 });
  serverSays({ [`POST ${path}`]: { counted: 2, repeated: 0, doubtful: 0, refused: [] } });
  asked.length = 0;
  networkIs(true);
  await flushQueue();
  expect(bodies()).toHaveLength(1);
  expect(bodies()[0]).toMatchObject([
    { personId: HOA, method: 'by_name' },
    { personId: null, fullName: 'Vi Thị Khách', method: 'walk_in' },
  ]);
  expect(checkInRecords(pack, 0, commands.value)).toMatchObject({ there: 2, unsent: 0 });
});

it('asks the server to refuse a slip that it already has', async () => {
  const slip = byName(TUAN);
  await checkIn(pack, slip);
  await flushQueue();
  serverSays({ [`POST /training/check-ins/${slip.clientId}/decision`]: {} });
  await takeBackItem(pack, slip);
  await flushQueue();
  expect(asked.at(-1)).toMatchObject({
    path: `/training/check-ins/${slip.clientId}/decision`,
    body: { counts: false },
  });
  expect(
    checkInRecords(pack, 0, commands.value).people.find(({ person }) => person.id === TUAN)?.thereAt,
  ).toBeUndefined();
});

it('hears which of a set the server refused', async () => {
  const one = byName(TUAN);
  serverSays({
    [`POST ${path}`]: {
      counted: 0,
      repeated: 0,
      doubtful: 0,
      refused: [{ clientId: one.clientId, code: 'door.personUnknown' }],
    },
  });
  await checkIn(pack, one);
  await flushQueue();
  expect(checkInRecords(pack, 0, commands.value).refused).toEqual([{ item: one, code: 'door.personUnknown' }]);
});
