import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { client } from '../../api/client.ts';
import { show, testId } from '../../testing/render.tsx';
import { AnswerCard } from './answer-card.tsx';
import { HoldsCard } from './holds-card.tsx';
import { RequestHead } from './request-head.tsx';
import type { DataRequest } from './use-data-requests.ts';

const request = (part: Partial<DataRequest> = {}): DataRequest => ({
  id: testId(50),
  code: 'YC-0031',
  kind: 'erase',
  person: { id: testId(51), fullName: 'Nguyễn Thị Lành', position: null },
  unit: { id: testId(52), kind: 'commune', name: 'Thọ Bình', fullName: 'Xã Thọ Bình' },
  source: 'app',
  receivedAt: '2026-11-23T02:20:00Z',
  dueOn: '2026-11-25',
  daysLeft: 1,
  verified: true,
  owner: { id: testId(53), fullName: 'Vũ Minh Châu', position: null },
  escalatedAt: null,
  outcome: null,
  answeredAt: null,
  place: 'Thôn 3, Xã Thọ Bình',
  leftOn: '2026-10-29',
  phoneEnd: '412',
  verification: { at: '2026-11-23T07:02:00Z', how: 'account', by: null },
  words: null,
  wish: { fullName: null, phone: null },
  holds: [
    { kind: 'contact', count: 2, erasure: 'erase' },
    { kind: 'work', count: 46, erasure: 'unname' },
    { kind: 'looks', count: 7, erasure: 'keep' },
  ],
  erasing: null,
  waits: null,
  planned: null,
  lacking: [],
  isOwn: false,
  answer: null,
  answeredBy: null,
  stops: [],
  ...part,
});
const ok = { response: { ok: true, status: 200 } };
const post = jest.spyOn(client, 'POST') as unknown as jest.Mock<(path: string, init: unknown) => Promise<unknown>>;
beforeEach(() => {
  post.mockReset();
  post.mockResolvedValue({ ...ok, data: request() });
});
const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement;

describe('a request to be erased', () => {
  it('says of each line what becomes of it and why, and with which words it is answered', async () => {
    show(<HoldsCard request={request()} />);
    await screen.findByText('Không còn là thành viên từ 30/10/2026');
    expect(screen.getByText('Tổng của xã không đổi')).toBeTruthy();
    expect(screen.getByText('Giữ có hạn')).toBeTruthy();
    expect(screen.getByText('55')).toBeTruthy();
  });

  it('is erased with the answer that stands there', async () => {
    show(<AnswerCard request={request()} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Xóa và trả lời' }));
    await waitFor(() =>
      expect(post.mock.calls[0]).toMatchObject([
        '/data-requests/{requestId}/erase',
        { body: { answer: expect.stringContaining('Đã xóa: Số điện thoại') } },
      ]),
    );
  });

  it('is not, while nobody knows who asks; an officer says how they made sure', async () => {
    const unsure = request({ verified: false, verification: null, erasing: 'unverified' });
    show(
      <>
        <RequestHead request={unsure} />
        <AnswerCard request={unsure} />
      </>,
    );
    await screen.findByText('Chưa rõ có đúng người không.');
    expect(button('Xóa và trả lời').disabled).toBe(true);
    fireEvent.click(button('Đã gọi số cuối 412'));
    await waitFor(() =>
      expect(post.mock.calls[0]).toMatchObject(['/data-requests/{requestId}/verify', { body: { how: 'called' } }]),
    );
  });

  it('is refused with a reason only', async () => {
    show(<AnswerCard request={request()} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Từ chối, nêu lý do' }));
    const dialog = await screen.findByRole('dialog');
    const send = dialog.querySelector('button[type="submit"]') as HTMLButtonElement;
    expect(send.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText(/Lý do, người gửi đọc được/), { target: { value: 'Đang còn việc' } });
    fireEvent.click(send);
    await waitFor(() =>
      expect(post.mock.calls[0]).toMatchObject([
        '/data-requests/{requestId}/refuse',
        { body: { reason: 'Đang còn việc' } },
      ]),
    );
  });
});

it('gives who asks to see it a copy on paper, once it is sure who asks', async () => {
  show(
    <>
      <HoldsCard request={request({ kind: 'view', verified: false })} />
      <HoldsCard request={request({ kind: 'view', outcome: 'answered' })} />
      <HoldsCard request={request({ kind: 'erase' })} />
    </>,
  );
  await screen.findByText('Xác minh xong mới in được');
  expect(screen.queryByRole('button')).toBeNull();
  show(<HoldsCard request={request({ kind: 'view' })} />);
  await screen.findByRole('button', { name: 'Xem bản người dân đọc được' });
});

it('corrects in the same moment as it answers, unless the officer says not', async () => {
  show(<AnswerCard request={request({ kind: 'correct', wish: { fullName: 'Nguyễn Thị Lanh', phone: null } })} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Sửa và trả lời' }));
  await waitFor(() => expect(post.mock.calls[0]?.[1]).toMatchObject({ body: { apply: true, stops: [] } }));
});

it('stops what the officer ticks', async () => {
  show(<AnswerCard request={request({ kind: 'object' })} />);
  fireEvent.change(await screen.findByLabelText('Trả lời'), { target: { value: 'Đã dừng' } });
  fireEvent.click(screen.getByLabelText('Ảnh trên thẻ thành viên'));
  fireEvent.click(button('Trả lời'));
  await waitFor(() => expect(post.mock.calls[0]?.[1]).toMatchObject({ body: { stops: ['cardPhoto'] } }));
});
