import type { Page } from 'playwright-core';

/** An act behind ⋯ in the header of a page of the console. */
export async function otherAct(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: /^(Việc khác|More)$/ }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** Waits until the header offers it. */
export const offersAct = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('menuitem', { name, includeHidden: true }).waitFor({ state: 'attached' });
