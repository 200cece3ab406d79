/** The mini-app inside Telegram: the client is played, its launch data is signed, the server is the real one. */
import { openTelegramShell } from '../support/platforms/shells.ts';
import { hostStory } from './stories/host-story.ts';
import { LEADER, memberStory, MORNING } from './stories/member-story.ts';

declare global {
  interface Window {
    Telegram: { WebView: { receiveEvent(event: string): void } };
  }
}

const story = memberStory(() => openTelegramShell(MORNING));
hostStory(story, 'Telegram');

it("uses the client's own arrow and header, and asks it for no script", async () => {
  const visit = await story.shell.visit(LEADER);
  const { page } = visit;
  await page.goto(story.shell.link(['cai-dat'], LEADER));
  await page.getByRole('heading', { name: 'Cài đặt' }).waitFor();
  expect(await page.getByRole('button', { name: 'Quay lại' }).count()).toBe(0);
  await page.waitForFunction(() => window.toldToHost?.some(({ params }) => params.is_visible === true));
  await page.waitForFunction(() => window.toldToHost?.some(({ params }) => params.color === '#0b5cad'));
  await page.evaluate(() => window.Telegram.WebView.receiveEvent('back_button_pressed'));
  await page.getByRole('heading', { name: 'Tổ của tôi' }).waitFor();
  // The arrow means this screen's way back from the moment in which the screen stands, painted or not.
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('h1')?.textContent !== 'Cài đặt') return;
      observer.disconnect();
      window.Telegram.WebView.receiveEvent('back_button_pressed');
    }).observe(document.body, { childList: true, subtree: true });
    location.hash = '#/cai-dat';
  });
  await page.waitForURL(/#\/(to)?$/);
  await page.getByRole('heading', { name: 'Tổ của tôi' }).waitFor();
  expect(visit.troubles).toEqual([]);
  await visit.context.close();
});

it('signs nobody in a second time with the same launch', async () => {
  const link = story.shell.link([], LEADER);
  const first = await story.shell.visit(LEADER);
  await first.page.goto(link);
  await first.page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  const thief = await story.shell.visit(LEADER);
  await thief.page.goto(link);
  await thief.page.getByText('Mở lại Tổ Số từ Telegram').waitFor();
  await thief.context.close();
  await first.context.close();
});
