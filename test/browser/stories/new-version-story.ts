/** A phone that meets the next version of the app, and one whose files went with the old version. */
import { seriousFindings } from '../../support/browser.ts';
import { meetMissingFiles, openNewVersion } from '../../support/phone-walk/deploy.ts';
import { startFaultyNetwork } from '../../support/phone-walk/faulty-network.ts';
import { comeToRest } from '../../support/phone-walk/phone.ts';
import type { memberStory } from './member-story.ts';

export async function comesAnew({ shell, village }: ReturnType<typeof memberStory>): Promise<void> {
  const member = village.teams[0]?.member;
  const network = await startFaultyNetwork(new URL(shell.link([], 0)).origin);
  const { page, context } = await shell.visit(0);
  const kept = JSON.stringify({ token: member?.token, personId: member?.id });
  await page.addInitScript((session) => localStorage.setItem('to-so.session', session), kept);
  await page.goto(`${network.url}/app/`);
  await page.getByText(/Đã\scập\snhật/).waitFor();
  await page.evaluate(() => navigator.serviceWorker.register('sw.js').then(() => undefined));
  await comeToRest(page);
  // What is being typed is still there in the next version.
  await page.evaluate(() => void (location.hash = '#/bao-nhanh'));
  await page.getByRole('button', { name: 'Tuyên truyền' }).click();
  await page.getByRole('button', { name: '8', exact: true }).click();
  expect(await openNewVersion({ page, network })).toBe('');
  await page.getByRole('button', { name: /^Gửi: Tuyên truyền, 8/ }).waitFor();
  expect(await meetMissingFiles({ page, network })).toBe('reloaded');
  // Twice within a minute is no deploy: it says so, with a way back and another try.
  expect(await meetMissingFiles({ page, network })).toBe('asked');
  await page.getByRole('button', { name: 'Thử lại' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { name: 'Chờ gửi lên xã' }).waitFor();
  await context.close();
  await network.stop();
}
