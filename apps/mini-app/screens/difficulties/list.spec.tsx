import { aTask, findings, hoa, me, serverSays, signInHere, team } from '../../testing/phone.ts';

const officer = {
  id: '0190d1f0-0000-7000-8000-000000000777',
  fullName: 'Đỗ Minh Hải',
  position: 'Phó Chủ tịch UBND xã',
};
const told = (n: number, change: Record<string, unknown> = {}) => ({
  id: `0190d1f0-0000-7000-8000-00000000080${n}`,
  kind: 'signal' as const,
  text: `Sóng yếu ở xóm ${n}`,
  team: { id: team.id, name: team.name },
  taskId: null,
  by: hoa,
  at: '2022-11-15T00:20:00.000Z',
  answer: null,
  answeredAt: null,
  answeredBy: null,
  owner: null,
  dueOn: '2022-11-21',
  escalatedAt: null,
  publishedAt: null,
  ...change,
});
const answered = told(1, {
  answer: 'Trạm phát hỏng tủ nguồn, đang thay.',
  answeredAt: '2022-11-17T08:20:00.000Z',
  answeredBy: officer,
  spot: 'Xóm Bãi',
  hamlet: { id: team.id, kind: 'hamlet', name: 'Thôn 2', fullName: 'Thôn 2' },
  promisedOn: '2022-11-30',
  steps: [
    {
      kind: 'answered',
      at: '2022-11-17T08:20:00.000Z',
      by: officer,
      text: 'Trạm phát hỏng tủ nguồn, đang thay.',
      provider: null,
      promisedOn: '2022-11-30',
    },
  ],
});
signInHere([aTask(1)]);
const unitId = me.posts[0]!.unit.id;
const company = {
  id: '0190d1f0-0000-7000-8000-000000000900',
  name: 'Trung tâm Viễn thông Triệu Sơn',
  contact: '0512345678',
};
const passedOn = told(6, {
  text: 'Mất sóng ở chợ',
  provider: company,
  steps: [
    { kind: 'passed_on', at: '2022-11-15T01:20:00.000Z', by: null, text: null, provider: company, promisedOn: null },
  ],
});
const list = [
  told(4),
  told(3, { dueOn: '2022-11-17', escalatedAt: '2022-11-17T17:00:00.000Z' }),
  told(2, { owner: officer }),
  answered,
  passedOn,
  told(5, { team: { id: '0190d1f0-0000-7000-8000-000000000999', name: 'Tổ khác' }, text: 'Của Tổ khác' }),
];
const page = <T,>(items: T[]) => ({ items, total: items.length, nextCursor: null });
const known = (n: number, text: string, answer: string, change: object = {}) => ({
  id: `0190d1f0-0000-7000-8000-0000000008${n}0`,
  kind: 'skill' as const,
  text,
  answer,
  answeredAt: '2022-11-01T00:00:00.000Z',
  unit: { id: unitId, kind: 'commune' as const, name: 'Minh Sơn', fullName: 'xã Minh Sơn' },
  indicatorCode: null,
  uses: 0,
  ...change,
});
const answers = [
  known(1, 'Đổi số rồi, không nhận được mã', 'Ra Một cửa xã, lấy lại mật khẩu dịch vụ công.'),
  known(2, 'Quên mật khẩu dịch vụ công', 'Bấm “Quên mật khẩu”.', { uses: 14, indicatorCode: aTask(1).indicator.code }),
  known(3, 'Máy không cài được VNeID', 'Mượn máy khác.'),
];
serverSays({
  [`GET /units/${unitId}/difficulties`]: { ...page(list), counts: {} },
  [`GET /units/${unitId}/know-how`]: page(answers),
});
await import('../../model/words/more-words.ts');
const { cleanup, fireEvent, render, screen } = await import('@testing-library/preact');
const { DifficultiesScreen, KnowHowOffer } = await import('./tell.tsx');
const { loadTasks } = await import('../../model/tasks.ts');
await loadTasks();
afterEach(cleanup);

