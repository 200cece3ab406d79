import { aTask, findings, hoa, me, serverSays, signInHere, team } from '../testing/phone.ts';

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
});
signInHere([aTask(1)]);
const unitId = me.posts[0]!.unit.id;
const list = [
  told(4),
  told(3, { dueOn: '2022-11-17', escalatedAt: '2022-11-17T17:00:00.000Z' }),
  told(2, { owner: officer }),
  answered,
  told(5, { team: { id: '0190d1f0-0000-7000-8000-000000000999', name: 'Tổ khác' }, text: 'Của Tổ khác' }),
];
serverSays({ [`GET /units/${unitId}/difficulties`]: list });
await import('../model/more-words.ts');
const { cleanup, render, screen } = await import('@testing-library/preact');
const { DifficultiesScreen } = await import('./difficulties.tsx');
const { loadTasks } = await import('../model/tasks.ts');
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
  screen.getByText('Quá hạn 1 ngày. Đã chuyển lên cấp trên');
  expect(screen.getAllByText(/^Xã trả lời chậm nhất hết ngày/)).toHaveLength(2);
  expect(screen.getByRole('link', { name: 'Báo vướng mắc' }).getAttribute('href')).toBe(`#/kho-khan/${team.id}`);
  expect(await findings()).toEqual([]);
});

it('shows the answer, who gave it and when, and then counts as answered', async () => {
  render(<DifficultiesScreen id={answered.id} />);
  await screen.findByText('Trạm phát hỏng tủ nguồn, đang thay.');
  screen.getByText('Đỗ Minh Hải, Phó Chủ tịch UBND xã trả lời');
  screen.getByText('Loại: Sóng, mạng yếu');
  expect(await findings()).toEqual([]);
  cleanup();
  render(<DifficultiesScreen />);
  await screen.findByRole('heading', { name: 'Đã trả lời' });
  expect(screen.queryByText('Có trả lời mới')).toBeNull();
});

it('says so when the difficulty is not one of the team', async () => {
  render(<DifficultiesScreen id="0190d1f0-0000-7000-8000-000000000001" />);
  await screen.findByText('Không tìm thấy vướng mắc này');
});
