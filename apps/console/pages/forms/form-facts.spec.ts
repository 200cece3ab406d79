import { type FormQuestion, keyedLines, newId, usersOf, without } from './form-facts.ts';

const whole = (id: string, rest: Partial<FormQuestion> = {}): FormQuestion => ({
  id,
  kind: 'whole',
  label: id,
  required: true,
  ...rest,
});

it('gives a new question an id that none has', () => {
  expect(newId([])).toBe('c1');
  expect(newId([whole('c2'), whole('x')])).toBe('c3');
  expect(newId([whole('c1'), whole('c3')])).toBe('c4');
});

it('keeps the key of a choice that is reworded or moved, and gives new ones their own', () => {
  const before = [
    { key: 'k1', label: 'Cáp quang' },
    { key: 'k2', label: '4G' },
  ];
  const lines = (text: string) => keyedLines(text, before, (one) => one);
  expect(lines('4G\nCáp quang')).toEqual([before[1], before[0]]);
  expect(lines('Cáp quang\n4G, 5G')).toEqual([before[0], { key: 'k2', label: '4G, 5G' }]);
  expect(lines('Cáp quang\n4G\n\nKhông có')).toEqual([...before, { key: 'k3', label: 'Không có' }]);
  expect(lines('4G')).toEqual([before[1]]);
});

it('takes a question out with what refers to it', () => {
  const asked = [
    whole('a'),
    whole('b', { shownWhen: { join: 'all', parts: [{ of: 'a', is: 'above', value: 1 }] } }),
    whole('c', { checks: [{ kind: 'notAbove', of: [{ question: 'a' }], sentence: 's', level: 'blocks' }] }),
  ];
  expect(usersOf(asked, 'a')).toEqual([2, 3]);
  expect(without(asked, 'a')).toEqual([whole('b'), whole('c')]);
  expect(without(asked, 'b')).toEqual([asked[0], asked[2]]);
});
