import type { SessionView } from '../../model/home-extras.ts';
import { aTask, findings, serverNow, serverSays, signInHere, hoa } from '../../testing/phone.ts';

signInHere([
  aTask(1, { title: 'Hướng dẫn mở tài khoản thanh toán điện tử' }),
  aTask(2, { title: 'Đưa sản phẩm OCOP lên sàn', state: 'assigned', dueOn: '2022-11-24' }),
  aTask(3, {
    title: 'Đăng ký gian hàng',
    state: 'returned',
    dueOn: '2022-11-24',
    returnedBecause: 'thiếu đường dẫn 1 gian hàng',
    figures: { target: 5, reported: 4, confirmed: 0, waiting: 0 },
  }),
  aTask(4, {
    title: 'Tạo hòm thư điện tử',
    state: 'submitted',
    submittedAt: '2022-11-16T09:20:00.000Z',
    figures: { target: 20, reported: 20, confirmed: 0, waiting: 20 },
  }),
]);
const { cleanup, render, screen, within } = await import('@testing-library/preact');
const { userEvent } = await import('@testing-library/user-event');
const { HomeScreen } = await import('./home.tsx');
const { loadTasks, myTasks } = await import('../../model/tasks.ts');
const { HomeMore, HomeSearch, askedAgain, homeNote, sessionViews } = await import('../../model/home-extras.ts');
const { session } = await import('../../model/sign-in/session.ts');
const { sayMissed } = await import('./missed.tsx');

session.value = { token: 't', personId: hoa.id };
afterEach(cleanup);
const rows = (group: string) =>
  within(screen.getByRole('heading', { name: group }).closest('section') as HTMLElement)
    .getAllByRole('link')
    .map((link) => link.textContent);

