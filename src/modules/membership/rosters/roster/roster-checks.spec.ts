/** One test for each kind of untidiness, on a file built for it. */
import { readWorkbook } from '#documents';
import { rawXlsx, rowsXml } from '../../../../../test/support/files/hostile-files.ts';
import { bookOf, found, header, lead, names, one, parse, team } from '../../../../../test/support/files/rosters.ts';
import type { Choices } from './findings.ts';
import { applyChoices, canConfirm, parseRoster } from './parse-roster.ts';

describe('checks over the list', () => {
  it('compares totals with the rows', async () => {
    const roster = await parse([
      ['Tổng số Tổ công nghệ số trên địa bàn: 2'],
      header,
      ...team(),
      [null, 'Tổng cộng', 5],
    ]);
    expect(found(roster, 'total.teamsDiffer')).toMatchObject({ params: { declared: 2, counted: 1 }, proposed: '1' });
    expect(found(roster, 'total.membersDiffer')).toMatchObject({ cell: 'C6', params: { declared: 5, counted: 3 } });
  });

  it('notes what a team lacks and stops two leaders', async () => {
    const roster = await one({ E2: 'Tổ trưởng' });
    expect(found(roster, 'team.noDeputy')?.severity).toBe('info');
    const two = found(roster, 'team.twoLeaders')!;
    expect(two).toMatchObject({
      cell: 'E3',
      severity: 'must_fix',
      params: { name: 'Lê Văn Thịnh', other: 'Nguyễn Thị Hương' },
      proposed: 'Tổ phó',
    });
    const settled = applyChoices(await bookOf([header, ...team({ E2: 'Tổ trưởng' })]), { [two.key]: { act: 'take' } });
    expect(settled.teams[0]!.members[1]!.role).toBe('deputy');
    expect(canConfirm(settled)).toBe(true);
  });
});

describe('choices', () => {
  const rows = [header, ...team({ F2: null, F3: '9.12E+08', D1: 'Đ/c Lê Văn Thịnh' })];
  const settle = async (choices: Choices) => applyChoices(await bookOf(rows), choices);

  it('checks what is typed like anything else', async () => {
    const wrong = await settle({ 'Sheet1!F3#phone.missing': { act: 'type', value: '12345' } });
    expect(found(wrong, 'phone.invalid')).toMatchObject({
      cell: 'F3',
      severity: 'must_fix',
      params: { text: '12345' },
    });
    const right = await settle({
      'Sheet1!F3#phone.missing': { act: 'type', value: '512345602' },
      'Sheet1!F4#phone.digitsLost': { act: 'type', value: '0512345603' },
    });
    expect(right.teams[0]!.members.map((member) => member.phones[0]?.e164)).toEqual([
      '+84512345601',
      '+84512345602',
      '+84512345603',
    ]);
    expect(found(right, 'phone.missing')).toMatchObject({ state: 'typed', value: '512345602' });
    expect(canConfirm(right)).toBe(true);
  });

  it('keeps the file’s text on demand', async () => {
    const roster = await settle({ 'Sheet1!D2#name.honorific': { act: 'keep' } });
    expect(roster.teams[0]!.members[0]!.fullName).toBe('Đ/c Lê Văn Thịnh');
    expect(found(roster, 'name.honorific')?.state).toBe('kept');
  });

  it('leaves a row out on demand', async () => {
    const roster = await settle({
      'Sheet1!F3#phone.missing': { act: 'leave_out' },
      'Sheet1!F4#phone.digitsLost': { act: 'leave_out' },
    });
    expect(names(roster)).toEqual([['Thôn 1', 'Lê Văn Thịnh']]);
    expect(canConfirm(roster)).toBe(true);
    expect(found(roster, 'phone.missing')?.state).toBe('left_out');
  });

  it('does not take a blocking finding for settled because it was kept', async () => {
    expect(
      canConfirm(
        await settle({ 'Sheet1!F3#phone.missing': { act: 'keep' }, 'Sheet1!F4#phone.digitsLost': { act: 'keep' } }),
      ),
    ).toBe(false);
  });

  it('gives the same answer to the same choices, whatever the storage did to the workbook', async () => {
    const book = await bookOf(rows);
    const choices: Choices = { 'Sheet1!F3#phone.missing': { act: 'type', value: '0512345602' } };
    expect(applyChoices(JSON.parse(JSON.stringify(book)), choices)).toEqual(applyChoices(book, choices));
  });
});

describe('large lists', () => {
  it('32 reads 30,000 merges over 15,000 rows and every person in them', async () => {
    const people = Array.from({ length: 15_000 }, (_, i) => [
      `${i + 1}`,
      i % 3 === 0 ? `Thôn ${i / 3 + 1}` : '',
      '',
      `Lê Văn ${'ABCDEGH'[i % 7]}`,
      lead[i % 3]!,
      `05${String(10_000_000 + i).padStart(8, '0')}`,
    ]);
    const merges =
      Array.from({ length: 5_000 }, (_, i) => `<mergeCell ref="B${i * 3 + 2}:B${i * 3 + 4}"/>`).join('') +
      Array.from({ length: 25_000 }, (_, i) => `<mergeCell ref="G${(i % 15_000) + 2}:H${(i % 15_000) + 2}"/>`).join('');
    const roster = parseRoster(
      await readWorkbook(
        rawXlsx(`<sheetData>${rowsXml([header, ...people])}</sheetData><mergeCells>${merges}</mergeCells>`),
      ),
    );
    expect(roster.teams).toHaveLength(5_000);
    expect(roster.teams.every((each) => each.members.length === 3)).toBe(true);
  });
});
