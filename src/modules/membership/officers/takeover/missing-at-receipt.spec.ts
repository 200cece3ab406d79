import type { Rule, Seat } from '../../composition.ts';
import { missingAtReceipt } from './missing-at-receipt.ts';

const rule = (more: Partial<Rule>): Rule => ({
  code: 'r',
  kind: 'min_members',
  min: 3,
  max: null,
  role: null,
  affiliation: null,
  citation: '',
  ...more,
});
const rules = [rule({}), rule({ code: 'd', kind: 'role_count', min: 1, role: 'deputy' })];
const seats = (...roles: Seat['role'][]): Seat[] =>
  roles.map((role, n) => ({ personId: String(n), fullName: '', position: null, role, affiliation: 'other' }));

it('names the first hamlet of each kind and how many there are', () => {
  const missing = missingAtReceipt([
    { name: 'Thôn 12', seats: null, rules },
    { name: 'Thôn 9', seats: seats('leader', 'member', 'member'), rules },
    { name: 'Thôn 7', seats: seats('leader', 'member', 'member'), rules },
    { name: 'Thôn 1', seats: seats('leader', 'deputy'), rules },
    { name: 'Thôn 2', seats: seats('leader', 'deputy', 'member'), rules },
  ]);
  expect(missing).toEqual([
    { kind: 'min_members', need: 3, role: null, affiliation: null, count: 1, first: 'Thôn 1' },
    { kind: 'role_count', need: 1, role: 'deputy', affiliation: null, count: 2, first: 'Thôn 7' },
    { kind: 'no_team', need: 1, role: null, affiliation: null, count: 1, first: 'Thôn 12' },
  ]);
});
