import { byCommune, partOf, sharedWith, type Unit } from './use-coverage.ts';

const unit = (id: string): Unit => ({ id, kind: 'hamlet', name: id, fullName: id });

it('tells whole, part and nothing apart', () => {
  expect([partOf(27, 27), partOf(19, 27), partOf(0, 27), partOf(0, 0)]).toEqual(['whole', 'part', 'none', 'none']);
});

it('names communes with how many of their hamlets nobody covers', () => {
  const [a, b] = [unit('a'), unit('b')];
  expect(byCommune([1, 2, 3].map((n) => ({ unit: unit(`h${n}`), commune: n === 3 ? b : a })))).toEqual([
    { commune: a, n: 2 },
    { commune: b, n: 1 },
  ]);
});

it('counts only hamlets that the provider itself covers as shared', () => {
  const hamlet = (id: string, covered: boolean, others: string[]) => ({ unit: unit(id), covered, others });
  expect(sharedWith([hamlet('1', true, ['VNPT']), hamlet('2', false, ['VNPT']), hamlet('3', true, [])])).toEqual([
    { name: 'VNPT', n: 1 },
  ]);
});
