import { render, type Translate } from '../../i18n/i18n.tsx';
import { rulesVi } from '#i18n/console/organization/rules.vi';
import { ruleText } from '#i18n/rule-text';
import { firstDay, isComplete, type Rule, shownTemplate, typedTemplate } from './rule-kinds.ts';

const t: Translate = (id, values = {}) => render((rulesVi as Record<string, string>)[id] ?? id, values, 'vi');
const rule = (kind: Rule['kind'], value?: Rule['spans'][number]['value']) =>
  ({ kind, now: value ? { value } : null, next: null, maySet: true, spans: [] }) as unknown as Rule;

it('says a rule in few words', () => {
  const told = (value: Parameters<typeof ruleText>[2]) => ruleText(t, 'vi', value);
  expect(told({ kind: 'reply', days: 3 })).toBe('3 ngày');
  expect(told({ kind: 'groupName', template: 'CNS-{hamlet}-{commune}', nameMax: 60 })).toBe('CNS-thôn-xã');
  const hours = { quietFrom: '19:30', quietTo: '04:30', lastDay: null };
  expect(told({ kind: 'quiet', wholeDays: false, ...hours })).toBe('19:30 đến 04:30');
  expect(told({ kind: 'quiet', wholeDays: true, ...hours })).toBe('cả ngày, trừ tin gấp');
  expect(told({ kind: 'period', windowStartDay: 15, dueBeforeDay: 25, shift: 'none' })).toBe('15 → 14, trước 25');
  const until = { kind: 'period', windowStartDay: 15, dueBeforeDay: 26, shift: 'none', wording: 'until' } as const;
  expect(told(until)).toBe('15 → 14, đến hết 25');
});

it('begins on the first of next month, another window where the old one ends', () => {
  expect(firstDay('2026-11-24', 'tỉnh', rule('reply'))).toBe('2026-12-01');
  const months = rule('period', { kind: 'period', windowStartDay: 15, dueBeforeDay: 25, shift: 'none' });
  expect(firstDay('2026-11-24', 'tỉnh', months)).toBe('2026-12-15');
  const later = { ...rule('reply'), spans: [{ unit: { id: 'tỉnh' }, ruleFrom: '2027-02-10' }] } as unknown as Rule;
  expect(firstDay('2026-11-24', 'tỉnh', later)).toBe('2027-03-01');
});

it('waits for every number, and for somebody of whom a committee is made', () => {
  expect(isComplete({ kind: 'reply', days: null as unknown as number })).toBe(false);
  expect(isComplete({ kind: 'committee', affiliations: [] })).toBe(false);
  expect(isComplete({ kind: 'reply', days: 2 })).toBe(true);
  const quiet = { kind: 'quiet', quietFrom: '21:00', quietTo: '06:30', lastDay: null } as const;
  expect([false, true].map((wholeDays) => isComplete({ ...quiet, wholeDays }))).toEqual([true, false]);
});

it('has the pattern of a name typed in words', () => {
  expect(shownTemplate(t, 'CNS-{hamlet}-{commune}')).toBe('CNS-[thôn]-[xã]');
  expect(typedTemplate(t, 'Tổ [thôn]-[xã]-[huyện]')).toBe('Tổ {hamlet}-{commune}-{district}');
});
