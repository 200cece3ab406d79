/** Touches as they come on a busy phone, and its clock. */
import type { Page } from 'playwright-core';

/** The same place again, 180 ms later. */
export async function touchTwice(page: Page, name: string): Promise<void> {
  const box = await page.getByRole('button', { name }).boundingBox();
  if (!box) throw new Error(`${name} is not there`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2] as const;
  await page.mouse.click(x, y);
  await page.waitForTimeout(180);
  await page.mouse.click(x, y);
}

export const clickTwiceInOneTick = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });

/** Runs in the page, before its scripts: a phone whose clock is off by so many milliseconds. */
export function setClock(off: number): void {
  const Real = Date;
  globalThis.Date = new Proxy(Real, {
    construct: (_target, given: []) => (given.length > 0 ? new Real(...given) : new Real(Real.now() + off)),
    get: (target, name) => (name === 'now' ? () => Real.now() + off : Reflect.get(target, name)),
  });
}
