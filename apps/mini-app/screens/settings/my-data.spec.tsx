import type { OwnData, OwnDataRequest, OwnLook } from '#client';
import { asked, findings, networkIs, serverNow, serverSays, signInHere } from '../../testing/phone.ts';

signInHere([]);
const { cleanup, render, screen, fireEvent, waitFor, within } = await import('@testing-library/preact');
await import('../../model/words/more-words.ts');
const { myDataReady } = await import('./my-data.tsx');
const MyDataScreen = await myDataReady;
const { sendNow } = await import('../../model/queue/enqueue.ts');
const { learnServerTime } = await import('../../model/clock.ts');
learnServerTime(serverNow);

const data: OwnData = {
  fullName: 'Lê Thị Hoa',
  phones: ['051• ••• 678'],
  emails: [],
  roles: [
    { role: 'deputy', of: 'Thôn 1', from: '2022-01-01', to: null },
    { role: 'member', of: 'Thôn 2', from: '2021-01-01', to: '2021-12-31' },
  ],
  held: [
    { kind: 'contact', count: 1 },
    { kind: 'work', count: 214 },
    { kind: 'photos', count: 0 },
    { kind: 'looks', count: 3 },
  ],
  looks: 3,
};
const look = (id: string, change: Partial<OwnLook> = {}): OwnLook => ({
  id,
  at: '2022-06-18T02:12:00Z',
  by: { fullName: 'Đỗ Minh Hải', unit: 'Xã Minh Sơn' },
  kind: 'look',
  purpose: 'call_about_task',
  people: null,
  ...change,
});
const shown = () => (document.querySelector('main')?.textContent ?? '').replace(/\u00a0/g, ' ');
const answers = (next: string | null = null, requests: OwnDataRequest[] = []) =>
  serverSays({
    'GET /me/data': data,
    'GET /me/data-requests': requests,
    'GET /me/data/looks': {
      items: [
        look('a'),
        look('b', { kind: 'export', purpose: 'report', people: 46, by: { fullName: 'Lê Thị Thu Hà', unit: null } }),
      ],
      total: 3,
      nextCursor: next,
    },
  });

afterEach(() => {
  cleanup();
  networkIs(true);
  localStorage.removeItem('to-so.snapshot.my-data');
});

it('says what is held, why and how long, and leaves out what there is none of', async () => {
  answers();
  render(<MyDataScreen />);
  await screen.findByText('Lê Thị Hoa');
  expect(shown()).toContain('Số điện thoại, thư điện tử051• ••• 678Để giao việc, báo tin và gọi khi cần.');
  expect(shown()).toContain('Tổ phó Thôn 1Trước đây: 1 lần khác');
  expect(shown()).toContain('Việc và kết quả đã ghi214 lần');
  expect(shown()).toContain('Giữ đến khi tôi xin xóa');
  expect(shown()).toContain('ít nhất 24 tháng');
  expect(shown()).not.toContain('Ảnh đã gửi');
  expect(await findings()).toEqual([]);
});

it('names who looked and what for, and whoever took a list', async () => {
  answers('next');
  render(<MyDataScreen />);
  await screen.findByText('Đỗ Minh Hải, Xã Minh Sơn');
  expect(shown()).toContain('để gọi về việc');
  expect(shown()).toContain('lấy danh sách 46 người, để nộp báo cáo');
  expect(shown()).toContain('3 lần trong 30 ngày');
  serverSays({
    'GET /me/data/looks': {
      items: [look('c', { by: { fullName: 'Trịnh Văn Tuấn', unit: null } })],
      total: 3,
      nextCursor: null,
    },
  });
  fireEvent.click(screen.getByText('Xem thêm'));
  await screen.findByText('Trịnh Văn Tuấn');
  expect(screen.queryByText('Xem thêm')).toBeNull();
});

it('shows what it knows without a network, and says from when', async () => {
  answers();
  render(<MyDataScreen />);
  await screen.findByText('Lê Thị Hoa');
  cleanup();
  networkIs(false);
  render(<MyDataScreen />);
  await screen.findByText('Lê Thị Hoa');
  await screen.findByText(/^Như lúc/);
});

const request = (change: Partial<OwnDataRequest> = {}): OwnDataRequest => ({
  id: 'r1',
  code: 'YC-0031',
  kind: 'correct',
  receivedAt: '2022-06-19T01:02:00Z',
  dueOn: '2022-06-23',
  unit: 'Xã Minh Sơn',
  outcome: null,
  answer: null,
  answeredAt: null,
  stops: [],
  ...change,
});

it('shows what was asked with its receipt and its day, and the answer with what was stopped', async () => {
  const answered = request({
    id: 'r2',
    kind: 'object',
    outcome: 'answered',
    answer: 'Đã dừng theo ý chị.',
    answeredAt: '2022-06-20T01:00:00Z',
    stops: ['messages'],
  });
  answers(null, [request(), answered]);
  render(<MyDataScreen />);
  await screen.findByText('Yêu cầu đang chờ xã');
  expect(shown()).toContain('biên nhận YC-0031. Xã Minh Sơn trả lời chậm nhất hết ngày');
  expect(shown()).toContain('(2 ngày làm việc)');
  expect(shown()).toContain('Đã dừng theo ý chị.Đã dừng: nhắn tin ngoài ứng dụng');
  expect(await findings()).toEqual([]);
});

it('asks without a network: it waits on the phone and has no clock until the commune has it', async () => {
  answers();
  render(<MyDataScreen />);
  fireEvent.click(await screen.findByRole('button', { name: 'Gửi yêu cầu' }));
  const sheet = await screen.findByRole('dialog');
  const send = within(sheet).getByRole('button', { name: 'Gửi yêu cầu' });
  fireEvent.click(send);
  await screen.findByText('Chọn một yêu cầu');
  fireEvent.click(screen.getByLabelText('Không cho dùng dữ liệu vào một việc'));
  fireEvent.click(send);
  await screen.findByText('Ghi rõ giúp: sửa gì, hoặc không muốn gì');
  fireEvent.click(screen.getByLabelText('Xóa tên tôi'));
  await screen.findByText(/Số đã báo cáo còn lại, tên thì bỏ/);
  networkIs(false);
  fireEvent.click(send);
  await screen.findByText('Chờ gửi. Xã nhận rồi mới tính ngày trả lời.');
  serverSays({
    'POST /me/data-requests': request({ kind: 'erase' }),
    'GET /me/data-requests': [request({ kind: 'erase' })],
  });
  networkIs(true);
  await sendNow();
  await waitFor(() =>
    expect(asked.filter(({ method }) => method === 'POST')).toMatchObject([
      { path: '/me/data-requests', body: { kind: 'erase' } },
    ]),
  );
});
