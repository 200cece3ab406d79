/** A member's card on the phone: its code without a network, a photo by will, a card on paper asked for, and what a stranger reads. */
import { routes } from '#contracts';
import { seriousFindings, sideScroll } from '../../support/browser.ts';
import { jpegOf, meeting } from '../../support/drawn-photos.ts';
import type { memberStory } from './member-story.ts';

export async function showsTheCard({ shell, village }: ReturnType<typeof memberStory>): Promise<void> {
  const { app } = shell;
  const { id: teamId, member, leader } = village.teams[2]!;
  const { page, context } = await shell.visit(0);
  const kept = JSON.stringify({ token: member.token, personId: member.id });
  await page.addInitScript((session) => localStorage.setItem('to-so.session', session), kept);
  await page.goto(shell.link(['the-cua-toi'], 0));
  await page.getByRole('img', { name: 'Mã của thẻ, để bà con quét' }).waitFor();
  expect(await page.locator('main img').count()).toBe(0);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Cho ảnh của tôi lên thẻ' }).click(),
  ]);
  await chooser.setFiles({ name: 'toi.jpg', mimeType: 'image/jpeg', buffer: await jpegOf(meeting) });
  await page.getByRole('button', { name: 'Bỏ ảnh' }).waitFor();
  await page.getByRole('button', { name: 'Xin thẻ giấy' }).click();
  await page.getByRole('button', { name: 'Gửi lời xin' }).click();
  await page.getByText(/^Đã\sxin\sthẻ\sgiấy/).waitFor();
  expect([await seriousFindings(page), await sideScroll(page)]).toEqual([[], []]);
  await context.setOffline(true);
  if (shell.name === 'browser') await page.evaluate(() => void (location.hash = '#/to'));
  await page.evaluate(() => void (location.hash = '#/the-cua-toi'));
  await page.getByRole('img', { name: 'Mã của thẻ, để bà con quét' }).waitFor();
  await page.locator('main img[src^="data:image/jpeg"]').waitFor();
  await context.setOffline(false);
  // The leader prints it; whoever scans that meets the face, which the page fetches by itself.
  const card = { token: leader.token, params: { teamId, personId: member.id } };
  const { body: paper } = await app.call(routes.issuePaperCard, card);
  await page.goto(`${new URL(page.url()).origin}${new URL(paper.address).pathname}`);
  await page.getByText('Đúng là người của Tổ').waitFor();
  const face = page.locator('img');
  await face.waitFor();
  expect(await face.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(320);
  expect([await seriousFindings(page), await sideScroll(page)]).toEqual([[], []]);
  await context.close();
}
