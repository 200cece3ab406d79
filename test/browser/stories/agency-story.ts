/**
 * An officer signs in with the account of the agency, waits for the administrator to say whose it is, comes in, and is signed
 * out at both.
 */
import type { Browser } from 'playwright-core';
import type { Agency } from '../../support/agency.ts';
import type { TestApp } from '../../support/app.ts';
import { openPage, seriousFindings, sideScroll } from '../../support/browser.ts';
import { buildOfficer } from '../../support/people.ts';
import { signInToConsole } from '../console-hands.ts';

interface Told {
  app: TestApp;
  browser: Browser;
  url: string;
  agency: Agency;
  unitId: string;
  /** The administrator's. */
  login: string;
  password: string;
}

const desktop = { width: 1280, height: 800 };

async function ties({ browser, url, ...administrator }: Told): Promise<void> {
  const { page, troubles, context } = await openPage(browser, url, desktop);
  await signInToConsole(page, url, administrator);
  await page.goto(`${url}/console/#/officers`);
  await page.getByText('1 tài khoản chờ xác nhận').waitFor();
  const card = page.locator('.agency-list');
  await card.getByRole('textbox').fill('Quàng Thị Mến');
  await card.getByRole('button', { name: /Quàng Thị Mến/ }).click();
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideScroll(page)).toEqual([]);
  await page.getByRole('button', { name: 'Gắn với Quàng Thị Mến' }).click();
  await page.getByText('Đã gắn với Quàng Thị Mến').waitFor();
  expect(troubles).toEqual([]);
  await context.close();
}

export async function comesInByAgency(told: Told): Promise<void> {
  const { app, browser, url, agency, unitId } = told;
  agency.account = 'men.qt';
  await buildOfficer(app, { role: 'committee_member', unitId, fullName: 'Quàng Thị Mến', signedIn: false });
  const { page, troubles, context } = await openPage(browser, url, { ...desktop, alsoOwn: [agency.issuer] });
  await page.goto(`${url}/console/`);
  const byAgency = page.getByRole('button', { name: 'Đăng nhập bằng tài khoản cơ quan' });
  await byAgency.click();
  await page.getByText('Tài khoản cơ quan chưa gắn với cán bộ nào.').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await ties(told);
  await byAgency.click();
  await page
    .getByRole('heading', { name: /^Hôm nay/ })
    .first()
    .waitFor();
  expect(page.url()).not.toContain('code=');
  await page.getByRole('button', { name: /^Quàng Thị Mến/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByRole('button', { name: 'Thoát' }).click();
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  expect(page.url()).toBe(`${url}/console/`);
  expect(troubles).toEqual([]);
  await context.close();
}
