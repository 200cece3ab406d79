import { aTask, asked, findings, refusal, serverSays, signInHere } from '../../testing/phone.ts';

const task = aTask(1, { title: 'Mở tài khoản thanh toán', state: 'accepted' });
signInHere([task]);
await import('../../model/more-words.ts');
const { cleanup, fireEvent, render, screen, waitFor } = await import('@testing-library/preact');
const { me, keepMe } = await import('../../model/session.ts');
const { loadTasks } = await import('../../model/tasks.ts');
const { ProgressScreen } = await import('./progress.tsx');
const { QueueScreen } = await import('../queue/queue.tsx');
const { addDays, periodOf } = await import('#contracts/reporting/periods');
const { today } = await import('../../model/clock.ts');
await loadTasks();
/** The commune cuts its months at the 20th. */
const rule = { windowStartDay: 20, dueBeforeDay: 28 };
const who = me.value!;
keepMe({ ...who, posts: who.posts.map((post) => ({ ...post, work: { ...rule, since: '2020-01-01' } })) });
afterEach(cleanup);

const sentBody = (path: string) => asked.filter((one) => one.path === path).at(-1)?.body;

it('asks of which day the work is, and says in which month it counts by the rule of the commune', async () => {
  serverSays({ [`POST /tasks/${task.id}/progress`]: refusal(422, 'progress.beforeAssigned') });
  render(<ProgressScreen id={task.id} />);
  const yesterday = addDays(today(), -1);
  fireEvent.click(await screen.findByRole('button', { name: /^Hôm qua/ }));
  const month = Number(periodOf(yesterday, rule).month.slice(5));
  expect(screen.getByText(`Tính vào báo cáo tháng ${month} của xã`)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^Ngày khác/ }));
  await screen.findByRole('dialog', { hidden: true });
  expect(await findings()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: /^Chọn (thứ|chủ)/, hidden: true }));
  fireEvent.input(screen.getByRole('textbox', { name: /bao nhiêu/ }), { target: { value: '12' } });
  fireEvent.click(screen.getByRole('button', { name: /^Gửi/ }));
  await waitFor(() =>
    expect(sentBody(`/tasks/${task.id}/progress`)).toMatchObject({ value: 12, happenedOn: yesterday }),
  );
});

it('turns what the task refused into a quick report of the same number, day and indicator', async () => {
  const path = `/teams/${task.team.id}/quick-reports`;
  serverSays({ [`POST ${path}`]: { entry: { id: 'e1' }, taskId: null } });
  render(<QueueScreen />);
  fireEvent.click(await screen.findByRole('button', { name: 'Gửi thành báo cáo nhanh, giữ 12 tài khoản' }));
  await waitFor(() =>
    expect(sentBody(path)).toMatchObject({
      insteadOfTaskId: task.id,
      value: 12,
      happenedOn: addDays(today(), -1),
    }),
  );
});
