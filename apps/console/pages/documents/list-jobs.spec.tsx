import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { client, queryClient } from '../../api/client.ts';
import { serverAnswer } from '../../testing/answers.ts';
import { show, testId } from '../../testing/render.tsx';
import { AppendixDialog } from './appendix-dialog.tsx';
import { type ListJob, worthShowing } from './list-facts.ts';

const unit = { id: testId(3), kind: 'district' as const, name: 'Triệu Sơn', fullName: 'huyện Triệu Sơn' };
const job = (part: Partial<ListJob> = {}): ListJob => ({
  id: testId(30),
  unit,
  at: '2026-11-25',
  state: 'waiting',
  percent: 0,
  teams: null,
  name: null,
  askedAt: '2026-11-25T02:00:00Z',
  doneAt: null,
  keptUntil: null,
  purpose: 'report',
  ...part,
});
const ready = job({
  state: 'ready',
  percent: 100,
  teams: 1640,
  name: 'Phụ lục 1 - huyện Triệu Sơn - 2026-11-25.xlsx',
  keptUntil: '2026-12-02T02:00:00Z',
});
/** jsdom has no Response: what of it is read. */
const response = { ok: true, status: 200, headers: { get: () => null } };
const read = jest.spyOn(client, 'GET');
const sent = jest.spyOn(client, 'POST');
const made = (...jobs: ListJob[]) => read.mockResolvedValue({ data: jobs, response } as never);
const dialog = (kind: ListJob['unit']['kind'] = 'district') =>
  show(<AppendixDialog unit={{ id: unit.id, kind }} onClose={() => undefined} />);
const button = (name: string) => screen.queryByRole('button', { name });
/** Nothing is chosen beforehand. */
async function sayWhy() {
  fireEvent.click(screen.getByRole('combobox', { name: /^Xuất để làm gì/ }));
  fireEvent.click(await screen.findByText('Nộp báo cáo'));
}
const listName = 'danh sách huyện Triệu Sơn, tính đến 25/11/2026';
const entry = async () => within(await screen.findByRole('listitem'));

beforeEach(() => {
  queryClient.clear();
  read.mockReset();
  sent.mockReset();
  made();
});

describe('Appendix 1 of a commune', () => {
  it('is taken at once when it is said what for, and asks for no lists', async () => {
    dialog('commune');
    await screen.findByText('Excel, để sửa và nhập lại');
    const names = ['Xem trước', 'PDF, để in', 'Excel, để sửa và nhập lại'];
    const closed = () => names.filter((name) => (button(name) as HTMLButtonElement).disabled);
    expect(closed()).toEqual(names);
    await sayWhy();
    expect(closed()).toEqual([]);
    expect(button('PDF, để in')).toBeTruthy();
    expect(button('Làm danh sách Excel')).toBeNull();
    expect(read).not.toHaveBeenCalled();
  });
});

describe('Appendix 1 above the commune', () => {
  it('is made in the background as of the day, and says so', async () => {
    sent.mockResolvedValue({ data: job(), response } as never);
    dialog();
    fireEvent.click(await screen.findByText('Làm danh sách Excel'));
    expect(sent).not.toHaveBeenCalled();
    await sayWhy();
    fireEvent.click(screen.getByText('Làm danh sách Excel'));
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
    expect(sent.mock.calls[0]).toEqual([
      '/units/{unitId}/list-jobs',
      {
        params: { path: { unitId: unit.id }, header: { 'Idempotency-Key': expect.any(String) } },
        body: { at: '2026-11-25', purpose: 'report' },
      },
    ]);
    expect(screen.getByText(/có thể đóng cửa sổ này/)).toBeTruthy();
    expect(button('Excel, để sửa và nhập lại')).toBeNull();
    expect(button('Word, để sửa thể thức')).toBeTruthy();
    await waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    expect(screen.queryByText('Danh sách đã làm')).toBeNull();
  });

  it('has nothing to print for a province', async () => {
    dialog('province');
    await screen.findByText('Làm danh sách Excel');
    expect(screen.getByText(/quá dài để in/)).toBeTruthy();
    for (const name of ['PDF, để in', 'Word, để sửa thể thức', 'Xem trước']) expect(button(name)).toBeNull();
  });
});

describe('lists that were asked for', () => {
  it('say how far they are, and are looked at again until they are there', async () => {
    made(job({ state: 'running', percent: 45, teams: 1640 }));
    dialog();
    const row = await entry();
    expect(row.getByText('Đang làm').closest('[aria-live=polite]')?.textContent).toContain('huyện Triệu Sơn');
    expect(row.getByText('45%, 1.640 tổ')).toBeTruthy();
    const bar = row.getByRole('progressbar', { name: `Tiến độ làm ${listName}` });
    expect(bar.getAttribute('aria-valuenow')).toBe('45');
    made(ready);
    await row.findByText('Đã xong', {}, { timeout: 5_000 });
    const looks = read.mock.calls.length;
    await new Promise((later) => setTimeout(later, 2_500));
    expect(read).toHaveBeenCalledTimes(looks);
  });

  it('are taken under their own name, until they go', async () => {
    made(ready);
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    Object.assign(URL, { createObjectURL: () => 'blob:list', revokeObjectURL: () => undefined });
    const asked = jest.fn<typeof fetch>();
    asked.mockResolvedValue(serverAnswer({ blob: async () => new Blob(['PK']) }));
    globalThis.fetch = asked;
    dialog();
    const row = await entry();
    expect(row.getByText('giữ đến 2/12')).toBeTruthy();
    fireEvent.click(row.getByRole('button', { name: `Tải về ${listName}` }));
    await waitFor(() => expect(click).toHaveBeenCalledTimes(1));
    expect(asked.mock.calls[0]?.[0]).toBe(`/api/v1/me/list-jobs/${ready.id}/file`);
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe(ready.name);
  });

  it('say what to do when they could not be made', async () => {
    made(job({ state: 'failed', at: '2026-11-01' }));
    sent.mockResolvedValue({ data: job(), response } as never);
    dialog();
    const row = await entry();
    expect(row.getByText('Chưa làm được')).toBeTruthy();
    expect(row.getByText(/Bấm “Làm lại”/)).toBeTruthy();
    fireEvent.click(row.getByRole('button', { name: 'Làm lại danh sách huyện Triệu Sơn, tính đến 1/11/2026' }));
    await waitFor(() =>
      expect(sent.mock.calls[0]?.[1]).toMatchObject({ body: { at: '2026-11-01', purpose: 'report' } }),
    );
  });

  it('leave out one that failed once the same list was asked for again', () => {
    const failed = job({ state: 'failed' });
    const otherDay = job({ state: 'failed', at: '2026-11-01' });
    expect(worthShowing([job(), failed, otherDay])).toEqual([job(), otherDay]);
    expect(worthShowing([failed, ready])).toEqual([failed, ready]);
  });
});
