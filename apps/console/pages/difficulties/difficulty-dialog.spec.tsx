import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { client, queryClient } from '../../api/client.ts';
import { me, officer, show, testId } from '../../testing/render.tsx';
import { DifficultyDialog } from './difficulty-dialog.tsx';
import type { Difficulty } from './difficulty-facts.ts';

const row = (part: Partial<Difficulty> = {}): Difficulty => ({
  id: testId(30),
  kind: 'signal',
  text: 'Sóng yếu ở cuối thôn',
  team: { id: testId(31), name: 'Tổ Thôn 8' },
  taskId: null,
  by: { id: testId(32), fullName: 'Lê Văn An', position: null },
  at: '2026-11-20T03:00:00Z',
  answer: null,
  answeredAt: null,
  answeredBy: null,
  owner: null,
  dueOn: '2026-11-27',
  escalatedAt: null,
  publishedAt: null,
  ...part,
});
const known = {
  id: testId(40),
  kind: 'signal',
  text: 'Sóng yếu',
  answer: 'Dùng Wi-Fi nhà văn hóa.',
  answeredAt: '2026-10-01T00:00:00Z',
};
const company = { id: testId(41), name: 'Viễn thông Triệu Sơn', contact: null };
const close = jest.fn();
const ok = { response: { ok: true, status: 200 } };
const post = jest.spyOn(client, 'POST') as unknown as jest.Mock<(path: string, init: unknown) => Promise<unknown>>;

beforeEach(() => {
  post.mockReset();
  post.mockResolvedValue({ ...ok, data: row() });
  const of = { params: { path: { unitId: officer.unit.id } } };
  queryClient.setQueryData(['get', '/units/{unitId}/know-how', of, 'pages'], {
    pages: [{ items: [known], total: 1, nextCursor: null }],
    pageParams: [null],
  });
  queryClient.setQueryData(
    ['get', '/difficulties/{difficultyId}/providers', { params: { path: { difficultyId: row().id } } }],
    [company],
  );
  close.mockReset();
});
const sent = () => post.mock.calls.map(([path]) => path);

describe('a difficulty', () => {
  it('is taken on, and passed up by a commune', async () => {
    show(<DifficultyDialog row={row()} onClose={close} />);
    fireEvent.click(await screen.findByText('Nhận xử lý'));
    await waitFor(() => expect(sent()).toEqual(['/difficulties/{difficultyId}/take']));
    fireEvent.click(screen.getByText('Chuyển lên cấp trên'));
    await waitFor(() => expect(sent()).toContain('/difficulties/{difficultyId}/pass-up'));
    expect(screen.getByText('còn 2 ngày')).toBeTruthy();
  });

  it('is passed up once', async () => {
    const above = row({ escalatedAt: '2026-11-24T01:00:00Z', owner: { ...me.person, position: null } });
    show(<DifficultyDialog row={above} onClose={close} />);
    await screen.findByText('Đã chuyển lên');
    fireEvent.click(screen.getByText('Chuyển Viễn thông Triệu Sơn'));
    await waitFor(() => expect(post.mock.calls[0]?.[1]).toMatchObject({ body: { providerId: company.id } }));
    expect(screen.queryByText('Chuyển lên cấp trên')).toBeNull();
    expect(screen.queryByText('Nhận xử lý')).toBeNull();
  });

  it('is answered with what was answered before, and published when asked', async () => {
    show(<DifficultyDialog row={row()} onClose={close} />);
    const send = (await screen.findByText('Gửi trả lời')).closest('button') as HTMLButtonElement;
    expect(send.disabled).toBe(true);
    fireEvent.click(await screen.findByText('Dùng câu này'));
    fireEvent.click(screen.getByLabelText('Đưa vào cách làm chung để tổ khác cùng đọc'));
    fireEvent.click(send);
    await waitFor(() => expect(close).toHaveBeenCalledTimes(1));
    expect(post.mock.calls[0]?.[1]).toMatchObject({
      body: { answer: 'Dùng Wi-Fi nhà văn hóa.', publish: true, title: 'Sóng yếu ở cuối thôn' },
    });
  });

  it('that is answered is only read', async () => {
    const done = row({
      answer: 'Đã báo nhà mạng.',
      answeredAt: '2026-11-22T00:00:00Z',
      publishedAt: '2026-11-22T00:00:00Z',
      steps: [
        { kind: 'passed_on', at: '2026-11-20T03:00:00Z', by: null, text: null, provider: company, promisedOn: null },
        {
          kind: 'answered',
          at: '2026-11-22T00:00:00Z',
          by: { ...me.person, position: null },
          text: 'Đã báo nhà mạng.',
          provider: null,
          promisedOn: '2026-11-24',
        },
      ],
    });
    show(<DifficultyDialog row={done} onClose={close} />);
    await screen.findByText('Đã báo nhà mạng.');
    screen.getByText('Máy chuyển Viễn thông Triệu Sơn, đơn vị phủ sóng nơi đó');
    screen.getByText(/^Hẹn xong đến hết ngày 24/);
    expect(screen.queryByText('Gửi trả lời')).toBeNull();
    expect(screen.getByText(/trong cách làm chung/)).toBeTruthy();
    fireEvent.click(screen.getByText('Rút khỏi cách làm chung'));
    await waitFor(() => expect(sent()).toEqual(['/difficulties/{difficultyId}/withdraw-answer']));
  });

  it('that was answered for its team alone is opened to the others later, under a title', async () => {
    show(<DifficultyDialog row={row({ answer: 'Đã báo nhà mạng.' })} onClose={close} />);
    const title = await screen.findByLabelText('Tên cách làm, để tổ khác tìm thấy');
    fireEvent.change(title, { target: { value: 'Sóng yếu thì báo ai' } });
    fireEvent.click(screen.getByText('Đưa vào cách làm chung'));
    await waitFor(() => expect(post.mock.calls[0]?.[1]).toMatchObject({ body: { title: 'Sóng yếu thì báo ai' } }));
  });
});
