import { asked, findings, me as asServed, networkIs, serverSays, signInHere } from '../../testing/phone.ts';

signInHere([]);
await import('../../model/words/more-words.ts');
const { cleanup, render, screen, waitFor } = await import('@testing-library/preact');
const { userEvent } = await import('@testing-library/user-event');
const { Skills } = await import('./skills.tsx');
const { QueueScreen } = await import('../queue/queue.tsx');
const { me } = await import('../../model/sign-in/session.ts');
const { mySkills } = await import('../../model/skills.ts');
const { setLang } = await import('../../model/words/words.ts');

afterEach(cleanup);
const said = () => asked.filter(({ path }) => path === '/me/skills').map(({ body }) => body);
// Names and small words do not break from each other.
const named = (words: string) => ({ name: new RegExp(`^${words.replaceAll(' ', '\\s')}`) });
const open = async (words: string) => {
  await userEvent.click(await screen.findByRole('button', named(words)));
  await screen.findAllByRole('switch');
};
const flip = async (words: string) => userEvent.click(await screen.findByRole('switch', named(words)));
const save = async () => userEvent.click(screen.getByRole('button', { name: 'Lưu' }));

it('says what one can help with, without a network too, and takes it back', async () => {
  serverSays({ 'POST /me/skills': {} });
  networkIs(false);
  render(<Skills />);
  await open('Chưa nói');
  expect(await findings()).toEqual([]);
  await flip('Tiếng dân tộc');
  await flip('Dịch vụ công trực tuyến');
  await save();
  await screen.findByText('Dịch vụ công trực tuyến · Tiếng dân tộc');
  expect(said()).toEqual([]);
  cleanup();
  render(<QueueScreen />);
  await screen.findByText('Mình giúp được gì');
  networkIs(true);
  await waitFor(() => expect(said()).toEqual([{ skills: ['public_services', 'ethnic_language'] }]));
  cleanup();
  render(<Skills />);
  await open('Dịch vụ công');
  await flip('Tiếng dân tộc');
  await flip('Dịch vụ công trực tuyến');
  await save();
  await screen.findByText(/^Chưa\snói/);
  await waitFor(() => expect(said().at(-1)).toEqual({ skills: [] }));
  expect(mySkills.value).toEqual({ list: [], own: true });
});

it('sends six at most, and says who wrote what the person did not', async () => {
  me.value = { ...asServed, skills: { list: ['smartphone'], own: false } } as NonNullable<typeof me.value>;
  render(<Skills />);
  await screen.findByText('Tổ trưởng hoặc xã ghi giúp');
  const before = said().length;
  await open('Dùng điện thoại');
  for (const one of screen.getAllByRole('switch').slice(1, 7)) await userEvent.click(one);
  await save();
  expect(screen.getByRole('alert').textContent).toBe('Chọn nhiều nhất 6');
  expect(said()).toHaveLength(before);
});

it('reads in English', async () => {
  await setLang('en');
  render(<Skills />);
  await open('Smartphones');
  expect(screen.getByText(/only as a hint/)).toBeTruthy();
  expect(await findings()).toEqual([]);
  await setLang('vi');
});
