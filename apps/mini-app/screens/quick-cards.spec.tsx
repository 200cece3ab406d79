import { aTask, findings, networkIs, serverSays, signInHere } from '../testing/phone.ts';

const needs = aTask(1, { templateCode: 'NV03', title: 'Mở tài khoản thanh toán' });
signInHere([needs]);
const card = (code: string, templates: string[]) => ({
  code,
  topicCode: 'payments',
  templates,
  title: `Thẻ ${code}`,
  steps: ['Bước một'],
  picture: 'wallet',
  minutes: 4,
});
serverSays({ 'GET /training/cards': [card('a', ['NV03']), card('b', ['NV09'])] });
await import('../model/words/more-words.ts');
const { cleanup, render, screen } = await import('@testing-library/preact');
// What the task brings later is here already: a busy machine needs more than a second to read it.
await import('./training/task-cards.tsx');
const { TaskScreen } = await import('./task/task.tsx');
const { CardsScreen } = await import('./training/cards.tsx');
const { loadTasks } = await import('../model/tasks.ts');
await loadTasks();
afterEach(cleanup);

it('offers the cards of the skill that the task needs, and no others', async () => {
  render(<TaskScreen id={needs.id} />);
  await screen.findByRole('heading', { name: 'Cẩm nang bỏ túi' });
  const link = screen.getByRole('link', { name: /Thẻ a/ });
  expect(link.getAttribute('href')).toBe('#/the/a');
  expect(screen.queryByText('Thẻ b')).toBeNull();
  expect(await findings()).toEqual([]);
});

it('opens a card with its steps when there is no network', async () => {
  networkIs(false);
  render(<CardsScreen code="a" />);
  await screen.findByText('Bước một');
  expect(await findings()).toEqual([]);
});
