import type { Command, MyTrainingSession } from '#client';
import { asksMe, hasNews, laneOf, phaseOf, seatsLeft, thereAt, withAnswers } from './answers.ts';

const NOON = Date.parse('2022-11-18T05:00:00.000Z');
const mine: MyTrainingSession['mine'] = {
  state: 'invited',
  place: null,
  mustAcknowledge: false,
  before: null,
  checkedInAt: null,
  feedbackGiven: false,
  certificate: null,
  codeKey: null,
};
const aSession = (change: Partial<MyTrainingSession> = {}, of: Partial<typeof mine> = {}): MyTrainingSession =>
  ({
    id: 's',
    state: 'published',
    startsAt: '2022-11-22T07:00:00.000Z',
    endsAt: '2022-11-22T09:30:00.000Z',
    capacity: 30,
    taken: 24,
    team: { id: 't', name: 'Tổ Thôn 1', kept: 2, left: 1, seated: [] },
    version: 2,
    ...change,
    mine: { ...mine, ...of },
  }) as MyTrainingSession;
const command = (kind: string, change: Partial<Command>): Command =>
  ({ id: 'c', kind, lane: laneOf('s'), state: 'saved', view: {}, ...change }) as Command;

it('never calls a seat that is only asked for a seat', () => {
  const shown = withAnswers(aSession(), [command('training.answer', { view: { answer: 'take' } })]);
  expect(shown.mine.state).toBe('invited');
  expect(shown.pending).toEqual({ answer: 'take', commandId: 'c', canTakeBack: true });
  expect(asksMe(shown, NOON)).toBe(false);
  expect(
    withAnswers(aSession(), [command('training.answer', { state: 'sending', view: { answer: 'take' } })]).pending
      ?.canTakeBack,
  ).toBe(false);
});

it('asks while the answer is open and the session ahead, and shows what was refused', () => {
  const shown = withAnswers(aSession(), [command('training.answer', { state: 'refused', view: { answer: 'take' } })]);
  expect(shown.pending).toBeUndefined();
  expect(shown.refused?.kind).toBe('training.answer');
  expect(asksMe(shown, NOON)).toBe(true);
  expect(asksMe(shown, Date.parse(shown.startsAt))).toBe(false);
  expect(asksMe(withAnswers(aSession({}, { state: 'seated' }), []), NOON)).toBe(false);
});

it('holds a move up until I say that I know of this version', () => {
  const before = { startsAt: '2022-11-22T06:30:00.000Z', endsAt: '2022-11-22T09:30:00.000Z', place: null };
  const moved = aSession({}, { state: 'seated', mustAcknowledge: true, before });
  expect(hasNews(withAnswers(moved, []))).toBe(true);
  const know = (version: number, state: Command['state'] = 'saved') =>
    command('training.know', { state, view: { version } });
  expect(hasNews(withAnswers(moved, [know(1)]))).toBe(true);
  expect(hasNews(withAnswers(moved, [know(2, 'refused')]))).toBe(true);
  expect(hasNews(withAnswers(moved, [know(2)]))).toBe(false);
  // There is a seat: what changed is told, and nothing is to be answered.
  expect(asksMe(withAnswers(moved, []), NOON)).toBe(false);
  const cancelled = aSession({ state: 'cancelled' }, { mustAcknowledge: true });
  expect(asksMe(withAnswers(cancelled, []), NOON)).toBe(false);
});

it('says that I was there when the server counts it, not while it doubts', () => {
  const scanned = (state: Command['state'], refs?: Record<string, string>) =>
    thereAt(
      withAnswers(aSession(), [
        command('training.self', { state, view: { at: '2022-11-22T07:02:00.000Z' }, ...(refs && { refs }) }),
      ]),
    );
  expect(scanned('saved')).toBeUndefined();
  expect(scanned('sent', { state: 'doubtful', at: '2022-11-22T07:02:00.000Z' })).toBeUndefined();
  expect(scanned('sent', { state: 'counted', at: '2022-11-22T07:03:00.000Z' })).toBe('2022-11-22T07:03:00.000Z');
  expect(thereAt(withAnswers(aSession({}, { checkedInAt: '2022-11-22T07:01:00.000Z' }), []))).toBe(
    '2022-11-22T07:01:00.000Z',
  );
});

it('knows before, during and after, and the seats that I could take', () => {
  const times = aSession();
  expect(
    ['2022-11-22T06:59:00Z', '2022-11-22T07:00:00Z', '2022-11-22T09:30:00Z'].map((at) =>
      phaseOf(times, Date.parse(at)),
    ),
  ).toEqual(['before', 'running', 'over']);
  expect(seatsLeft(aSession())).toBe(1);
  expect(seatsLeft(aSession({ team: null }))).toBe(6);
  expect(seatsLeft(aSession({ team: null, taken: 31 }))).toBe(0);
});
