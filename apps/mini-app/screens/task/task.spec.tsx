import { aDetail, anEntry, aTask, asked, findings, hoa, serverSays, signInHere } from '../../testing/phone.ts';

const fresh = aTask(1, { state: 'assigned', dueOn: '2022-11-24', title: 'Đưa sản phẩm OCOP lên sàn' });
const doing = aTask(2, { title: 'Mở tài khoản thanh toán' });
const declined = aTask(3, { state: 'declined', title: 'Thay máy tính ở nhà văn hóa' });
signInHere([fresh, doing, declined]);
await import('../../model/words/more-words.ts');
const { cleanup, fireEvent, render, screen, waitFor } = await import('@testing-library/preact');
const { userEvent } = await import('@testing-library/user-event');
const { TaskScreen } = await import('./task.tsx');
const { DeclineSheet } = await import('./decline.tsx');
const { DelegateSheet } = await import('./delegate.tsx');
const { toast } = await import('../../model/device/speak.ts');
const { ProgressScreen } = await import('./progress.tsx');
const { QueueScreen } = await import('../queue/queue.tsx');
const { ReceiptScreen } = await import('./receipt.tsx');
const { keepMe, me: who } = await import('../../model/sign-in/session.ts');
const { loadTask } = await import('../../model/task-details.ts');
const { loadTasks } = await import('../../model/tasks.ts');
const { commands } = await import('../../model/queue/kept-commands.ts');
await loadTasks();

afterEach(cleanup);
const sentTo = (path: string) => asked.filter((one) => one.method === 'POST' && one.path.endsWith(path));

it('shows the whole order before the buttons make sense', async () => {
  const partner = { name: 'Bưu điện Triệu Sơn', reported: 6, reportedOn: '2022-11-18' };
  serverSays({ [`GET /tasks/${fresh.id}`]: aDetail(fresh, { partner }) });
  await loadTask(fresh.id);
  render(<TaskScreen id={fresh.id} />);
  for (const words of [
    'Mới giao',
    'Chậm nhất hết ngày 24/11',
    'Thứ Năm tuần sau, còn 6 ngày',
    'Đủ 50 tài khoản',
    'Cùng bà con mở tài khoản',
    'Công văn 577/STTTT-CNTT ngày 28/3/2022',
    'Bưu điện Triệu Sơn',
    /Đơn vị báo 6\stài\skhoản, lần cuối làm ngày 18\/11/,
  ])
    await screen.findByText(words);
  await screen.findByText('Trả lời giúp xã chậm nhất hết ngày 21/11');
  expect(await findings()).toEqual([]);
});

