import { csvSafe, readWorkbook, writeCsv, writeWorkbook } from './index.ts';

describe('writing spreadsheets', () => {
  it('keeps the leading zero of a phone and never makes a formula of text', async () => {
    const file = await writeWorkbook([
      {
        name: 'S',
        rows: [['0512345678', '=1+1']],
        textColumns: [0],
        notes: [{ row: 0, column: 1, text: 'Ghi chú', fill: 'FDE2E1' }],
      },
    ]);
    const row = (await readWorkbook(file)).sheets[0]!.rows[0]!;
    expect(row.map((cell) => cell?.value)).toEqual(['0512345678', '=1+1']);
    expect(row[1]!.formula).toBeUndefined();
  });

  it.each(['=HYPERLINK("x")', '+84512345678', '-1', '@SUM(A1)', '  =1', '\t=1', '＝1'])('guards %j in csv', (text) => {
    expect(csvSafe(text)).toBe(`'${text}`);
  });

  it('leaves ordinary text alone and quotes what needs it', () => {
    expect(csvSafe('Thôn 1 - Minh Sơn')).toBe('Thôn 1 - Minh Sơn');
    expect(writeCsv([['a,b', 'c"d', -5, null]])).toBe('\ufeff"a,b","c""d",-5,\r\n');
  });
});
