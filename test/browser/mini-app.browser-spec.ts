/** The mini-app in a plain browser. */
import { openBrowserShell } from '../support/shells.ts';
import { memberStory, MORNING } from './member-story.ts';

const story = memberStory(() => openBrowserShell(MORNING));

it('opens a forwarded link of a task for nobody who is not signed in', async () => {
  const { page, context } = await story.shell.visit(0);
  await page.goto(story.shell.link(['viec', story.taskId], 0).replace(/#\/(\w+)\/(.*)$/, '?startapp=$1_$2'));
  await page.getByText('Vào bằng mã mời của xã').waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain('to-so.session');
  await context.close();
});
