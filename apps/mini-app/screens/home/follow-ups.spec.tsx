import {
  aDetail,
  anEntry,
  aTask,
  asked,
  findings,
  hoa,
  networkIs,
  serverNow,
  serverSays,
  signInHere,
  team,
} from '../../testing/phone.ts';

const advice = aTask(1, {
  title: 'Chọn công nghệ cho sản xuất',
  indicator: { code: 'KT09', name: 'Hộ ứng dụng', nameEn: 'Producers', unit: 'hộ/DN', unitEn: 'households' },
});
const other = aTask(2);
signInHere([advice, other]);
await import('../../model/words/more-words.ts');
const { cleanup, fireEvent, render, screen, waitFor } = await import('@testing-library/preact');
const { FollowUpLines, TeamFollowUps } = await import('./follow-ups.tsx');
const { ProgressScreen } = await import('../task/progress.tsx');
const { QueueScreen } = await import('../queue/queue.tsx');
const { commands } = await import('../../model/queue/kept-commands.ts');
const { loadTasks } = await import('../../model/tasks.ts');
const { loadTask } = await import('../../model/task-details.ts');
const { today } = await import('../../model/clock.ts');
const { addDays } = await import('#i18n/dates');
const { setLang } = await import('../../model/words/words.ts');

// The phone has learnt the server's day.
await loadTasks();
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const aFollowUp = (n: number, change: object = {}) => ({
  id: id(500 + n),
  entryId: id(700 + n),
  task: { id: advice.id, title: advice.title },
  team: { id: team.id },
  by: hoa,
  mine: true,
  happenedOn: addDays(today(), -7),
  askOn: today(),
  note: 'Ba hộ làm nấm',
  ...change,
});
const binh = { id: id(77), fullName: 'Trần Văn Bình', position: null };
const listed = [
  aFollowUp(1),
  aFollowUp(2, { askOn: addDays(today(), 3), note: null }),
  aFollowUp(3, { mine: false, by: binh }),
  aFollowUp(4, { askOn: addDays(today(), -2), task: null, note: null }),
];
serverSays({
  'GET /me/tasks': { tasks: [advice, other], asOf: serverNow, followUps: listed },
  [`GET /tasks/${advice.id}`]: aDetail(advice),
  [`GET /tasks/${other.id}`]: aDetail(other),
});
await loadTasks();
afterEach(cleanup);
const sent = (path: string) => asked.filter((one) => one.method === 'POST' && one.path.startsWith(path));
const acts = (name: string) => screen.getAllByRole('button', { name: new RegExp(name.replaceAll(' ', '\\s')) });

it('says on the day what I have to ask, not a colleague’s and not a later one, and closes it by one tap without a network', async () => {
  serverSays({ [`POST /me/follow-ups/${id(501)}/done`]: {}, [`POST /me/follow-ups/${id(504)}/move`]: {} });
  networkIs(false);
  render(<FollowUpLines />);
  await screen.findByText(/^Hôm nay hẹn hỏi lại: Chọn công nghệ/);
  screen.getByText(/^Đã hẹn hỏi lại .*: Tư vấn công nghệ/);
  expect(acts('Đã hỏi lại')).toHaveLength(2);
  expect(await findings()).toEqual([]);
  fireEvent.click(acts('Đã hỏi lại')[0] as HTMLElement);
  await waitFor(() => expect(acts('Đã hỏi lại')).toHaveLength(1));
  fireEvent.click(acts('Hẹn tuần sau')[0] as HTMLElement);
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
  expect(sent('/me/follow-ups')).toEqual([]);
  await waitFor(() =>
    expect(commands.value.map(({ kind, state }) => [kind, state])).toEqual([
      ['followUp.done', 'saved'],
      ['followUp.move', 'saved'],
    ]),
  );
  cleanup();
  render(<QueueScreen />);
  await screen.findByText(/^Đã hỏi lại: Chọn công nghệ/);
  networkIs(true);
  await waitFor(() => expect(sent('/me/follow-ups')).toHaveLength(2));
  expect(sent('/me/follow-ups').find(({ path }) => path.endsWith('/move'))?.body).toEqual({
    askOn: addDays(today(), 7),
  });
});

it('shows the leader on the page of the team what everybody still asks about', async () => {
  await loadTasks();
  render(<TeamFollowUps teamId={team.id} />);
  await screen.findByText(/^Trần Văn Bình, hẹn/);
  expect(await findings()).toEqual([]);
  cleanup();
  const { container } = render(<TeamFollowUps teamId={id(999)} />);
  expect(container.textContent).toBe('');
});

it('is asked for with advice only, within a year, and goes with the number', async () => {
  serverSays({ [`POST /tasks/${advice.id}/progress`]: { task: aDetail(advice), receipt: 'MS-1' } });
  await loadTask(other.id);
  render(<ProgressScreen id={other.id} />);
  await screen.findByRole('textbox', { name: /bao nhiêu/ });
  expect(screen.queryByLabelText(/^Hẹn hỏi lại ngày/)).toBeNull();
  cleanup();
  await loadTask(advice.id);
  render(<ProgressScreen id={advice.id} />);
  const day = await screen.findByLabelText(/^Hẹn hỏi lại ngày/);
  fireEvent.input(screen.getByRole('textbox', { name: /bao nhiêu/ }), { target: { value: '3' } });
  fireEvent.input(day, { target: { value: addDays(today(), 366) } });
  fireEvent.click(screen.getByRole('button', { name: /^Gửi/ }));
  await screen.findByText('Chọn một ngày từ hôm nay đến một năm tới');
  expect(sent(`/tasks/${advice.id}`)).toEqual([]);
  fireEvent.input(day, { target: { value: addDays(today(), 7) } });
  fireEvent.click(screen.getByRole('button', { name: /^Gửi/ }));
  await waitFor(() =>
    expect(sent(`/tasks/${advice.id}`).at(-1)?.body).toMatchObject({ value: 3, followUpOn: addDays(today(), 7) }),
  );
});

it('opens with the day of what is corrected, keeps one that has passed, and takes it away when it is taken out', async () => {
  const wrong = anEntry(9, 3, { followUpOn: addDays(today(), -1) });
  const path = `/progress/${wrong.id}/corrections`;
  const detail = aDetail(advice, { entries: [wrong] });
  serverSays({ [`GET /tasks/${advice.id}`]: detail, [`POST ${path}`]: { task: detail, receipt: 'MS-2' } });
  await loadTask(advice.id);
  const open = async () => {
    cleanup();
    render(<ProgressScreen id={advice.id} correct={wrong.id} />);
    return screen.findByLabelText<HTMLInputElement>(/^Hẹn hỏi lại ngày/);
  };
  expect((await open()).value).toBe(addDays(today(), -1));
  fireEvent.click(screen.getByRole('button', { name: /^Gửi/ }));
  await waitFor(() => expect(sent(path).at(-1)?.body).toMatchObject({ followUpOn: addDays(today(), -1) }));
  fireEvent.input(await open(), { target: { value: '' } });
  fireEvent.click(screen.getByRole('button', { name: /^Gửi/ }));
  await waitFor(() => expect(sent(path).at(-1)?.body).toMatchObject({ followUpOn: null }));
});

it('reads in English', async () => {
  await setLang('en');
  await loadTasks();
  render(<FollowUpLines />);
  await screen.findByText(/^Ask again today:/);
  expect(await findings()).toEqual([]);
  await setLang('vi');
});