it('says in one look what is due first and who waits for an answer', async () => {
  render(<HomeScreen />);
  await loadTasks();
  await screen.findByText('Đến hạn trước, còn 2 ngày');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Việc của tôi');
  expect(screen.getByText('Tổ công nghệ số Thôn 1')).toBeTruthy();
  expect(screen.getByText('Lê Thị Hoa, UBND xã Minh Sơn')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Cài đặt' }).getAttribute('href')).toBe('#/cai-dat');
  expect(screen.getByText('Còn 12')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ghi kết quả' }).getAttribute('href')).toBe(`#/viec/${aTask(1).id}/ghi`);
  expect(rows('Cần trả lời')[0]).toContain('Trả lời chậm nhất hết ngày 21/11'.replace(/ngày /, 'ngày\u00a0'));
  expect(rows('Đang làm')[0]).toContain('Xã trả lại: thiếu đường dẫn 1 gian hàng');
  expect(rows('Chờ xác nhận')[0]).toContain('20 trên 20');
  expect(await findings()).toEqual([]);
});

const aView = (change: Partial<SessionView> = {}): SessionView => ({
  to: ['tap-huan', 'buoi'],
  time: '14:00',
  line: 'Tập huấn hôm nay, đã có chỗ',
  title: 'Bán hàng trên sàn',
  place: 'Nhà văn hóa Thôn 1',
  until: Date.parse(serverNow) + 3_600_000,
  asks: false,
  late: false,
  ...change,
});
const inOrder = () =>
  [...document.querySelectorAll('main h2, main .tint-word, main .late-word, main .near-word')].map((one) =>
    one.textContent?.replaceAll('\u00a0', ' '),
  );

it('stands in the order of what to do: the act of today first, then answers, the session of today, the rest', async () => {
  sessionViews.value = [aView(), aView({ to: ['tap-huan', 'qua'], until: Date.parse(serverNow) - 1 })];
  await loadTasks();
  render(<HomeScreen />);
  await screen.findByText('Đến hạn trước, còn 2 ngày');
  expect(inOrder()).toEqual([
    'Đến hạn trước, còn 2 ngày',
    'Hướng dẫn mở tài khoản thanh toán điện tử',
    'Cần trả lời',
    'Tập huấn hôm nay, đã có chỗ',
    'Đang làm',
    'Chờ xác nhận',
  ]);
  expect(document.querySelectorAll('main .button.primary')).toHaveLength(1);

  sessionViews.value = [aView({ line: 'Tập huấn hôm nay, cần trả lời', asks: true })];
  await screen.findByText('Tập huấn hôm nay, cần trả lời');
  expect(rows('Cần trả lời')).toHaveLength(2);
  sessionViews.value = [];
});

it('keeps the act of today in the first view: what is to be asked again stands below it, also where nothing else is', async () => {
  askedAgain.value = <h2>Hôm nay hẹn hỏi lại</h2>;
  render(<HomeScreen />);
  await screen.findByText('Đến hạn trước, còn 2 ngày');
  expect(inOrder().indexOf('Hôm nay hẹn hỏi lại')).toBe(2);
  cleanup();
  signInHere([]);
  await loadTasks();
  render(<HomeScreen />);
  await screen.findByText('Hôm nay hẹn hỏi lại');
  askedAgain.value = undefined;
});

it('makes answering the act of today when nothing is in hand, and leaves to others what they were given', async () => {
  signInHere([
    aTask(1, { title: 'Việc của Lan', doer: { id: 'lan', fullName: 'Trần Thị Lan', position: null } }),
    aTask(2, { title: 'Việc của tôi', dueOn: '2022-11-30' }),
  ]);
  await loadTasks();
  render(<HomeScreen />);
  await screen.findByRole('heading', { level: 2, name: 'Việc của tôi' });
  expect(rows('Đang làm')[0]).toContain('Lan làm');
  cleanup();
  signInHere([aTask(2, { title: 'Đưa sản phẩm OCOP lên sàn', state: 'assigned' })]);
  await loadTasks();
  render(<HomeScreen />);
  await screen.findByRole('heading', { level: 2, name: 'Đưa sản phẩm OCOP lên sàn' });
  expect(screen.getByRole('link', { name: 'Xem và trả lời' }).getAttribute('href')).toBe(`#/viec/${aTask(2).id}`);
  expect(screen.queryByRole('heading', { name: 'Cần trả lời' })).toBeNull();
});

it('says once what was missed in a week away', async () => {
  serverSays({ 'GET /me/inbox': { items: [], unseen: 4, total: 9, mandatoryOpen: 0, nextCursor: null } });
  await loadTasks();
  const away = (days: number) =>
    localStorage.setItem('to-so.snapshot.opened', String(Date.parse(serverNow) - days * 86_400_000));
  await sayMissed();
  away(6);
  await sayMissed();
  expect(homeNote.value).toBeUndefined();
  signInHere([aTask(1, { dueOn: '2022-11-16' })]);
  await loadTasks();
  away(8);
  await sayMissed();
  render(<HomeScreen />);
  await screen.findByText('Có 4 tin chưa xem, 1 việc quá hạn');
  homeNote.value = undefined;
  await sayMissed();
  expect(homeNote.value).toBeUndefined();
});

it('reads "38 / 50" as "38 trên 50"', async () => {
  render(<HomeScreen />);
  expect((await screen.findAllByText('38 trên 50')).length).toBeGreaterThan(0);
});

it('offers a search that needs no marks once there are more than eight tasks', async () => {
  signInHere(
    Array.from({ length: 9 }, (_, i) =>
      aTask(i + 1, { title: i === 4 ? 'Đăng ký gian hàng' : `Việc số ${i + 1}`, state: 'assigned' }),
    ),
  );
  await loadTasks();
  HomeSearch.value = (await import('./home-more.tsx')).HomeSearch;
  await (await import('../../model/words/more-words.ts')).ready;
  render(<HomeScreen />);
  await userEvent.type(await screen.findByLabelText('Tìm việc'), 'dang ky');
  await screen.findByText('Đăng ký gian hàng');
  expect(screen.queryByText('Việc số 1')).toBeNull();
});

it('turns red words on when the deadline is missed, and offers to ask for more time', async () => {
  signInHere([aTask(1, { dueOn: '2022-11-16' })]);
  await loadTasks();
  render(<HomeScreen />);
  await screen.findByText('Quá hạn 2 ngày');
  expect(screen.getByRole('link', { name: 'Xin lùi hạn' }).getAttribute('href')).toContain('lui-han');
});

it('shows a hall and two ways on when nothing is waiting', async () => {
  signInHere([]);
  await loadTasks();
  render(<HomeScreen />);
  await screen.findByText('Chưa có việc nào đang chờ');
  expect(screen.getByRole('link', { name: 'Gửi báo cáo nhanh' })).toBeTruthy();
  expect(await findings()).toEqual([]);
});

it('takes nothing away of what the phone has when the server has trouble, and says so with a code', async () => {
  signInHere([aTask(1)]);
  await loadTasks();
  for (const status of [429, 500, 503]) {
    serverSays({
      'GET /me/tasks': () => {
        throw status;
      },
    });
    await loadTasks();
    render(<HomeScreen />);
    await screen.findByText('Chưa tải được việc mới');
    expect(screen.getByText(new RegExp(`TS-${status}`))).toBeTruthy();
    expect(screen.getByText('Việc 1')).toBeTruthy();
    expect(await findings()).toEqual([]);
    cleanup();
  }
  myTasks.value = undefined;
  render(<HomeScreen />);
  await screen.findByText('TS-503');
  expect(screen.getByRole('button', { name: 'Gọi Ban chỉ đạo xã' })).toBeTruthy();
});

it('stays as it was when something on the way answers with JSON of its own', async () => {
  signInHere([aTask(1)]);
  await loadTasks();
  const own = globalThis.fetch;
  globalThis.fetch = (async () => new Response('{"tasks":null,"status":"ok"}')) as typeof fetch;
  await loadTasks();
  render(<HomeScreen />);
  await screen.findByText('Việc 1');
  globalThis.fetch = own;
});

it('offers the quick report, and puts a place on the home screen where the browser can', async () => {
  signInHere([aTask(1)]);
  await loadTasks();
  await (await import('../../model/words/more-words.ts')).ready;
  const { HomeMore: More } = await import('./home-more.tsx');
  let asked = 0;
  const prompt = async () => void (asked += 1);
  dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt }));
  localStorage.setItem(
    'to-so.lost',
    JSON.stringify({ personId: hoa.id, n: 3, name: '', since: Date.parse(serverNow) }),
  );
  HomeMore.value = More;
  render(<HomeScreen />);
  expect((await screen.findByRole('link', { name: 'Báo cáo nhanh' })).getAttribute('href')).toBe('#/bao-nhanh');
  await screen.findByText('Máy này đã bị xóa mất 3 mục chưa gửi');
  await userEvent.click(screen.getByRole('button', { name: 'Đã rõ' }));
  expect(screen.queryByText(/xóa mất 3/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /^Để\sTổ\sSố\sra\smàn\shình\schính$/ }));
  expect(await findings()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: /^Để\sra\smàn\shình\schính$/ }));
  expect(asked).toBe(1);
  HomeMore.value = undefined;
});
