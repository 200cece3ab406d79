/** An officer at a computer who is signed in already: opens pages of the console anew and looks whether they are clean. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { type Visit, openPage, seriousFindings, sideScroll } from '../support/browser.ts';
import type { TestPerson } from '../support/people.ts';

export const desktop = { width: 1280, height: 800 };

export async function signedIn(browser: Browser, url: string, { token }: TestPerson): Promise<Visit> {
  const visit = await openPage(browser, url, desktop);
  await visit.page.addInitScript(
    (own) => location.host && sessionStorage.setItem('to-so.session', JSON.stringify({ token: own })),
    token,
  );
  return visit;
}

/** Nothing serious for axe, nothing beyond the right edge. */
export async function expectClean(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
}

/** The same at several sizes, one after the other. */
export async function expectCleanAt(page: Page, ...sizes: readonly (readonly [number, number])[]): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await expectClean(page);
  }
}

/** Loads the page anew: what was open over it is closed. */
export async function goTo(page: Page, url: string, path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${url}/console/#/${path}`);
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.loading').length === 0);
}

/** What a button hands out. */
export async function taken(page: Page, name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** What a list is for, where its dialogue asks. */
export async function saysWhy(page: Page): Promise<void> {
  await page
    .getByRole('dialog')
    .getByLabel(/^Xuất để làm gì/)
    .click();
  await page.getByRole('option', { name: 'Nộp báo cáo' }).click();
}
