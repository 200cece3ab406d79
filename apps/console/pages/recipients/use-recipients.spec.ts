import { testId } from '../../testing/render.tsx';
import { mailedOf, type Office, ownTarget, standingOf } from './use-recipients.ts';

const unit = { id: testId(1), kind: 'commune' as const, name: 'Minh Sơn', fullName: 'Xã Minh Sơn' };
const used = { id: testId(2), address: 'so@x.example', unit, from: '2022-06-21' };
const tried = { id: testId(3), address: 'so@x.example', failureCode: null, sentAt: null, triesLeft: 5 };
const office = (part: Partial<Office> = {}): Office => ({
  name: 'Sở TT&TT',
  line: 'Sở TT&TT (để b/c)',
  isPerson: false,
  used: null,
  tried: null,
  earlier: [],
  ...part,
});

it.each([
  [office(), 'none'],
  [office({ isPerson: true }), 'person'],
  [office({ used }), 'used'],
  [office({ used, line: null }), 'gone'],
  [office({ used, tried: { ...tried, state: 'due' } }), 'sending'],
  [office({ tried: { ...tried, state: 'sent' } }), 'waits'],
  [office({ tried: { ...tried, state: 'sent', triesLeft: 0 } }), 'over'],
  [office({ tried: { ...tried, state: 'failed' } }), 'failed'],
] as const)('%#: %s', (row, standing) => {
  expect(standingOf(row)).toBe(standing);
});

it('names whom nothing is mailed to, people left out', () => {
  const offices = [office({ used }), office({ name: 'A' }), office({ isPerson: true }), office({ used, line: null })];
  const { mailed, without } = mailedOf({ offices });
  expect([mailed.length, without.map(({ name }) => name)]).toEqual([1, ['A']]);
});

it("offers the address that the unit's card names to be tried", () => {
  const own = { used: null, tried: null, untried: { address: 'xa@x.example', isMailed: false }, earlier: [] };
  expect(ownTarget({ own }, 'xã Minh Sơn')).toMatchObject({ isOwn: true, untried: 'xa@x.example' });
});
