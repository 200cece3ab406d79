import type { Page } from 'playwright-core';

/** Waits until the header offers it. */
export const offersAct = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('menuitem', { name, includeHidden: true }).waitFor({ state: 'attached' });

/** An act behind ⋯ in the header of a page of the console. */
export async function otherAct(page: Page, name: string | RegExp): Promise<void> {
  // The page before this one has such a menu too.
  await offersAct(page, name);
  await page.getByRole('button', { name: /^(Việc khác|More)$/ }).click();
  await page.getByRole('menuitem', { name }).click();
}
