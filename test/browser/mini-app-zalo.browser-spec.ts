/** The build for Zalo inside a page that stands in for Zalo's: its real SDK, its origin, the real server across origins. */
import { openZaloShell } from '../support/platforms/shells.ts';
import { hostStory } from './stories/host-story.ts';
import { LEADER, memberStory, MORNING } from './stories/member-story.ts';

const story = memberStory(() => openZaloShell(MORNING));
hostStory(story, 'Zalo');

it('hands its titles to Zalo and keeps the bar above the screen to it', async () => {
  const visit = await story.shell.visit(LEADER);
  const { page } = visit;
  await page.goto(story.shell.link(['cai-dat'], LEADER));
  await page.getByRole('heading', { name: 'Cài đặt' }).waitFor();
  await page.waitForFunction(() => window.toldToHost?.some(({ params }) => params.title === 'Cài đặt'));
  expect(await page.getByRole('button', { name: 'Quay lại' }).count()).toBe(0);
  expect(visit.troubles).toEqual([]);
  await visit.context.close();
});
