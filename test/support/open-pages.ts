/** What pages of a real Chromium showed when a test failed: who reads that it waited for a word learns what stood there. */
import type { Page } from 'playwright-core';
import { whenFailed } from './runner/when-failed.mjs';

const MOST_LETTERS = 1_200;
const WAIT_MS = 3_000;
const open = new Set<Page>();

export function watchPage(page: Page): void {
  open.add(page);
  page.once('close', () => open.delete(page));
}

async function shownBy(page: Page): Promise<string> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, WAIT_MS, '(it did not answer)').unref());
  const text = page.evaluate(() => document.body.innerText).catch((error: Error) => `(${error.message})`);
  const shown = (await Promise.race([text, late])).replace(/\s*\n\s*/g, ' / ');
  return `${page.url()} showed: ${shown.slice(0, MOST_LETTERS)}`;
}

async function tellPages(failure: unknown): Promise<void> {
  if (!(failure instanceof Error)) return;
  const shown = await Promise.all([...open].map(shownBy));
  failure.stack = [failure.stack, ...shown].join('\n\n');
}

whenFailed.add(tellPages);
