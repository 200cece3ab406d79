import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { client, queryClient } from '../../api/client.ts';
import type { Post } from '../../api/me.tsx';
import { officer, show, testId } from '../../testing/render.tsx';
import { keepsDays, type WorkDay } from './work-days.ts';
import { WorkDaysPage } from './work-days-page.tsx';

const province = { id: testId(2), kind: 'province' as const, name: 'Thanh Hóa', fullName: 'tỉnh Thanh Hóa' };
const admin: Post = { ...officer, role: 'admin', unit: province, ancestors: [province], may: ['calendar.manage'] };
const national: WorkDay = { day: '2026-09-02', kind: 'holiday', name: 'Quốc khánh' };
const swapped: WorkDay = { day: '2026-08-22', kind: 'swapped_working_day', name: 'Làm bù cho ngày 31/8' };
/** jsdom has no Response: what of it is read. */
const ok = { response: { ok: true, status: 200, headers: { get: () => null } } };
const read = jest.spyOn(client, 'GET') as unknown as jest.Mock<(...args: unknown[]) => Promise<unknown>>;
const post = jest.spyOn(client, 'POST') as unknown as typeof read;
const patch = jest.spyOn(client, 'PATCH') as unknown as typeof read;
const remove = jest.spyOn(client, 'DELETE') as unknown as typeof read;
const dialog = async () => within(await screen.findByRole('dialog'));
const page = (by: Post = admin) => show(<WorkDaysPage />, by);

beforeEach(() => {
  queryClient.clear();
  for (const sent of [read, post, patch, remove]) sent.mockReset();
  read.mockResolvedValue({ ...ok, data: [swapped, national] });
});

/** The day's field opens a calendar: the year's first month, of which a day is taken. */
async function fill(day: string, name: string): Promise<void> {
  const form = await dialog();
  fireEvent.click(form.getByRole('button', { name: /^Ngày/ }));
  fireEvent.click(await screen.findByText(day, { selector: 'td button:not([data-outside])' }));
  fireEvent.change(form.getByLabelText(/Tên ngày/), { target: { value: name } });
  const button = form.getByRole('button', { name: 'Thêm ngày' }) as HTMLButtonElement;
  await waitFor(() => expect(button.disabled).toBe(false));
  fireEvent.click(button);
}

describe('the days of a year', () => {
  it('are listed with the weekday and the kind in words, another year when asked', async () => {
    page();
    const row = within((await screen.findByText('Quốc khánh')).closest('tr') as HTMLElement);
    for (const words of ['2/9/2026', 'Thứ Tư']) expect(row.getByText(words)).toBeTruthy();
    expect(screen.getByText('Thứ Bảy')).toBeTruthy();
    for (const kind of ['Nghỉ lễ', 'Làm bù']) expect(screen.getByText(kind)).toBeTruthy();
    expect(screen.getByText('1 ngày nghỉ lễ, 1 ngày làm bù')).toBeTruthy();
    read.mockResolvedValue({ ...ok, data: [] });
    fireEvent.click(screen.getByRole('button', { name: 'Năm sau' }));
    await screen.findByText('Năm 2027 chưa ghi ngày nào');
    expect(read.mock.calls.at(-1)?.[1]).toMatchObject({ params: { query: { year: 2027 } } });
    expect(screen.getAllByRole('button', { name: 'Thêm ngày' })).toHaveLength(1);
    fireEvent.click(screen.getByText('Năm nay'));
    await screen.findByText('Quốc khánh');
  });

  it('are only read without the right, also by an administrator below', async () => {
    page(officer);
    await screen.findByText('Quốc khánh');
    const names = screen.getAllByRole('button').map((each) => each.getAttribute('aria-label') ?? each.textContent);
    expect(names).toEqual([
      'Cách làm',
      'Năm trước',
      'Năm sau',
      'Năm nay',
      'Ngày',
      'Loại',
      'Tên ngày',
      'Chép sang Excel',
    ]);
    expect(keepsDays(admin)).toBe(true);
    expect(keepsDays({ ...admin, unit: officer.unit, ancestors: [province, officer.unit] })).toBe(false);
    expect(keepsDays({ ...admin, may: [] })).toBe(false);
  });
});

describe('who keeps the days', () => {
  it('adds one and is told which due days moved', async () => {
    const moved = [{ from: '2026-11-24', to: '2026-11-25', reports: 3 }];
    post.mockResolvedValue({ ...ok, data: { workDay: national, moved } });
    page();
    fireEvent.click(await screen.findByRole('button', { name: 'Thêm ngày' }));
    await fill('24', ' Ngày Văn hóa ');
    await screen.findByText('3 báo cáo: hạn dời từ 24/11/2026 sang 25/11/2026.');
    expect(post.mock.calls[0]).toEqual([
      '/work-days',
      {
        params: { header: { 'Idempotency-Key': expect.any(String) } },
        body: { day: '2026-11-24', kind: 'holiday', name: 'Ngày Văn hóa' },
      },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(read).toHaveBeenCalledTimes(2);
    fireEvent.click(screen.getByRole('button', { name: 'Năm trước' }));
    await waitFor(() => expect(screen.queryByText('Hạn báo cáo đã tính lại')).toBeNull());
  });

  it('sees at its field what the server refuses, until it is changed', async () => {
    const details = [{ path: 'day', code: 'workday.notWeekend', params: {} }];
    post.mockResolvedValue({
      error: { code: 'workday.notWeekend', title: '', status: 422, details },
      response: { ok: false, status: 422 },
    });
    page();
    fireEvent.click(await screen.findByRole('button', { name: 'Thêm ngày' }));
    await fill('24', 'Làm bù');
    const form = await dialog();
    const refused = /^Ngày này vốn là ngày làm việc/;
    await form.findByText(refused);
    const field = form.getByRole('button', { name: /^Ngày/ });
    expect(field.getAttribute('aria-invalid') ?? field.getAttribute('data-error')).toBe('true');
    fireEvent.change(form.getByLabelText(/Tên ngày/), { target: { value: 'Làm bù 2' } });
    expect(form.queryByText(refused)).toBeNull();
  });

  it('renames one', async () => {
    patch.mockResolvedValue({ ...ok, data: { ...national, name: 'Tết Độc lập' } });
    page();
    fireEvent.click(await screen.findByLabelText('Sửa tên Quốc khánh, 2/9/2026'));
    const form = await dialog();
    fireEvent.change(form.getByLabelText(/Tên ngày/), { target: { value: 'Tết Độc lập' } });
    fireEvent.click(form.getByText('Lưu'));
    await waitFor(() => expect(patch).toHaveBeenCalledTimes(1));
    expect(patch.mock.calls[0]?.[1]).toMatchObject({
      params: { path: { day: '2026-09-02' } },
      body: { name: 'Tết Độc lập' },
    });
  });

  it('takes one away only after reading what follows', async () => {
    remove.mockResolvedValue({ ...ok, data: { moved: [] } });
    page();
    fireEvent.click(await screen.findByLabelText('Gỡ Quốc khánh, 2/9/2026'));
    const form = await dialog();
    expect(form.getByText('Thứ Tư, 2/9/2026 lại là ngày làm việc.')).toBeTruthy();
    expect(form.getByText('Hạn của báo cáo chưa nộp sẽ tính lại.')).toBeTruthy();
    expect(remove).not.toHaveBeenCalled();
    fireEvent.click(form.getByText('Gỡ ngày này'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(remove.mock.calls[0]?.[1]).toMatchObject({ params: { path: { day: '2026-09-02' } } });
  });
});
