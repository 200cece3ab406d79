import { changedPlans } from './plan-dialog.tsx';
import type { Report } from '../report-facts.ts';

const figures = [
  { indicator: { code: 'CQ02' }, plan: 900 },
  { indicator: { code: 'XH01' }, plan: null },
  { indicator: { code: 'KT05' }, plan: 60 },
] as Report['figures'];

it('sends only plans that differ, and takes away what was emptied', () => {
  expect(changedPlans(figures, { CQ02: 900, XH01: 400, KT05: null })).toEqual([
    { code: 'XH01', value: 400 },
    { code: 'KT05', value: null },
  ]);
  expect(changedPlans(figures, {})).toEqual([]);
});
