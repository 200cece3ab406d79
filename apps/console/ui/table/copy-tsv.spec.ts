import { fromTsv, guardCell, toTsv } from './copy-tsv.ts';

describe('copying a table for Excel', () => {
  it.each(['=HYPERLINK("x")', '+84512345678', '-2+3', '@SUM(A1)'])(
    'puts an apostrophe before %s, which a sheet would run',
    (text) => {
      expect(guardCell(text)).toBe(`'${text}`);
    },
  );

  it('keeps a masked phone as text and a number as a number with a decimal comma', () => {
    expect(guardCell('051• ••• 678')).toBe('051• ••• 678');
    expect(guardCell(2.7)).toBe('2,7');
    expect(guardCell(-3)).toBe('-3');
  });

  it('writes what is missing as an empty cell and keeps a row on one line', () => {
    expect(toTsv([['Thôn 1', null, 'hai\ndòng\tvà cột']])).toBe('Thôn 1\t\thai dòng và cột');
  });

  it('reads back a pasted range, whatever ends its lines', () => {
    expect(fromTsv('28\t1\r\n24\t2\r\n')).toEqual([
      ['28', '1'],
      ['24', '2'],
    ]);
  });
});
