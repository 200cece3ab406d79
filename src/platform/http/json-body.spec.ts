import { checkJson } from './json-body.ts';

const check = (text: string) => () => checkJson(Buffer.from(text));
const tooDense = /nests deeper or holds more values/;

describe('a body of JSON', () => {
  it('is taken as people write it, whatever stands in its texts', () => {
    for (const text of [
      '{}',
      'null',
      '',
      '{"a":[1,2,{"b":"[[[["}]}',
      `["${'[{,'.repeat(300_000)}"]`,
      '"a\\"[[[["',
      '"open',
    ])
      expect(check(text)).not.toThrow();
    expect(
      check(JSON.stringify(Array.from({ length: 50_000 }, (_, row) => ({ row, code: '1', name: 'x' })))),
    ).not.toThrow();
  });

  it('is refused when it nests deeper than anything here', () => {
    expect(check('['.repeat(32) + ']'.repeat(32))).not.toThrow();
    for (const deep of ['['.repeat(33), '{"a":'.repeat(5_000), '['.repeat(3_900_000)])
      expect(check(deep)).toThrow(tooDense);
    expect(check(`{"a":"\\\\",${'"b":['.repeat(40)}`)).toThrow(tooDense);
  });

  it('is refused when it holds more values than any list, or more than it weighs', () => {
    expect(check(`[${'"abc",'.repeat(600_000)}0]`)).toThrow(tooDense);
    const tooMany: [string, number][] = [
      ['0,', 25_000],
      ['{},', 45_000],
      ['[[[]]],', 12_000],
      ['{"a":0},', 300_000],
    ];
    for (const [piece, times] of tooMany) expect(check(`[${piece.repeat(times)}0]`)).toThrow(tooDense);
    expect(check(`[${'0,'.repeat(9_000)}0]`)).not.toThrow();
  });

  it('is refused when an object has more names than there are teams to name, wherever it lies', () => {
    const object = (names: number) => `{${Array.from({ length: names }, (_, n) => `"k${n}":"a:b"`).join(',')}}`;
    for (const written of [object, (names: number) => `[[${object(names)}]]`]) {
      expect(check(written(5_000))).not.toThrow();
      expect(check(written(5_001))).toThrow(tooDense);
    }
    expect(check(`[${Array.from({ length: 200 }, () => object(100)).join(',')}]`)).not.toThrow();
  });
});
