import type { CheckInPack, Command } from '#client';
import { type CheckIn, checkInLane, checkInRecords, nameAt } from './check-in-records.ts';

const session = { id: 's', attended: 0 } as CheckInPack['session'];
const invited = (id: string, checkedInAt: string | null = null): CheckInPack['people'][number] => ({
  person: { id, fullName: `Người ${id}`, position: null },
  team: null,
  state: 'seated',
  checkedInAt,
});
const pack = (people: CheckInPack['people'], attended = 0): CheckInPack => ({
  session: { ...session, attended },
  secret: '',
  people,
  until: '2022-06-21T12:00:00.000Z',
});
let n = 0;
const item = (change: Partial<CheckIn>): CheckIn => ({
  clientId: `c${n++}`,
  personId: null,
  method: 'by_name',
  at: `2022-06-21T07:00:${String(n).padStart(2, '0')}.000Z`,
  ...change,
});
const sent = (items: CheckIn[], change: Partial<Command> = {}): Command =>
  ({
    id: `k${n++}`,
    kind: 'training.door',
    lane: checkInLane('s'),
    state: 'saved',
    body: { items },
    view: {},
    ...change,
  }) as Command;

it('counts each person once, by whichever phone and however often', () => {
  const twice = [item({ personId: 'a' }), item({ personId: 'a', method: 'scanned' }), item({ personId: 'b' })];
  const book = checkInRecords(pack([invited('a'), invited('b', '2022-06-21T06:59:00.000Z'), invited('c')], 1), 0, [
    sent(twice),
    sent([item({ personId: 'a' })]),
  ]);
  expect(book.there).toBe(2);
  expect(book.unsent).toBe(2);
  expect(book.people.map(({ thereAt }) => Boolean(thereAt))).toEqual([true, true, false]);
});

it('counts those on no list, and none of them a second time when the server knows of them', () => {
  const guest = item({ fullName: 'Vi Thị Khách', method: 'walk_in' });
  const newcomer = item({ personId: 'x', method: 'scanned' });
  const waiting = checkInRecords(pack([invited('a')]), 100, [sent([guest, newcomer])]);
  expect(waiting.there).toBe(2);
  const before = checkInRecords(pack([invited('a')]), 100, [sent([guest, newcomer], { state: 'sent', sentAt: 200 })]);
  expect(before.there).toBe(2);
  const after = checkInRecords(pack([invited('a')], 2), 300, [sent([guest, newcomer], { state: 'sent', sentAt: 200 })]);
  expect(after.there).toBe(2);
  expect(after.unsent).toBe(0);
});

it('takes out what the server refused, with its code, until the person is in by another way', () => {
  const stale = item({ personId: 'a', method: 'six_digits' });
  const refused = sent([stale], { state: 'sent', refs: { [stale.clientId]: 'door.codeStale' } });
  const alone = checkInRecords(pack([invited('a')]), 0, [refused]);
  expect(alone.there).toBe(0);
  expect(alone.refused).toEqual([{ item: stale, code: 'door.codeStale' }]);
  const ticked = checkInRecords(pack([invited('a')]), 0, [refused, sent([item({ personId: 'a' })])]);
  expect(ticked.there).toBe(1);
  expect(ticked.refused).toEqual([]);
});

it('keeps a whole set that was refused in sight', () => {
  const one = item({ personId: 'a' });
  const book = checkInRecords(pack([invited('a')]), 0, [
    sent([one], { state: 'refused', refusal: { status: 409, code: 'training.wrongState', params: {} } }),
  ]);
  expect(book.refused.map(({ code }) => code)).toEqual(['training.wrongState']);
  expect(book.there).toBe(0);
});

it('forgets what was taken back, unless the server did not take that', () => {
  const one = item({ personId: 'a' });
  const undo = (state: Command['state']) =>
    sent([], { kind: 'training.undo', state, view: { clientId: one.clientId } });
  expect(checkInRecords(pack([invited('a')]), 0, [sent([one]), undo('saved')]).there).toBe(0);
  expect(checkInRecords(pack([invited('a')]), 0, [sent([one]), undo('refused')]).there).toBe(1);
});

it('leaves other sessions alone, and names whom it knows', () => {
  const book = checkInRecords(pack([invited('a')]), 0, [
    sent([item({ personId: 'a' })], { lane: checkInLane('other') }),
    sent([item({ personId: 'x' })]),
  ]);
  expect(book.there).toBe(1);
  expect(nameAt(book, 'a')).toEqual({ name: 'Người a', thereAt: undefined });
  expect(nameAt(book, 'x')).toMatchObject({ name: undefined, thereAt: expect.any(String) });
});
