/** A committee merges two of its hamlets: chosen among the teams, rehearsed, scheduled, revoked, and entered after its day. */
import type { Page } from 'playwright-core';
import { dateInVietnam } from '#i18n';
import { seriousFindings, sideScroll } from '../../support/browser.ts';
import { otherAct } from '../more-acts.ts';

export async function mergesTwoHamlets(page: Page, url: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  // From the top: what lies half below the frame's head is too small to be pressed, says axe.
  const clean = async () => {
    await page.evaluate(() => scrollTo(0, 0));
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sideScroll(page)).toEqual([]);
  };
  await page.goto(`${url}/console/#/reforms`);
  await page.getByText('Chưa có cuộc sắp xếp nào.').waitFor();
  await clean();

  await page.goto(`${url}/console/#/teams`);
  for (const hamlet of ['Thôn 8', 'Thôn 9'])
    await page
      .getByRole('row')
      .filter({ has: page.getByText(hamlet, { exact: true }) })
      .getByRole('checkbox')
      .click();
  await page.getByRole('toolbar', { name: 'Việc làm với tổ đã chọn' }).getByText('Nhập hai thôn').click();
  await page.getByText('Thôn 8 và Thôn 9', { exact: true }).waitFor();
  await page.getByText('Chưa gắn văn bản.').waitFor();
  await page.getByLabel('Tên thôn mới').fill('Thôn 7');
  await page.getByText('Xã đã có Thôn 7.').first().waitFor();
  await page.getByLabel('Tên thôn mới').fill('Tân Minh');
  await page.getByText('Không trùng trong xã').waitFor();
  await page.getByRole('combobox', { name: 'Văn bản' }).click();
  await page.getByRole('option', { name: /31\/KH-UBND/ }).click();
  await page.getByText(/chỗ vướng/).waitFor({ state: 'detached' });
  // Nobody is chosen to lead: both former leaders are deputies.
  const people = page.getByRole('table', { name: 'Người của hai tổ' });
  await people.getByText('Tổ phó').nth(1).waitFor();
  await page
    .getByRole('radio', { name: /^(?!Chưa chọn)/ })
    .first()
    .check();
  await people.getByText('Tổ trưởng', { exact: true }).waitFor();
  await clean();
  await page.setViewportSize({ width: 360, height: 740 });
  await clean();
  await page.setViewportSize({ width: 1280, height: 800 });
  await button('Diễn tập').click();
  await page.getByText('Diễn tập xong: không vướng gì. Chưa có gì được ghi.').waitFor();
  await button(/^Lên lịch cho/).click();
  await page.getByText(/^Đã lên lịch cho .* Trước ngày đó chưa có gì đổi\.$/).waitFor();
  await clean();

  await button('Thu hồi').click();
  await dialog.getByLabel('Lý do').fill('Nghị quyết ghi ngày khác');
  await clean();
  await dialog.getByRole('button', { name: 'Thu hồi cuộc sắp xếp' }).click();
  await page.getByText('Đã thu hồi: Nghị quyết ghi ngày khác').waitFor();
  await page.getByRole('button', { name: /^Từ ngày/ }).click();
  // The day that is offered is the first of the next month.
  await page.locator('button[data-direction="previous"]').click();
  const today = String(Number(dateInVietnam(Date.now()).slice(8)));
  await page.locator('td button:not([data-outside])').getByText(today, { exact: true }).click();
  await button(/^Áp dụng từ/).click();
  await clean();
  await dialog.getByRole('button', { name: /^Áp dụng từ/ }).click();
  await page.getByText(/^Có hiệu lực từ/).waitFor();
  await clean();
  await button('Mở thôn mới').click();
  await page.getByRole('heading', { name: /^Thôn Tân Minh/ }).waitFor();
  await page.goto(`${url}/console/#/reforms`);
  await page.getByText('Đã hiệu lực').waitFor();
  await clean();
  await splitsAHamlet(page, clean);
}

/** Its people are ticked into one of two new hamlets, the day waits until everybody is. */
async function splitsAHamlet(page: Page, clean: () => Promise<void>): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await otherAct(page, 'Chia một thôn');
  await page.getByRole('combobox', { name: 'Thôn chia' }).click();
  await page.getByRole('option', { name: 'Thôn 5', exact: true }).click();
  for (const [part, name] of [
    ['Thôn mới thứ nhất', '5A'],
    ['Thôn mới thứ hai', '5B'],
  ] as const) {
    const half = page.getByRole('group', { name: part });
    await half.getByLabel('Tên').fill(name);
    const households = half.getByLabel('Số hộ');
    if ((await households.inputValue()) === '') await households.fill('50');
  }
  await page.getByRole('combobox', { name: 'Văn bản' }).click();
  await page.getByRole('option', { name: /31\/KH-UBND/ }).click();
  await page.getByText(/người chưa chọn về thôn nào/).waitFor();
  const north = page.getByRole('radio', { name: /về Thôn 5A$/ });
  const all = await north.count();
  for (let one = 0; one < all; one++)
    await (one === 0 ? north : page.getByRole('radio', { name: /về Thôn 5B$/ })).nth(one).check();
  await page.getByText(/chưa chọn về thôn nào/).waitFor({ state: 'detached' });
  await clean();
  await page.setViewportSize({ width: 360, height: 740 });
  await clean();
  await page.setViewportSize({ width: 1280, height: 800 });
  await button(/^Lên lịch cho/).click();
  await page.getByText(/^Đã lên lịch cho .* Trước ngày đó chưa có gì đổi\.$/).waitFor();
  await page.goto(page.url().replace(/#.*$/, '#/reforms'));
  await page.getByText('Chia Thôn 5 thành Thôn 5A và Thôn 5B').waitFor();
}
