import type { SessionDetail } from '../looks.ts';
import { tabsOf, takesCheckIns } from './tabs.ts';

const startsAt = '2022-06-24T07:00:00Z';
const endsAt = '2022-06-24T09:30:00Z';
const hour = 3_600_000;
const session = (part: object) =>
  ({
    state: 'published',
    startsAt,
    endsAt,
    invited: 4,
    teamIds: [],
    may: { door: true },
    ...part,
  }) as never as SessionDetail;
const all = () => true;

describe('the parts of a session', () => {
  it('of a proposal are what it is and whom it is for', () => {
    const proposed = session({ state: 'proposed', invited: 0, teamIds: ['t'], may: { door: false } });
    expect(tabsOf(proposed, all, Date.parse(startsAt) - 48 * hour)).toEqual(['about', 'people']);
  });

  it('grow with the right to call and to check people in', () => {
    const before = Date.parse(startsAt) - 48 * hour;
    expect(tabsOf(session({}), all, before)).toEqual(['about', 'people', 'calls', 'door']);
    expect(tabsOf(session({}), () => false, before)).toEqual(['about', 'people']);
  });

  it('have a result once it is over, and check-in for the lists that come late', () => {
    const done = session({ state: 'done', may: { door: false } });
    expect(tabsOf(done, all, Date.parse(endsAt) + hour)).toEqual(['about', 'people', 'door', 'result']);
    expect(tabsOf(done, all, Date.parse(endsAt) + 15 * 24 * hour)).toEqual(['about', 'people', 'result']);
  });
});

it.each([
  ['two hours before', -2, true],
  ['earlier', -2.1, false],
  ['during', 1, true],
])('check-in %s', (_, hours, takes) => {
  expect(takesCheckIns(session({}), Date.parse(startsAt) + hours * hour)).toBe(takes);
});
