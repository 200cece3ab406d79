import { buildLine, communeRef } from '../../../testing/reform-lines.ts';
import { differencesOf } from './list-differences.ts';
import type { Line } from '../reform-looks.ts';

/** Where each of these goes: 1 is Triệu Sơn, 2 is Hợp Tiến. */
const list = (into: Record<string, number>, more: Line[] = []): Line[] => [
  buildLine(1, 'create', { code: '1', type: 'xã', name: 'Triệu Sơn' }),
  buildLine(2, 'create', { code: '2', type: 'xã', name: 'Hợp Tiến' }),
  ...Object.entries(into).map(([name, intoPosition], at) =>
    buildLine(3 + at, 'merge', { unit: communeRef(name), intoPosition, row: at + 2 }),
  ),
  ...more,
];
const told = (before: Line[], now: Line[]) => {
  const { changed, added, gone } = differencesOf(before, now);
  return {
    changed: changed.map((one) => `${one.now?.old}: ${one.before?.heir} → ${one.now?.heir}`),
    added: added.map((one) => one.now?.old),
    gone: gone.map((one) => one.before?.old),
  };
};
const before = list({ 'Minh Sơn': 1, 'Dân Lực': 1, 'Hợp Lý': 2, 'Hợp Thắng': 2 });

it('tells nothing of a list that only stands in another order', () => {
  const now = list({ 'Hợp Thắng': 2, 'Hợp Lý': 2, 'Dân Lực': 1, 'Minh Sơn': 1 });
  expect(told(before, now)).toEqual({ changed: [], added: [], gone: [] });
});

it('tells which lines changed, came and went, and nothing else', () => {
  const now = list({ 'Minh Sơn': 1, 'Hợp Lý': 1, 'Hợp Thắng': 2, 'Dân Lý': 1 });
  expect(told(before, now)).toEqual({
    changed: ['Xã Hợp Lý: Xã Hợp Tiến → Xã Triệu Sơn'],
    added: ['Xã Dân Lý'],
    gone: ['Xã Dân Lực'],
  });
});

it('takes a unit that is divided now for one that changed and one line more', () => {
  const parts = [1, 2].map((into) =>
    buildLine(10 + into, 'part', { unit: communeRef('Hợp Thắng'), intoPosition: into, row: 9 }),
  );
  const now = list({ 'Minh Sơn': 1, 'Dân Lực': 1, 'Hợp Lý': 2 }, parts);
  expect(told(before, now)).toEqual({
    changed: ['Xã Hợp Thắng: Xã Hợp Tiến → Xã Triệu Sơn'],
    added: ['Xã Hợp Thắng'],
    gone: [],
  });
});

it('takes a code that was put right, another name and another place of a new unit for changes', () => {
  const unknown = buildLine(9, 'merge', { code: '15741', type: 'xã', name: 'Thọ Dân', intoPosition: 1, row: 8 });
  const known = { ...unknown, code: null, type: null, name: null, unit: communeRef('Thọ Dân') };
  expect(told(list({}, [unknown]), list({}, [known])).changed).toEqual(['Xã Thọ Dân: Xã Triệu Sơn → Xã Triệu Sơn']);
  const renamed = before.map((line) => (line.position === 2 ? { ...line, name: 'Hợp Thành' } : line));
  expect(told(before, renamed)).toEqual({
    changed: ['Xã Hợp Lý: Xã Hợp Tiến → Xã Hợp Thành', 'Xã Hợp Thắng: Xã Hợp Tiến → Xã Hợp Thành'],
    added: [],
    gone: [],
  });
  const moved = before.map((line) => (line.position === 1 ? { ...line, parent: communeRef('P') } : line));
  expect(told(before, moved).changed).toHaveLength(2);
});
