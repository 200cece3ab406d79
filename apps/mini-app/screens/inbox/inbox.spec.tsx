import type { InboxEntry } from '#client';
import { aDetail, aTask, asked, findings, networkIs, serverNow, serverSays, signInHere } from '../../testing/phone.ts';

const order = aTask(2, { state: 'assigned', title: 'Đưa sản phẩm OCOP lên sàn' });
signInHere([order]);
const message = (n: number, change: Partial<InboxEntry> = {}): InboxEntry => ({
  id: `00000000-0000-4000-8000-00000000050${n}`,
  kind: 'taskConfirmed',
  mandatory: false,
  title: `Xã đã xác nhận: việc ${n}`,
  short: `Xã xác nhận: việc ${n}`,
  body: 'Cảm ơn Tổ.',
  taskId: null,
  assignmentId: null,
  at: '2022-11-17T09:00:00.000Z',
  fetchedAt: serverNow,
  seenAt: null,
  via: null,
  why: { post: 'Tổ phó Tổ Thôn 1', citation: null },
  ...change,
});
const duty = message(1, { kind: 'taskAssigned', mandatory: true, taskId: order.id, title: `Việc mới: ${order.title}` });
const account = message(2, { kind: 'accessChanged', mandatory: true, title: 'Tài khoản vừa có thay đổi' });
const questionId = '00000000-0000-4000-8000-000000000600';
const question = message(5, {
  kind: 'numberAsked',
  mandatory: true,
  title: '051•••5678 có còn là số của Lê Thị Hoa?',
  number: { questionId, name: 'Lê Thị Hoa', open: true, replyByOn: '2022-11-22' },
});
const items = [account, duty, message(3), message(4)];
serverSays({
  'GET /me/inbox': { items, unseen: 4, total: 4, mandatoryOpen: 2, nextCursor: null },
  'POST /me/inbox/seen': {},
  [`POST /tasks/${order.id}/accept`]: {
    task: aDetail({ ...order, state: 'accepted' }),
    receipt: null,
    alreadyBy: null,
  },
  [`GET /teams/${order.team.id}/messages`]: [],
});
const { cleanup, render, screen, waitFor, within } = await import('@testing-library/preact');
const { userEvent } = await import('@testing-library/user-event');
const { InboxScreen } = await import('./inbox.tsx');
const { ToastBar } = await import('../../ui/chrome.tsx');
const { loadTasks } = await import('../../model/tasks.ts');
const { unseenCount } = await import('../../model/inbox/inbox.ts');
const { sendNow } = await import('../../model/queue/enqueue.ts');
const { ready } = await import('../../model/words/more-words.ts');

const shown = async () => {
  await ready;
  await loadTasks();
  render(
    <>
      <InboxScreen />
      <ToastBar />
    </>,
  );
  await screen.findByText('Xã xác nhận: việc 3');
};
afterEach(cleanup);
const sentSeen = () =>
  asked.filter(({ path }) => path === '/me/inbox/seen').map(({ body }) => (body as { ids: string[] }).ids);
const cardOf = (title: string | RegExp) => within(screen.getByText(title).closest('.card') as HTMLElement);