it('lists the team’s own difficulties with who must act and until when, new answers first', async () => {
  render(<DifficultiesScreen />);
  await screen.findByText('Sóng yếu ở xóm 1');
  expect(screen.queryByText('Của Tổ khác')).toBeNull();
  expect(screen.getAllByText(/^Sóng yếu/).map((node) => node.textContent)).toEqual(
    [1, 3, 2, 4].map((n) => `Sóng yếu ở xóm ${n}`),
  );
  for (const words of ['Có trả lời mới', 'Xã chưa trả lời', 'Xã đang xem', 'Đã gửi xã']) screen.getByText(words);
  screen.getByText('Quá hạn 1 ngày. Máy đã nhắc xã và cấp trên');
  screen.getByText(/^Trung tâm Viễn thông Triệu Sơn trả lời chậm nhất hết ngày/);
  screen.getByText('Đơn vị phủ sóng nhận');
  expect(screen.getAllByText(/^Xã trả lời chậm nhất hết ngày/)).toHaveLength(2);
  expect(screen.getByRole('link', { name: 'Báo vướng mắc' }).getAttribute('href')).toBe(`#/kho-khan/${team.id}`);
  expect(await findings()).toEqual([]);
});

it('shows the answer, who gave it and when; once read it waits for the team’s word', async () => {
  render(<DifficultiesScreen id={answered.id} />);
  await screen.findByText('Trạm phát hỏng tủ nguồn, đang thay.');
  screen.getByRole('heading', { level: 1, name: /^Sóng yếu ở xóm/ });
  screen.getByText('Đỗ Minh Hải trả lời');
  screen.getByText(/Phó Chủ tịch UBND xã$/);
  screen.getByText('Loại: Sóng, mạng yếu');
  screen.getByText(/^Sửa xong/);
  screen.getByText('Xóm Bãi, Thôn 2');
  fireEvent.click(screen.getByRole('button', { name: 'Hỏi thêm' }));
  screen.getByRole('textbox', { name: 'Hỏi thêm điều gì?' });
  fireEvent.click(screen.getAllByRole('button', { name: 'Quay lại' }).at(-1)!);
  screen.getByRole('button', { name: 'Được rồi, cảm ơn' });
  expect(await findings()).toEqual([]);
  cleanup();
  render(<DifficultiesScreen />);
  await screen.findByText('Đã trả lời');
  expect(screen.queryByText('Có trả lời mới')).toBeNull();
});

it('offers to open again what was closed, for thirty days', async () => {
  const closed = told(7, {
    answer: 'Xong',
    answeredAt: '2022-11-10T00:00:00.000Z',
    closedAt: '2022-11-11T00:00:00.000Z',
  });
  list.push(closed);
  render(<DifficultiesScreen id={closed.id} />);
  await screen.findByRole('button', { name: 'Mở lại' });
  screen.getByText('Được rồi');
  list.pop();
});

it('says so when the difficulty is not one of the team', async () => {
  render(<DifficultiesScreen id="0190d1f0-0000-7000-8000-000000000001" />);
  await screen.findByText('Không tìm thấy vướng mắc này');
});

describe('Know-how', () => {
  it('is found without accents, the title before the text, and says what fits the work in hand', async () => {
    render(<DifficultiesScreen id="cach-lam" />);
    const field = await screen.findByRole('searchbox', { name: 'Tìm cách làm' });
    screen.getByText('Hợp với việc đang làm');
    screen.getByText('Xã Minh Sơn trả lời, 14 Tổ dùng được');
    fireEvent.input(field, { target: { value: 'mat khau dich vu cong' } });
    await screen.findByText('2 cách làm, gõ không dấu cũng ra');
    expect(screen.getAllByRole('article').map((node) => node.querySelector('b')?.textContent)).toEqual([
      'Quên mật khẩu dịch vụ công',
      'Đổi số rồi, không nhận được mã',
    ]);
    expect(document.querySelector('mark')?.textContent).toBe('mật');
    expect(await findings()).toEqual([]);
  });

  it('stands on the task that it fits, and on no other', async () => {
    const { container } = render(<KnowHowOffer indicatorCode="KHAC" />);
    expect(container.textContent).toBe('');
    cleanup();
    render(<KnowHowOffer indicatorCode={aTask(1).indicator.code} />);
    const link = await screen.findByRole('link', { name: 'Cách làm hay: Quên mật khẩu dịch vụ công' });
    expect(link.getAttribute('href')).toBe(`#/vuong-mac/cach-lam/${answers[1]!.id}`);
  });
});
