/** A difficulty from the phone and back: told without a network, answered, asked further; know-how found offline. */
import { routes } from '#contracts';
import { sql } from '#platform/database';
import type { TestApp } from '../../support/app.ts';
import { seriousFindings, sideScroll } from '../../support/browser.ts';
import type { TestPerson } from '../../support/people.ts';
import type { memberStory } from './member-story.ts';

async function hamletsOf(
  app: TestApp,
  { token }: TestPerson,
  teamId: string,
): Promise<{ id: string; fullName: string }[]> {
  return (await app.call(routes.difficultyPlaces, { token, params: { teamId } })).body;
}

export async function tellOfWeakSignal(story: ReturnType<typeof memberStory>): Promise<void> {
  const { village, shell } = story;
  const { app } = shell;
  const person = village.teams[0]?.member as TestPerson;
  const { page, context } = await shell.visit(0);
  const kept = JSON.stringify({ token: person.token, personId: person.id });
  await page.addInitScript((session) => localStorage.setItem('to-so.session', session), kept);
  await page.goto(shell.link(['kho-khan', village.teams[0]?.id ?? ''], 0));
  await page.getByText('Sóng, mạng yếu').click();
  await page.getByRole('textbox', { name: 'Kể rõ giúp xã' }).fill('Cả xóm chỉ có 1 vạch sóng');
  // In the hamlet next to the team's own, whose name the phone has from the list of the commune.
  await page.getByRole('button', { name: 'Thôn khác' }).click();
  const [, next] = await hamletsOf(app, person, village.teams[0]?.id ?? '');
  await page.getByRole('radio', { name: next?.fullName ?? '', exact: true }).click();
  await page.getByRole('button', { name: 'Chỗ khác' }).click();
  await page.getByRole('textbox', { name: /^Chỗ nào/ }).fill('Xóm Bãi');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Gửi vướng mắc' }).click();
  // Once the phone has it, the app goes back by itself.
  await page.waitForFunction(() => !location.hash.includes('kho-khan'));
  await page.evaluate(() => void (location.hash = '#/vuong-mac'));
  await page.getByText('Chờ gửi', { exact: true }).waitFor();
  await context.setOffline(false);
  const told = () =>
    app.database.one<{ id: string; spot: string; hamletId: string }>(
      sql`select id, spot, hamlet_id as "hamletId" from difficulties where by_id = ${person.id} and text like 'Cả xóm%'`,
    );
  await page.getByText('Đã gửi xã').waitFor();
  expect(await told()).toMatchObject({ spot: 'Xóm Bãi', hamletId: next?.id });
  const difficultyId = (await told())?.id ?? '';
  const answer = { answer: 'Dùng mạng ở Nhà văn hóa Thôn 1.', publish: true, title: 'Sóng yếu thì ra nhà văn hóa' };
  await app.call(routes.answerDifficulty, { token: village.officer.token, params: { difficultyId }, body: answer });
  await page.reload();
  await page.getByText('Có trả lời mới').waitFor();
  await page.getByRole('link', { name: /Cả xóm/ }).click();
  await page.getByText(answer.answer).waitFor();
  await page.getByRole('button', { name: 'Hỏi thêm' }).click();
  await page.getByRole('textbox', { name: 'Hỏi thêm điều gì?' }).fill('Bao giờ có sóng ạ?');
  await page.getByRole('button', { name: 'Gửi câu hỏi' }).click();
  await page.getByText(/hỏi thêm$/).waitFor();
  expect([await seriousFindings(page), await sideScroll(page)]).toEqual([[], []]);
  await page.evaluate(() => void (location.hash = '#/vuong-mac/cach-lam'));
  await page.getByText(answer.title).waitFor();
  await context.setOffline(true);
  await page.getByRole('searchbox').fill('song yeu');
  await page.getByText('1 cách làm, gõ không dấu cũng ra').waitFor();
  await context.close();
}
