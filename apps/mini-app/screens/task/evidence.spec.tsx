import { aDetail, aTask, asked, findings, serverSays, signInHere } from '../../testing/phone.ts';
import type { EvidenceKind } from '#contracts/enums';

const KINDS: EvidenceKind[] = ['photo', 'link', 'application_codes', 'minutes', 'note'];
const tasks = KINDS.concat('count').map((_kind, i) => aTask(i + 1));
signInHere(tasks);
await import('../../model/words/more-words.ts');
const { cleanup, fireEvent, render, screen, within } = await import('@testing-library/preact');
const { ProgressScreen } = await import('./progress.tsx');
const { loadTasks } = await import('../../model/tasks.ts');
await loadTasks();

afterEach(cleanup);

/** The form of an order that asks for this, with its whole rest typed: so it hands the work in. */
async function formOf(at: number, evidence: EvidenceKind[]) {
  const task = tasks[at]!;
  serverSays({ [`GET /tasks/${task.id}`]: aDetail(task, { evidence: ['count', ...evidence] }) });
  const { container } = render(<ProgressScreen id={task.id} />);
  fireEvent.click(await screen.findByRole('button', { name: /ghi đủ/ }));
  return { task, fields: () => [...container.querySelectorAll<HTMLElement>('[data-field]')] };
}

describe.each(KINDS)('an order that asks for %s', (kind) => {
  const at = KINDS.indexOf(kind);

  it('has a field for it that says when it is needed, and where what is missing is told', async () => {
    const { task, fields } = await formOf(at, [kind]);
    // What is needed at the end only is not marked as needed now.
    expect(screen.queryByText('Cần có')).toBeNull();
    if (kind !== 'note') screen.getByText('Cần khi báo xong việc');
    fireEvent.click(screen.getByRole('button', { name: /^Gửi/ }));
    await screen.findByText(/^Còn thiếu 1 ô/);
    const told = fields().filter((field) => within(field).queryByRole('alert'));
    expect(told).toHaveLength(1);
    expect(asked.filter(({ path }) => path === `/tasks/${task.id}/progress`)).toEqual([]);
    expect(await findings()).toEqual([]);
  });
});

it('asks for no field twice where the order wants everything', async () => {
  const { fields } = await formOf(KINDS.length, KINDS);
  const names = fields().map(({ dataset }) => dataset['field']);
  expect(names).toEqual([...new Set(names)]);
  fireEvent.click(screen.getByRole('button', { name: /^Gửi/ }));
  await screen.findByText(/^Còn thiếu/);
});
