import { momentOf, refusalOfTime, takesUploads } from './check-in-rules.ts';

const session = {
  state: 'published' as const,
  startsAt: new Date('2022-11-22T07:00:00Z'),
  endsAt: new Date('2022-11-22T09:30:00Z'),
};
const now = new Date('2022-11-23T00:00:00Z');
const at = (time: string) => new Date(`2022-11-22T${time}:00Z`);

it('takes check-ins from two hours before the start to three after the end', () => {
  expect(refusalOfTime(session, at('05:00'), now)).toBeUndefined();
  expect(refusalOfTime(session, at('04:59'), now)).toBe('tooEarly');
  expect(refusalOfTime(session, at('12:30'), now)).toBeUndefined();
  expect(refusalOfTime(session, at('12:31'), now)).toBe('closed');
});

it('refuses a check-in from the future, but forgives a phone that runs a few minutes fast', () => {
  expect(refusalOfTime(session, at('08:06'), at('08:00'))).toBe('inFuture');
  expect(refusalOfTime(session, at('08:04'), at('08:00'))).toBeUndefined();
});

it('takes late uploads for two weeks, of published and finished sessions only', () => {
  expect(takesUploads(session, new Date('2022-12-06T09:00:00Z'))).toBe(true);
  expect(takesUploads(session, new Date('2022-12-07T09:00:00Z'))).toBe(false);
  expect(takesUploads({ ...session, state: 'cancelled' }, now)).toBe(false);
});

it('takes the phone’s word for the moment where its clock is about right, else the server’s', () => {
  expect(momentOf(at('08:00'), at('08:04'))).toEqual(at('08:00'));
  expect(momentOf(at('07:00'), at('08:04'))).toEqual(at('08:04'));
  expect(momentOf(at('23:00'), at('08:04'))).toEqual(at('08:04'));
});
