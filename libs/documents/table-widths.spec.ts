import { textOfPdf } from '../../test/support/files/pdf-text.ts';
import type { Table, TextDocument } from './text-document.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { breakable, fitColumns } from './table-widths.ts';

const table = (widths: number[], words: string[], head = words.map(() => 'TT')): Table => ({
  kind: 'table',
  widths,
  size: 12,
  aligns: widths.map(() => 'left'),
  header: [head.map((text) => ({ text }))],
  groups: [[words.map((text) => ({ text }))]],
});
const documentOf = (one: Table): TextDocument => ({
  title: 'x',
  size: 13,
  leading: 0,
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  draft: null,
  blocks: [one],
});

it('keeps widths that hold their words', () => {
  const one = table([20, 40], ['12', 'Tổ trưởng']);
  expect(fitColumns(one)).toBe(one);
});

it('takes room from columns that have it, and keeps the whole width', () => {
  const { widths } = fitColumns(table([10, 60, 60], ['1.234.567', 'Thôn 6', 'x']));
  expect(widths[0]).toBeGreaterThan(18);
  expect(widths.reduce((all, one) => all + one, 0)).toBeCloseTo(130, 1);
});

it('leaves no word broken on the page, heads included', async () => {
  const words = ['1.234.567.890', 'Thường', 'ướt'];
  const one = fitColumns(table([8, 70, 87], words, ['Kế hoạch', 'Chỉ tiêu', 'x']));
  const lines = textOfPdf(await renderPdf('text-document', documentOf(one)))
    .join('\n')
    .split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([...words, 'Kế hoạch', 'Chỉ tiêu'].flatMap((text) => text.split(' ')).slice(0, 3)),
  );
});

it('breaks a long link or address rather than letting it overflow', async () => {
  const link = `https://dichvucong.example/${'a'.repeat(80)}?ma=1`;
  expect(breakable('Thôn 6, xã Minh Sơn')).toBe('Thôn 6, xã Minh Sơn');
  expect(breakable(link).replaceAll('\u200b', '')).toBe(link);
  expect(
    breakable(link)
      .split('\u200b')
      .every((part) => part.length <= 13),
  ).toBe(true);
  const pdf = await renderPdf('text-document', documentOf(table([30, 30], [link, 'x'])));
  expect(textOfPdf(pdf).join('').split('\n').filter(Boolean).length).toBeGreaterThan(4);
});
