/** An administrator sees what goes by time, holds a person back from it, and ends the hold on a phone. */
import type { Browser } from 'playwright-core';
import { openPage, seriousFindings, sideScroll } from '../../support/browser.ts';
import { signInToConsole } from '../console-hands.ts';

interface Told {
  browser: Browser;
  url: string;
  /** Of the administrator. */
  login: string;
  password: string;
  /** Who is held. */
  name: string;
}

export async function holdsBack({ browser, url, login, password, name }: Told): Promise<void> {
  const { page, troubles, context } = await openPage(browser, url, { width: 1280, height: 800 });
  const button = (label: string) => page.getByRole('button', { name: label, exact: true });
  await signInToConsole(page, url, { login, password });
  await page.goto(`${url}/console/#/rules`);
  await page.getByRole('link', { name: /^Sắp xóa, đã xóa, giữ lại/ }).click();
  await page.getByText('Chưa giữ lại gì.').waitFor();
  await button('Giữ lại').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByPlaceholder('Gõ tên người').fill(name);
  await page.getByRole('option', { name }).first().click();
  await dialog.getByLabel(/^Vì sao giữ/).fill('Kết luận thanh tra số 12');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Giữ lại' }).click();
  const held = `Mọi loại dữ liệu của ${name}`;
  await page.getByText(held).waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideScroll(page)).toEqual([]);
  await button(`Thôi giữ: ${held}`).click();
  await dialog.getByRole('button', { name: 'Thôi giữ' }).click();
  await page.getByText('1 lần giữ đã thôi').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await context.close();
}