it('says who confirms since the commune became part of another, and why', async () => {
  const unit = (n: number, fullName: string) => ({
    id: `00000000-0000-4000-8000-00000000060${n}`,
    kind: 'commune' as const,
    name: fullName.slice(3),
    fullName,
  });
  const moved = {
    from: unit(1, 'Xã Minh Sơn'),
    to: unit(2, 'Xã Triệu Sơn'),
    on: '2025-07-01',
    ended: true,
    issued: true,
    title: 'Sắp xếp xã',
    citation: 'Nghị quyết 1686/NQ-UBTVQH15 ngày 16/6/2025',
  };
  const seen = { confirmedValue: 12, confirmedAt: '2025-06-30T16:59:00.000Z' };
  const entries = [anEntry(1, 12, seen), anEntry(2, 7), anEntry(3, 4, { correctedById: 'b' })];
  serverSays({ [`GET /tasks/${doing.id}`]: aDetail(doing, { moved, entries }) });
  await loadTask(doing.id);
  render(<TaskScreen id={doing.id} />);
  await screen.findByText(/^Đã ghi 19: Minh Sơn đã xác nhận 12, Triệu Sơn sẽ xem 7$/);
  await screen.findByText(/^Nay xã\sTriệu\sSơn xác nhận$/);
  await screen.findByText(
    /^Xã\sMinh\sSơn giao, đã nhập vào xã\sTriệu\sSơn từ 1\/7\/2025\. Kết quả đã ghi không phải ghi lại\.$/,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Vì sao đổi?' }));
  await screen.findByText(/1686\/NQ-UBTVQH15/);
  expect(await findings()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Đóng' }));
});

it('asks why in a sheet with nothing preselected, and wants a reason', async () => {
  render(<TaskScreen id={fresh.id} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Từ chối' }));
  expect((await screen.findAllByRole('radio')).every((radio) => !(radio as HTMLInputElement).checked)).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Gửi lý do' }));
  await screen.findByText('Chọn một lý do');
  await userEvent.click(screen.getByLabelText('Lý do khác'));
  await userEvent.click(screen.getByRole('button', { name: 'Gửi lý do' }));
  await screen.findByText('Viết lý do giúp xã hiểu');
  expect(await findings()).toEqual([]);
  expect(sentTo('/decline')).toHaveLength(0);
});

it('turns "not enough time" into a request for more time', async () => {
  render(<TaskScreen id={fresh.id} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Từ chối' }));
  await userEvent.click(await screen.findByLabelText('Không đủ thời gian, xin lùi hạn'));
  serverSays({
    [`POST /tasks/${fresh.id}/extension-requests`]: { task: aDetail(fresh), receipt: null, alreadyBy: null },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Gửi xin lùi hạn' }));
  await waitFor(() => expect(sentTo('/extension-requests')[0]?.body).toEqual({ until: '2022-12-01' }));
  expect(sentTo('/decline')).toHaveLength(0);
});

it('accepts at once on the screen, and one command reaches the server', async () => {
  serverSays({
    [`POST /tasks/${fresh.id}/accept`]: {
      task: aDetail({ ...fresh, state: 'accepted' }),
      receipt: null,
      alreadyBy: null,
    },
  });
  render(<TaskScreen id={fresh.id} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Nhận việc' }));
  await screen.findByText('Đang làm');
  await waitFor(() => expect(sentTo('/accept')).toHaveLength(1));
  expect(sentTo('/accept')[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
});

it('lets the leader turn a decline round, and tells the others whose it is', async () => {
  serverSays({
    [`POST /tasks/${declined.id}/accept`]: {
      task: aDetail({ ...declined, state: 'accepted' }),
      receipt: null,
      alreadyBy: null,
    },
  });
  render(<TaskScreen id={declined.id} />);
  await screen.findByText('Xã sẽ xem và trả lời. Muốn nhận lại thì nhờ Tổ trưởng');
  expect(screen.queryByRole('button', { name: 'Vẫn nhận việc' })).toBeNull();
  const deputy = who.value as NonNullable<typeof who.value>;
  keepMe({ ...deputy, posts: deputy.posts.map((post) => ({ ...post, role: 'leader' as const })) });
  await userEvent.click(await screen.findByRole('button', { name: 'Vẫn nhận việc' }));
  await waitFor(() => expect(sentTo(`${declined.id}/accept`)).toHaveLength(1));
  keepMe(deputy);
});

it('says what the order asks for before it sends, and hands in once it is there', async () => {
  const asking = { ...aDetail(doing), evidence: ['count' as const, 'link' as const], entries: [] };
  serverSays({ [`GET /tasks/${doing.id}`]: asking });
  render(<ProgressScreen id={doing.id} />);
  await screen.findByRole('textbox', { name: 'Dán đường dẫn thứ 1' });
  await userEvent.type(screen.getByRole('textbox', { name: /Làm thêm được/ }), '12');
  await screen.findByText('Còn thiếu: Đường dẫn');
  await userEvent.click(screen.getByRole('button', { name: 'Gửi 12 tài khoản' }));
  expect(sentTo(`${doing.id}/progress`)).toHaveLength(0);
  await screen.findByText('Dán ít nhất 1 đường dẫn');
  expect(await findings()).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: /đường dẫn/ }), 'vi-du.vn/gian-hang');
  await waitFor(() => expect(screen.queryByText(/Còn thiếu/)).toBeNull());
  await userEvent.clear(screen.getByRole('textbox', { name: /Làm thêm được/ }));
  await userEvent.clear(screen.getByRole('textbox', { name: /đường dẫn/ }));
  serverSays({ [`GET /tasks/${doing.id}`]: aDetail(doing) });
  await loadTask(doing.id);
});

it('names what leaves, keeps each keystroke over a closed app, and allows more than the target', async () => {
  const first = render(<ProgressScreen id={doing.id} />);
  await screen.findByRole('button', { name: 'Nhập số lượng' });
  await userEvent.click(screen.getByRole('button', { name: 'Thêm 1' }));
  await userEvent.click(screen.getByRole('button', { name: 'Thêm ghi chú' }));
  await userEvent.type(screen.getByLabelText(/Ghi chú/), 'Tại nhà văn hóa');
  first.unmount();
  render(<ProgressScreen id={doing.id} />);
  await screen.findByRole('button', { name: 'Gửi 1 tài khoản' });
  expect((screen.getByLabelText(/Ghi chú/) as HTMLTextAreaElement).value).toBe('Tại nhà văn hóa');
  expect(screen.getByText(/Đã lưu trên máy lúc .*, chưa gửi/)).toBeTruthy();
  const field = screen.getByRole('textbox', { name: /bao nhiêu/ });
  await userEvent.clear(field);
  await userEvent.type(field, '15');
  await screen.findByText('Vượt mục tiêu 3');
  expect((screen.getByRole('switch') as HTMLInputElement).checked).toBe(true);
  expect(await findings()).toEqual([]);
});

it('shows the receipt when it is sent, and keeps a refused part with its reason', async () => {
  serverSays({
    [`POST /tasks/${doing.id}/progress`]: () => {
      throw 409;
    },
  });
  render(<ProgressScreen id={doing.id} />);
  await userEvent.click(await screen.findByRole('switch'));
  const before = sentTo(`${doing.id}/progress`).length;
  const button = screen.getByRole('button', { name: 'Gửi 15 tài khoản' });
  fireEvent.click(button);
  fireEvent.click(button);
  await waitFor(() => expect(location.hash).toContain('/da-gui/'));
  expect(commands.value.filter((item) => item.kind === 'task.progress' && item.view.value === 15)).toHaveLength(1);
  cleanup();
  render(<ReceiptScreen id={doing.id} commandId={location.hash.split('/').at(-1)} />);
  await screen.findByText('Bị từ chối');
  cleanup();
  render(<QueueScreen />);
  await screen.findByText(/15 tài khoản vẫn còn trên máy/);
  expect(sentTo(`${doing.id}/progress`)).toHaveLength(before + 1);
  expect(screen.getByRole('button', { name: 'Gửi thành báo cáo nhanh, giữ 15 tài khoản' })).toBeTruthy();
  expect(await findings()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Bỏ mục này' }));
  await screen.findByText('Bỏ 15 tài khoản này?');
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Bỏ mục này' })).toHaveLength(2));
  await userEvent.click(screen.getAllByRole('button', { name: 'Bỏ mục này' }).at(-1) as HTMLElement);
  await waitFor(() => expect(commands.value.some((item) => item.state === 'refused')).toBe(false));
});

it('takes a refusal and a passing on back by the word that tells of them', async () => {
  const answer = (change: Parameters<typeof aDetail>[1]) => ({
    task: aDetail(doing, change),
    receipt: null,
    alreadyBy: null,
  });
  serverSays({
    [`POST /tasks/${doing.id}/decline`]: answer({ state: 'declined' }),
    [`POST /tasks/${doing.id}/take-back-decline`]: answer({ state: 'assigned' }),
    [`POST /tasks/${doing.id}/delegate`]: answer({ doer: hoa }),
  });
  const undo = async (text: string) => {
    await waitFor(() => expect(toast.value?.text).toBe(text));
    toast.value?.action?.run();
  };
  const close = () => {};
  render(<DeclineSheet task={aDetail(doing)} onClose={close} />);
  await userEvent.click(await screen.findByLabelText('Chưa biết làm, cần tập huấn'));
  await userEvent.click(screen.getByRole('button', { name: 'Gửi lý do' }));
  await undo('Đã gửi lý do');
  await waitFor(() => expect(sentTo('/take-back-decline')).toHaveLength(1));
  cleanup();
  const able = { ...hoa, skills: ['payment' as const, 'ethnic_language' as const] };
  const quiet = { id: 'p2', fullName: 'Vi Văn Pao', position: null, skills: [] };
  render(<DelegateSheet task={aDetail(doing, { members: [able, quiet] })} onClose={close} />);
  // A hint beside the name, in words that say so; nobody is left out and the order is the task's.
  expect((await screen.findAllByRole('radio')).map((one) => one.closest('label')?.textContent)).toEqual([
    `${hoa.fullName}, ${hoa.position}Thanh toán không tiền mặt · Tiếng dân tộc`,
    'Vi Văn Pao',
  ]);
  expect(screen.getByText(/chỉ để gợi ý\. Giao cho ai cũng được/)).toBeTruthy();
  await userEvent.click(screen.getAllByRole('radio')[0] as HTMLElement);
  await userEvent.click(screen.getByRole('button', { name: 'Giao việc' }));
  await undo(`Đã giao cho ${hoa.fullName}`);
  await waitFor(() =>
    expect(sentTo('/delegate').map(({ body }) => body)).toEqual([{ personId: hoa.id }, { personId: null }]),
  );
});