it('shows messages as one line, and the whole with its way on a tap', async () => {
  await shown();
  expect(screen.queryByText('Cảm ơn Tổ.', { selector: '.row *' })).toBeNull();
  await userEvent.click(screen.getByText('Xã xác nhận: việc 3'));
  expect(screen.getByText('Xã đã xác nhận: việc 3')).toBeTruthy();
  expect(screen.getByText(/Đến 7:42, qua Tổ Số/)).toBeTruthy();
  expect(await findings()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Đóng' }));
});

it('says of another commune what stays, what changes and whom to ask', async () => {
  const moved = { from: 'Xã Minh Sơn', to: 'Xã Triệu Sơn', on: '2022-11-18', ask: 'Phạm Thị Thu Hà', citation: null };
  const news = message(7, { kind: 'unitMoved', title: 'Từ ngày 18/11, Tổ của bạn thuộc Xã Triệu Sơn', moved });
  serverSays({ 'GET /me/inbox': { items: [news, ...items], unseen: 5, total: 5, mandatoryOpen: 2, nextCursor: null } });
  await shown();
  await userEvent.click(await screen.findByText('Xã xác nhận: việc 7'));
  await screen.findByText('Xã Minh Sơn', { normalizer: (text) => text.replaceAll('\u00a0', ' ') });
  expect(screen.getByText('Tổ, người trong Tổ, việc đang làm, kết quả đã ghi')).toBeTruthy();
  expect(screen.getByText('Phạm Thị Thu Hà')).toBeTruthy();
  expect(screen.getByRole('dialog', { hidden: true }).textContent).not.toContain('Cảm ơn Tổ.');
  expect(await findings()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Đóng' }));
});

it('marks all but the duties as read, and takes it back within five seconds', async () => {
  await shown();
  const before = unseenCount.value;
  await userEvent.click(screen.getByRole('button', { name: 'Đã xem hết' }));
  expect(unseenCount.value).toBe(2);
  await userEvent.click(screen.getByRole('button', { name: 'Lấy lại' }));
  expect(unseenCount.value).toBe(before);
  expect(sentSeen().flat()).not.toContain(items[3]?.id);
  await userEvent.click(screen.getByRole('button', { name: 'Đã xem hết' }));
  await screen.findByText('Tài khoản vừa có thay đổi');
  await waitFor(() => expect(sentSeen().flat()).toContain(items[3]?.id));
  expect(sentSeen().flat()).not.toContain(duty.id);
  expect(sentSeen().flat()).not.toContain(account.id);
});

it('does a duty in its place, and says done only when the commune has it', async () => {
  await shown();
  const card = cardOf(/Việc mới: Đưa/);
  expect(card.getByText(/^Việc phải làm, hạn/)).toBeTruthy();
  networkIs(false);
  await userEvent.click(card.getByRole('button', { name: 'Nhận việc' }));
  await screen.findByText('Đã lưu trên máy, chờ gửi');
  expect(screen.queryByText(/Đã xong lúc/)).toBeNull();
  serverSays({ 'GET /me/tasks': { tasks: [{ ...order, state: 'accepted' }], asOf: serverNow } });
  networkIs(true);
  await sendNow();
  await loadTasks();
  await screen.findByText(/^Đã xong lúc \d+:\d\d$/);
  await userEvent.click(screen.getByRole('button', { name: 'Tôi đã đọc' }));
  await waitFor(() => expect(screen.getAllByText(/^Đã xong lúc \d+:\d\d$/)).toHaveLength(2));
});

it('asks why a number was looked at, once, in one sentence', async () => {
  const reason = message(6, {
    kind: 'reasonAsked',
    mandatory: true,
    title: 'Vũ Minh Châu hỏi lý do xem số điện thoại của 3 người',
    question: { questionId, open: true },
  });
  serverSays({
    'GET /me/inbox': { items: [reason, ...items], unseen: 5, total: 5, mandatoryOpen: 3, nextCursor: null },
    [`POST /me/log-questions/${questionId}/answer`]: {},
  });
  await shown();
  await screen.findByText(/hỏi lý do xem số/);
  const card = cardOf(/hỏi lý do xem số/);
  await userEvent.click(card.getByRole('button', { name: 'Gửi câu trả lời' }));
  await card.findByText('Ghi một câu rồi gửi');
  await userEvent.type(card.getByLabelText('Vì sao?'), ' Gọi mời họp tổ. ');
  expect(await findings()).toEqual([]);
  await userEvent.click(card.getByRole('button', { name: 'Gửi câu trả lời' }));
  const answers = () => asked.filter(({ path }) => path.includes('/log-questions/')).map(({ body }) => body);
  await waitFor(() => expect(answers()).toEqual([{ text: 'Gọi mời họp tổ.' }]));
  await waitFor(() => expect(screen.queryByLabelText('Vì sao?')).toBeNull());
});

it('asks whether a number is right, and for the new one: what cannot be a number does not leave the phone', async () => {
  const answers = () => asked.filter(({ path }) => path.startsWith('/number-questions/')).map(({ body }) => body);
  serverSays({
    'GET /me/inbox': { items: [question, ...items], unseen: 5, total: 5, mandatoryOpen: 3, nextCursor: null },
    [`POST /number-questions/${questionId}/answer`]: {},
  });
  await shown();
  const card = cardOf(await screen.findByText(question.title).then(({ textContent }) => textContent ?? ''));
  expect(card.getByText('Việc phải làm, hạn hết ngày 22/11')).toBeTruthy();
  expect(card.getByRole('button', { name: 'Đúng, vẫn dùng' })).toBeTruthy();
  await userEvent.click(card.getByRole('button', { name: 'Đổi số' }));
  await userEvent.type(screen.getByLabelText('Số mới của Lê Thị Hoa'), '0912');
  await userEvent.click(screen.getByRole('button', { name: 'Lưu số mới' }));
  await screen.findByText('Ghi đủ số điện thoại, ví dụ 0912 345 678');
  expect(answers()).toEqual([]);
  expect(await findings()).toEqual([]);
  networkIs(false);
  await userEvent.type(screen.getByLabelText('Số mới của Lê Thị Hoa'), ' 345 678');
  await userEvent.click(screen.getByRole('button', { name: 'Lưu số mới' }));
  await screen.findByText('Đã lưu trên máy, chờ gửi');
  expect(answers()).toEqual([]);
  networkIs(true);
  await sendNow();
  await waitFor(() => expect(answers()).toEqual([{ answer: 'change', phone: '0912 345 678' }]));
});
