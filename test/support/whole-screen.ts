/** A screen looked at as tall as it is long, so that nothing lies under the bars that stay. */
import type { Page } from 'playwright-core';
import { seriousFindings, sideScroll } from './browser.ts';
import { phone } from './platforms/shells.ts';

/** @returns what axe and the right edge say at that width; the page keeps its size */
export async function seenWhole(page: Page, width: number): Promise<{ findings: string[]; sideways: string[] }> {
  const own = page.viewportSize() ?? phone;
  const longest = () => page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: own.height });
  const height = await longest();
  await page.setViewportSize({ width, height: Math.max(own.height, height) });
  const seen = { findings: await seriousFindings(page), sideways: await sideScroll(page) };
  await page.setViewportSize({ width, height: own.height });
  const grown = (await longest()) > height;
  await page.setViewportSize(own);
  // What came meanwhile made the screen longer than it was looked at.
  return grown ? seenWhole(page, width) : seen;
}
