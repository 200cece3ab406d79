import { changesOf, shapeOf } from '../../releases/shape.ts';

const then = shapeOf({
  id: 'a',
  count: 3,
  by: null,
  teams: [
    { name: 'Thôn 1', target: 5 },
    { name: 'Thôn 2', target: null, note: 'x' },
  ],
  waiting: [],
});

describe('an answer beside that of a release', () => {
  it('may say more, and hold what was empty then', () => {
    const now = {
      id: 'b',
      count: 0,
      by: 'c',
      more: true,
      teams: [{ name: 'Thôn 3', target: 1, more: [] }],
      waiting: [{}],
    };
    expect(changesOf(then, now)).toEqual([]);
    expect(changesOf(then, { ...now, teams: [] })).toEqual([]);
  });

  it.each([
    ['a field is gone', { id: 'b', by: null, teams: [], waiting: [] }, ['count is missing']],
    [
      'a number became a word',
      { id: 'b', count: '3', by: null, teams: [], waiting: [] },
      ['count was number and is string'],
    ],
    ['a list became an object', { id: 'b', count: 3, by: null, teams: {}, waiting: [] }, ['teams is no list any more']],
    [
      'what was there became empty',
      { id: null, count: 3, by: null, teams: [], waiting: [] },
      ['id was string and is null'],
    ],
    [
      'something within a list changed',
      { id: 'b', count: 3, by: null, teams: [{ title: 'Thôn 3', target: 1 }], waiting: [] },
      ['teams[].name is missing'],
    ],
  ])('is told when %s', (_, now, changes) => expect(changesOf(then, now)).toEqual(changes));

  it('knows what only some of a list had', () => {
    expect(shapeOf([{ a: 1 }, { a: 2, b: 'x' }, { a: null }])).toEqual({
      list: { fields: { a: 'null|number', 'b?': 'string' } },
    });
    expect(changesOf(shapeOf([{ a: {} }, { a: null }]), [{ a: null }])).toEqual([]);
    expect(shapeOf([1, 'x'])).toEqual({ list: 'number|string' });
  });
});
