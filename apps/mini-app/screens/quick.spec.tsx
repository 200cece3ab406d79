import { aTask, asked, findings, serverNow, serverSays, signInHere, team } from '../testing/phone.ts';

const accounts = aTask(1, { title: 'Mở tài khoản' });
const guided = (n: number, title: string) =>
  aTask(n, {
    title,
    indicator: { code: 'CQ01', name: 'Lượt', nameEn: 'People', unit: 'lượt', unitEn: 'times' },
  });
const services = guided(2, 'Hướng dẫn nộp hồ sơ');
signInHere([accounts, services]);
serverSays({
  [`POST /teams/${team.id}/quick-reports`]: { entry: { id: 'e', receipt: 'MS-1' }, taskId: null },
});
const { cleanup, fireEvent, render, screen, waitFor } = await import('@testing-library/preact');
const { userEvent } = await import('@testing-library/user-event');
await (await import('../model/words/more-words.ts')).ready;
const { QuickScreen } = await import('./quick.tsx');
const { loadTasks } = await import('../model/tasks.ts');
const { today } = await import('../model/clock.ts');
const { addDays } = await import('#i18n/dates');

beforeEach(async () => {
  asked.length = 0;
  await loadTasks();
});
afterEach(cleanup);
const tap = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const sent = async () => {
  const reports = () => asked.filter(({ path }) => path.endsWith('/quick-reports'));
  await waitFor(() => expect(reports()).toHaveLength(1));
  return reports()[0]?.body as { taskId?: string; kind: string; value: number };
};
/** For a moment after sending touches are swallowed: they were meant for the form. */
const touchable = () =>
  waitFor(() => {
    let heard = false;
    document.body.addEventListener('click', () => (heard = true), { once: true });
    document.body.click();
    expect(heard).toBe(true);
  });
const plain = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ');

it('offers no task that counts something else, and says that it counts by itself', async () => {
  await touchable();
  render(<QuickScreen />);
  await tap('Thanh toán');
  await tap('2');
  expect(screen.queryByText(/Tính vào việc/)).toBeNull();
  expect(screen.getByText('Tính là báo cáo riêng, không cộng vào việc nào')).toBeTruthy();
  await tap('Gửi: Thanh toán, 2 lượt');
  expect(await sent()).toEqual(expect.not.objectContaining({ taskId: expect.anything() }));
});

it('asks in words whether it counts in the task that counts the same; no is said already', async () => {
  await touchable();
  render(<QuickScreen />);
  await tap('Dịch vụ công');
  await tap('3');
  expect(plain(screen.getByText(/^Tính vào việc/).textContent)).toBe('Tính vào việc Hướng dẫn nộp hồ sơ: 3 lượt?');
  expect(screen.getByRole('button', { name: 'Không', pressed: true })).toBeTruthy();
  expect(await findings()).toEqual([]);
  await tap('Gửi: Dịch vụ công, 3 lượt');
  expect((await sent()).taskId).toBeUndefined();
});

it('counts in the task by the word of the person, and says so before it is sent', async () => {
  await touchable();
  render(<QuickScreen />);
  await tap('Dịch vụ công');
  await tap('5');
  await tap('Có');
  expect(screen.getByText('Tính vào việc Hướng dẫn nộp hồ sơ')).toBeTruthy();
  await tap('Gửi: Dịch vụ công, 5 lượt');
  expect(await sent()).toMatchObject({ taskId: services.id, value: 5 });
});

it('lets the person choose where several tasks count the same', async () => {
  const other = guided(3, 'Hướng dẫn tra cứu');
  serverSays({ 'GET /me/tasks': { tasks: [accounts, services, other], asOf: serverNow } });
  await loadTasks();
  await touchable();
  render(<QuickScreen />);
  await tap('Dịch vụ công');
  await tap('8');
  expect(screen.getByText(/Tính 8 lượt vào việc nào/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Không tính vào việc nào', pressed: true })).toBeTruthy();
  await tap('Hướng dẫn tra cứu');
  await tap('Gửi: Dịch vụ công, 8 lượt');
  expect((await sent()).taskId).toBe(other.id);
});

it('names a day on which to ask again, from today to a year ahead', async () => {
  await touchable();
  render(<QuickScreen />);
  await tap('Thanh toán');
  await tap('2');
  await tap('Hẹn hỏi lại');
  const field = screen.getByLabelText(/^Hẹn hỏi lại ngày/);
  fireEvent.input(field, { target: { value: addDays(today(), -1) } });
  expect(screen.getByText('Chọn một ngày từ hôm nay đến một năm tới')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Chọn việc và số lượt' })).toHaveProperty('disabled', true);
  fireEvent.input(field, { target: { value: addDays(today(), 7) } });
  await tap('Gửi: Thanh toán, 2 lượt');
  expect(await sent()).toMatchObject({ kind: 'payment', followUpOn: addDays(today(), 7) });
});
