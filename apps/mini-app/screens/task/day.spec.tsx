import { aDetail, anEntry, aTask, asked, findings, hoa, refusal, serverSays, signInHere } from '../../testing/phone.ts';

const task = aTask(1, { title: 'Mở tài khoản thanh toán', state: 'accepted' });
const asking = aTask(2, { title: 'Giúp dân nộp hồ sơ' });
const returned = aTask(3, {
  title: 'Đăng ký gian hàng',
  state: 'returned',
  figures: { target: 5, reported: 5, confirmed: 0, waiting: 0 },
});
signInHere([task, asking, returned]);
await import('../../model/words/more-words.ts');
const { cleanup, fireEvent, render, screen, waitFor } = await import('@testing-library/preact');
const { me, keepMe } = await import('../../model/sign-in/session.ts');
const { details, loadTask } = await import('../../model/task-details.ts');
const { loadTasks } = await import('../../model/tasks.ts');
const { ProgressScreen } = await import('./progress.tsx');
const { QueueScreen } = await import('../queue/queue.tsx');
const { addDays, periodOf } = await import('#contracts/reporting/periods');
const { today } = await import('../../model/clock.ts');
const { commands } = await import('../../model/queue/kept-commands.ts');
const { mend } = await import('../../model/queue/mend.ts');
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

const words = [
  {
    from: null,
    until: null,
    dimensions: [
      {
        key: 'level',
        name: 'Mức dịch vụ',
        values: [
          { key: 'full', name: 'Toàn trình' },
          { key: 'part', name: 'Một phần' },
        ],
      },
      {
        key: 'beneficiary',
        name: 'Giúp ai?',
        counts: 'people' as const,
        values: [{ key: 'elderly', name: 'Người cao tuổi' }],
      },
    ],
  },
];
const pick = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }));

it('asks for what the order asks, fills the rest by one tap, and says what is missing only once somebody sends', async () => {
  const detail = aDetail(asking, {
    asks: ['level', 'beneficiary', 'minutes_spent'],
    words,
    evidence: ['count', 'application_codes'],
  });
  serverSays({ [`GET /tasks/${asking.id}`]: detail, [`POST /tasks/${asking.id}/progress`]: refusal(422, 'x') });
  render(<ProgressScreen id={asking.id} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Còn 12, ghi đủ 12' }));
  expect(screen.queryByRole('alert')).toBeNull();
  pick(/^Gửi 12/);
  await screen.findByText('Còn thiếu 4 ô: Mức dịch vụ, Giúp ai, Mã hồ sơ, Số phút');
  expect(screen.getByText('Chọn một mức. Hồ sơ có cả hai mức thì bấm Chia ra.')).toBeTruthy();
  expect(await findings()).toEqual([]);
  pick('Toàn trình');
  pick('Người cao tuổi');
  pick('60');
  expect(screen.getByRole('button', { name: /^Toàn trình/ }).textContent).toContain('12 tài khoản');
  fireEvent.input(screen.getByRole('textbox', { name: 'Thêm mã' }), { target: { value: '000.00-48a1' } });
  await screen.findByText('48A1');
  pick('Chia ra hai mức');
  pick('Bớt Toàn trình');
  await screen.findByText('Đủ 12 / 12 tài khoản');
  pick(/^Gửi 12/);
  await waitFor(() =>
    expect(sentBody(`/tasks/${asking.id}/progress`)).toMatchObject({
      value: 12,
      applicationCodes: ['48A1'],
      breakdown: [
        { by: 'level', kind: 'full', value: 11 },
        { by: 'level', kind: 'part', value: 1 },
        { by: 'beneficiary', kind: 'elderly', value: 12 },
        { by: 'minutes_spent', kind: '', value: 60 },
      ],
    }),
  );
});

it('opens what is mended from the queue with the kinds that it was sent with', async () => {
  const sent = () => commands.value.find(({ lane, kind }) => lane === asking.id && kind === 'task.progress');
  await waitFor(() => expect(sent()?.state).toBe('refused'));
  await mend(sent()!);
  render(<ProgressScreen id={asking.id} />);
  await screen.findByText('Đủ 12 / 12 tài khoản');
  expect(screen.getByRole('textbox', { name: 'Toàn trình' })).toHaveProperty('value', '11');
  expect(screen.getByRole('button', { name: /^Người cao tuổi/ }).getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByRole('button', { name: '60' }).getAttribute('aria-pressed')).toBe('true');
});

it('opens the entry that the commune gave back, with its reason, and sends it again without counting twice', async () => {
  const entry = anEntry(5, 5, { id: 'e5', links: ['https://voso.vn/a'] });
  const why = {
    reasons: ['link_missing' as const],
    comment: 'Cho xã xin đường dẫn',
    at: '2022-11-17T08:10:00.000Z',
    by: hoa,
  };
  serverSays({
    [`GET /teams/${returned.team.id}/month`]: { report: 'open' },
    [`GET /tasks/${returned.id}`]: aDetail(returned, { evidence: ['count', 'link'], entries: [entry], returned: why }),
    'POST /progress/e5/corrections': refusal(422, 'x'),
  });
  render(<ProgressScreen id={returned.id} correct="e5" />);
  await screen.findByText('“Cho xã xin đường dẫn”');
  expect(screen.getByText('Thiếu đường dẫn')).toBeTruthy();
  expect(screen.getByText('Thay lần ghi ngày 17/11, tổng vẫn là 5 / 5')).toBeTruthy();
  expect(await findings()).toEqual([]);
  fireEvent.input(screen.getByRole('textbox', { name: /đường dẫn/ }), { target: { value: 'voso.vn/b' } });
  pick('Gửi lại 5 tài khoản');
  await waitFor(() =>
    expect(sentBody('/progress/e5/corrections')).toMatchObject({
      value: 5,
      complete: true,
      links: ['https://voso.vn/b'],
    }),
  );
});

it('says that the month was sent, where work that was handed in is corrected after it', async () => {
  const [entry] = details.value[returned.id]?.entries ?? [];
  serverSays({
    [`GET /teams/${returned.team.id}/month`]: { report: 'submitted' },
    [`GET /tasks/${returned.id}`]: aDetail({ ...returned, state: 'submitted' }, { entries: [entry!] }),
  });
  await loadTask(returned.id);
  render(<ProgressScreen id={returned.id} correct="e5" />);
  await screen.findByRole('heading', { name: 'Sửa lần ghi' });
  await screen.findByText('Kỳ này đã nộp. Gửi để xã sửa ở tháng sau');
  expect(screen.getByRole('button', { name: 'Gửi 5 tài khoản' })).toBeTruthy();
});
