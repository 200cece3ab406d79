import { inParts, type Outcome, overtaken, together, untold } from './outcome.ts';

const refusal = (name: string, again = false) => ({ id: name, name, why: 'ngoài xã', again });
const outcome = (done: number, failed: Outcome['failed'] = []): Outcome => ({ done, failed, act: null });

it('tells apart who was overtaken and what was refused', () => {
  const all = [outcome(5), outcome(3), outcome(3, [refusal('Thôn 9')]), outcome(6)];
  expect(all.map((one) => overtaken(untold(5, 60), one))).toEqual([0, 2, 1, 0]);
});

it('adds what was tried again to what was done, and keeps what cannot be', () => {
  const first = outcome(3, [refusal('Thôn 8'), refusal('Thôn 9', true)]);
  const act = { id: crypto.randomUUID(), until: '2026-11-29T01:00:00.000Z' };
  expect(together(first, { ...outcome(1), act })).toEqual({ done: 4, failed: [refusal('Thôn 8')], act });
});

describe('many requests of one act', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const lost = (those: readonly string[]) => those.map((id) => refusal(id, true));

  it('go one after the other, each of so many', async () => {
    const [sent, told]: [string[], number[]] = [[], []];
    const send = async (part: string[]) => {
      sent.push(part.join(''));
      return outcome(part.length);
    };
    expect(await inParts({ ids, size: 2, send, onDone: (n) => told.push(n), lost })).toEqual(outcome(5));
    expect([sent, told]).toEqual([
      ['ab', 'cd', 'e'],
      [2, 4, 5],
    ]);
  });

  it('end where one fails, and leave the rest for another try', async () => {
    const send = async (part: string[]) => {
      if (part.includes('c')) throw new Error('no network');
      return outcome(1, [refusal('b')]);
    };
    const { done, failed } = await inParts({ ids, size: 2, send, onDone: () => undefined, lost });
    expect([done, failed.map(({ id, again }) => `${id} ${again}`)]).toEqual([
      1,
      ['b false', 'c true', 'd true', 'e true'],
    ]);
  });
});
