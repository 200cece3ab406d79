/** The guides that hang on a wall: printed on two sheets of A4 each, in both languages, and no line of them is cut. */
import type { Page } from 'playwright-core';
import { textOfPdf } from '../../support/files/pdf-text.ts';
import { goTo } from '../officer-pages.ts';

const A4 = /MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/g;
const letters = (text: string): string => text.replace(/\s+/gu, '').normalize('NFC');

async function isOnTwoSheets(page: Page, row: RegExp): Promise<void> {
  await page.getByRole('button', { name: row }).click();
  const guide = page.locator('.help-pages');
  await guide.waitFor();
  const lines = await guide.locator('h3, li, p').allInnerTexts();
  expect(lines.filter((line) => /\w\.\w/u.test(line))).toEqual([]);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = textOfPdf(pdf);
  expect([row.source, pages.length, pdf.toString('latin1').match(A4)?.length]).toEqual([row.source, 2, 2]);
  const printed = letters(pages.join(''));
  expect(lines.filter((line) => !printed.includes(letters(line)))).toEqual([]);
  await page.keyboard.press('Escape');
  await guide.waitFor({ state: 'detached' });
}

/** Each page has the language that its reader chose. */
export async function printsTheGuides(url: string, ...pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    await goTo(page, url, 'reports');
    await page.keyboard.press('F1');
    await isOnTwoSheets(page, /^(In hướng dẫn hai trang cho cán bộ|Print the two-page guide for officers)$/);
    await isOnTwoSheets(page, /^(In hướng dẫn hai trang cho thành viên tổ|Print the two-page guide for members)$/);
    await page.keyboard.press('F1');
  }
}
