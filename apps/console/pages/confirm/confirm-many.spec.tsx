/** Many results are confirmed by one command, and taken back by one. */
import { jest } from '@jest/globals';
import { Notifications } from '@mantine/notifications';
import { fireEvent, screen, within } from '@testing-library/react';
import { client } from '../../api/client.ts';
import { show, testId } from '../../testing/render.tsx';
import { ConfirmMany } from './confirm-many.tsx';
import type { ResultRow } from './decision.ts';

const indicator = { code: 'CQ02', name: 'Hồ sơ nộp', nameEn: 'Applications', unit: 'hồ sơ', unitEn: 'applications' };
const row = (n: number, task: boolean) =>
  ({
    task: task ? { id: testId(n) } : null,
    indicator,
    team: { id: testId(90 + n), name: `Thôn ${n}` },
    entries: [{ id: testId(n + 50), value: 6, correctedById: null, confirmedAt: null }],
  }) as unknown as ResultRow;
const rows = [row(1, true), row(2, true), row(3, false)];
const response = { ok: true, status: 200, headers: { get: () => null } };

it('sends one request to undo what one request did, and says what stayed', async () => {
  const confirmed = [testId(1), testId(2), testId(53)].map((id) => ({ id, outcome: 'confirmed' }));
  const post = jest.spyOn(client, 'POST').mockImplementation(((path: string) =>
    Promise.resolve({
      data: path.endsWith('/undo')
        ? { undone: [testId(1), testId(53)], kept: [{ id: testId(2), code: 'task.tooLateToUndo' }] }
        : { results: confirmed, people: [], left: 0, toLook: 0 },
      response,
    })) as never);
  const ticks = { free: rows, ticked: rows, has: () => true, tick: () => undefined, all: () => undefined };
  show(
    <>
      <Notifications transitionDuration={0} />
      <ConfirmMany ticks={ticks} rule={undefined} />
    </>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Xác nhận 3 kết quả' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: 'Xác nhận 3 kết quả' }));
  fireEvent.click(await screen.findByRole('button', { name: /^Hoàn tác/ }));
  await screen.findByText('Đã lấy lại 2; 1 kết quả đã có việc khác sau đó nên giữ nguyên');
  const calls = post.mock.calls as unknown as [path: string, options: { body: object }][];
  expect(calls.map(([path]) => path)).toEqual(['/units/{unitId}/results/confirm', '/units/{unitId}/results/undo']);
  expect(calls[1]?.[1]).toMatchObject({ body: { taskIds: [testId(1), testId(2)], entryIds: [testId(53)] } });
});
