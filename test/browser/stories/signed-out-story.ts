/** A phone that was locked with work on it: what waits, why, and how it is sent in the end. */
import { routes } from '#contracts';
import { CALM_MS } from '../../../apps/mini-app/model/device/calm.ts';
import { seriousFindings } from '../../support/browser.ts';
import type { memberStory } from './member-story.ts';

export async function sentAfterAllWhenSignedOut({ shell, village }: ReturnType<typeof memberStory>): Promise<void> {
  const { app } = shell;
  const person = village.teams[1]?.member;
  const { page, context } = await shell.visit(0);
  await page.goto(shell.link([], 0));
  const leader = village.teams[1]?.leader;
  await page.evaluate(
    (kept) => Object.entries(kept).forEach(([key, value]) => localStorage.setItem(key, JSON.stringify(value))),
    {
      'to-so.session': { token: person?.token, personId: person?.id },
      'to-so.helper': { name: leader?.fullName, phone: '+84511234567', leader: true },
    },
  );
  await page.reload();
  await page.getByText(/Đã\scập\snhật/).waitFor();
  await page.evaluate(() => void (location.hash = '#/bao-nhanh'));
  await page.getByRole('button', { name: 'Tuyên truyền' }).click();
  await page.getByRole('button', { name: '8', exact: true }).click();
  await context.setOffline(true);
  await page.getByRole('button', { name: /^Gửi/ }).click();
  await page.getByText('Đã lưu trên máy, có mạng sẽ gửi').first().waitFor();
  // Faster than a hand: for a moment after the report the app takes no touch that was meant for its button.
  await page.waitForTimeout(CALM_MS);
  const params = { personId: person?.id ?? '' };
  expect((await app.call(routes.reportLostPhone, { token: leader?.token ?? '', params })).status).toBe(201);
  await context.setOffline(false);
  await page.getByText('Máy này đã thoát ra').waitFor();
  await page.getByText(/1\smục\schưa\sgửi\svẫn\scòn\snguyên/).waitFor();
  await page.getByText(`Tổ trưởng ${leader?.fullName} báo máy của ${person?.fullName} bị mất`).waitFor();
  await page.getByRole('button', { name: `Gọi ${leader?.fullName}, Tổ trưởng` }).waitFor();
  await page.getByText(/^8\slượt \(21\/6\)$/).waitFor();
  expect(await page.locator('body').innerText()).not.toMatch(/511|ra tệp/);
  expect(await seriousFindings(page)).toEqual([]);
  const { token } = village.officer;
  const { body: invite } = await app.call(routes.createInvite, { token, params });
  const others = { personId: village.teams[1]?.deputy.id ?? '' };
  const { body: strange } = await app.call(routes.createInvite, { token, params: others });
  await page.evaluate((code) => void (location.hash = `#/moi/${code}`), strange.code);
  await page.getByText(`Mã này của người khác. 1 mục của ${person?.fullName} không gửi lẫn được.`).waitFor();
  await page.evaluate(() => void (location.hash = '#/'));
  await page.getByRole('button', { name: 'Nhập mã mời' }).click();
  await page.getByLabel('Đường dẫn hoặc mã mời').fill(invite.url);
  await page.getByRole('button', { name: 'Mở mã mời' }).click();
  await page.getByRole('button', { name: 'Đúng, là tôi' }).click();
  await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  await page.evaluate(() => void (location.hash = '#/cho-gui'));
  await page.getByRole('heading', { name: 'Xong hôm nay' }).waitFor();
  await context.close();
}
