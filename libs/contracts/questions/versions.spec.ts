import type { Question } from './question-kinds.ts';
import { versionFaults } from './versions.ts';

const choice = (key: string) => ({ key, label: key });
const first: Question[] = [
  { id: 'a', kind: 'whole', label: 'A', required: true, min: 0, max: 10 },
  { id: 'b', kind: 'oneOf', label: 'B', required: false, choices: [choice('x'), choice('y')] },
];
const [a, b] = first as [Question, Question];
const codes = (...after: Question[]) => versionFaults(first, after).map(({ question, code }) => `${question} ${code}`);

it('takes more questions, more choices, wider bounds, and fewer duties', () => {
  const more: Question = { id: 'c', kind: 'text', label: 'C', required: true };
  const wider = { ...a, max: 100, required: false };
  const { min: _, ...unbound } = wider;
  expect(codes(more, unbound, { ...b, choices: [choice('z'), choice('x'), choice('y')] })).toEqual([]);
  expect(codes({ required: true, label: 'A', kind: 'whole', id: 'a', max: 10, min: 0 }, b)).toEqual([]);
});

it('refuses what would make answers to the version before mean something else', () => {
  expect(codes(a)).toEqual(['b removed']);
  expect(codes({ ...a, label: 'Other' }, b)).toEqual(['a changed']);
  expect(codes({ ...a, kind: 'decimal' }, b)).toEqual(['a changed']);
  expect(codes({ ...a, max: 9 }, b)).toEqual(['a narrower']);
  expect(codes(a, { ...b, required: true })).toEqual(['b narrower']);
  expect(codes(a, { ...b, choices: [choice('x'), { key: 'y', label: 'Z' }] })).toEqual(['b narrower']);
});
