import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { client, queryClient } from '../../api/client.ts';
import type { Post } from '../../api/me.tsx';
import { officer, show, testId } from '../../testing/render.tsx';
import type { Odd, OddList } from './odd-facts.ts';
import { OddFiguresView } from './odd-figures-view.tsx';
import { OddNote } from './odd-note.tsx';

const ok = { response: { ok: true, status: 200, headers: { get: () => null } } };
const read = jest.spyOn(client, 'GET') as unknown as jest.Mock<(...args: unknown[]) => Promise<unknown>>;
const post = jest.spyOn(client, 'POST') as unknown as typeof read;
const province = { id: testId(2), kind: 'province' as const, name: 'Thanh Hóa', fullName: 'tỉnh Thanh Hóa' };
const above: Post = { ...officer, role: 'province_officer', unit: province, ancestors: [province] };

const odd = {
  id: testId(50),
  unit: { id: testId(4), kind: 'commune', name: 'Thọ Phú', fullName: 'xã Thọ Phú' },
  month: '2022-11',
  reportId: testId(60),
  version: 1,
  indicator: { code: 'CQ02', name: 'Hồ sơ nộp có tổ hỗ trợ', nameEn: 'Files submitted with help' },
  value: 2_340,
  usual: { low: 210, high: 262 },
  effect: { difference: 2_106, share: 0.048, total: 45_880 },
  reasons: [{ check: 'ownPast', reason: 'ownPast.tenfold', params: { times: 10, months: 11, middle: 234 } }],
  state: 'open',
  asked: null,
  answered: null,
  dismissed: null,
  may: { decide: true, answer: false },
} as unknown as Odd;
const by = { id: testId(9), fullName: 'Hà Văn Páo', position: null };
const at = '2022-12-01T00:52:00Z';
const asked: Odd = { ...odd, state: 'asked', asked: { by, at, question: 'Có thừa một số 0 không?' } };
const answered: Odd = { ...asked, state: 'answered', answered: { by, at, answer: 'Số này đúng.' } };
const listOf = (items: Odd[]): OddList => ({
  unit: province,
  month: '2022-11',
  looked: { at, communes: 166, figures: 3_818 },
  counts: { open: items.filter(({ state }) => state === 'open').length, asked: 0, answered: 0, dismissed: 0 },
  items,
  left: 0,
});
const set = jest.fn();
const view = (items: Odd[], figure?: string) =>
  show(<OddFiguresView list={listOf(items)} at={{ filter: 'all', figure, set }} />, above);

beforeEach(() => {
  queryClient.clear();
  for (const one of [read, post, set]) one.mockReset();
  read.mockResolvedValue({ ...ok, data: { ...odd, past: [{ month: '2022-10', value: 234 }] } });
});

it('says what is odd, why, and what it does to the sum; nothing is chosen beforehand', async () => {
  view([odd]);
  const row = within((await screen.findByText('Thọ Phú')).closest('tr') as HTMLElement);
  for (const words of ['2.340', '210–262', '+2.106', '+4,8%']) expect(row.getByText(words)).toBeTruthy();
  expect(row.getByText('Gấp 10 mức của chính xã trong 11 kỳ (234). Có thể thừa một số 0.')).toBeTruthy();
  expect(screen.getByText('1 số nên hỏi lại trước khi nhận tháng 11/2022')).toBeTruthy();
  expect(screen.getByText('Chọn một số để xem các kỳ trước.')).toBeTruthy();
  fireEvent.click(row.getByRole('button', { name: 'Xem Thọ Phú, Hồ sơ nộp có tổ hỗ trợ' }));
  expect(set).toHaveBeenCalledWith({ figure: odd.id });
});

it('asks with the question that stands ready', async () => {
  post.mockResolvedValue({ ...ok, data: asked });
  view([odd]);
  fireEvent.click(await screen.findByRole('button', { name: 'Hỏi lại' }));
  const dialog = within(await screen.findByRole('dialog'));
  const question = 'Hồ sơ nộp có tổ hỗ trợ tháng 11/2022 là 2.340, thường từ 210 đến 262. Số này có đúng không?';
  expect((dialog.getByLabelText(/Hỏi lại xã/) as HTMLTextAreaElement).value).toBe(question);
  fireEvent.click(dialog.getByRole('button', { name: 'Hỏi lại' }));
  await waitFor(() => expect(post).toHaveBeenCalledTimes(1));
  expect(post.mock.calls[0]?.slice(0, 2)).toMatchObject([
    '/odd-figures/{oddFigureId}/ask',
    { params: { path: { oddFigureId: odd.id } }, body: { question } },
  ]);
});

it('shows the figure that is chosen with its past and the sum without it', async () => {
  view([odd], odd.id);
  expect(await screen.findByLabelText('10/2022: 234')).toBeTruthy();
  expect(screen.getByText('Nếu đúng là 234, số cộng của tỉnh 45.880 còn 43.774.')).toBeTruthy();
  expect(screen.getByText('Chính xã chưa đủ 6 kỳ, chỉ so với xã cùng cỡ.')).toBeTruthy();
});

it('says that nothing is odd, and when it was looked at', async () => {
  view([]);
  expect(await screen.findByText('Không số nào lạ.')).toBeTruthy();
  expect(screen.getByText(/^Đã xem 3\.818 số lúc/)).toBeTruthy();
});

it('stands beside the figure of a report, where the one asked answers', async () => {
  post.mockResolvedValue({ ...ok, data: answered });
  show(<OddNote odd={{ ...asked, may: { decide: false, answer: true } }} />, officer);
  expect(await screen.findByText(/Có thừa một số 0 không\?/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Trả lời' }));
  const dialog = within(await screen.findByRole('dialog'));
  const send = dialog.getByRole('button', { name: 'Trả lời' }) as HTMLButtonElement;
  expect(send.disabled).toBe(true);
  fireEvent.change(dialog.getByLabelText(/Số này đúng hay sai/), { target: { value: 'Số này đúng.' } });
  fireEvent.click(send);
  await waitFor(() => expect(post.mock.calls[0]?.[1]).toMatchObject({ body: { answer: 'Số này đúng.' } }));
});

it('shows the answer with who gave it', async () => {
  view([answered]);
  expect(await screen.findByText(/“Số này đúng\.”/)).toBeTruthy();
  expect(screen.getByText(/^Hà Văn Páo, /)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Nhận 2.340' })).toBeTruthy();
});

it('says one usual number once, and a sum that grows many times over as so many times', async () => {
  view([{ ...odd, usual: { low: 0, high: 0 }, effect: { difference: 2_340, share: 37.74, total: 2_402 } }]);
  const row = within((await screen.findByText('Thọ Phú')).closest('tr') as HTMLElement);
  for (const words of ['0', '+2.340', 'gấp 39 lần']) expect(row.getByText(words)).toBeTruthy();
});
