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

  it('is refused when it holds more values than any list', () => {
    expect(check(`[${'0,'.repeat(600_000)}0]`)).toThrow(tooDense);
    expect(check(`[${'{},'.repeat(400_000)}0]`)).toThrow(tooDense);
  });
});
