import { Notifications, notifications } from '@mantine/notifications';
import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { client } from '../../api/client.ts';
import type { Answer } from '../../api/use-command.ts';
import { show, testId } from '../../testing/render.tsx';
import { BulkAct, type BulkActProps, type Run } from './bulk-act.tsx';
import type { Outcome, Preview } from './outcome.ts';

const person = (n: number, fullName: string) => ({ id: testId(n), fullName, position: null });
const preview: Preview = {
  count: 2,
  people: 3,
  routes: [
    { route: 'zalo-oa', people: 2 },
    { route: 'none', people: 1 },
  ],
  told: [
    {
      id: testId(1),
      name: 'Thôn 1',
      people: [
        { person: person(11, 'Lê Thị Hợi'), isStandIn: false, route: 'zalo-oa' },
        { person: person(12, 'Lê Văn Bảy'), isStandIn: true, route: 'none' },
      ],
    },
    { id: testId(2), name: 'Thôn 2', people: [] },
  ],
  left: [{ id: testId(3), name: 'Thôn 3', why: 'extension_open' }],
  leftCount: 1,
  holdSeconds: 60,
};
const ok = (outcome: Partial<Outcome>): Answer<Outcome> => ({
  data: { done: 2, failed: [], act: null, ...outcome },
  response: { ok: true, status: 200 } as Response,
});
const act = { id: testId(9), until: '2026-11-25T03:01:00.000Z' };

type Send = jest.Mock<(run: Run) => Promise<Answer<Outcome>>>;
function open(changes: Partial<BulkActProps> = {}, send: Send = jest.fn(async () => ok({}))) {
  const onClose = jest.fn();
  show(
    <>
      <Notifications />
      <BulkAct
        title="Nhắc tổ im lặng"
        label={(n) => `Nhắc ${n} tổ`}
        done={(n) => `Đã nhắc ${n} tổ.`}
        preview={{ data: preview }}
        send={send}
        touches={[]}
        onClose={onClose}
        {...changes}
      />
    </>,
  );
  return { send, onClose };
}
const button = (name: string) => screen.findByRole('button', { name }) as Promise<HTMLButtonElement>;

afterEach(() => {
  notifications.clean();
  jest.restoreAllMocks();
});

describe('before one act on many', () => {
  it('says how many, who is told and how, who is left alone and why, and how long it can be taken back', async () => {
    open();
    await button('Nhắc 2 tổ');
    for (const text of ['Báo cho 3 người', 'Thôn 1', 'đang xin lùi hạn, chờ xã trả lời', 'Để yên 1 nơi'])
      expect(screen.getByText(text)).toBeTruthy();
    expect(screen.getByText(/Lê Văn Bảy \(người thay\)/u)).toBeTruthy();
    expect(screen.getByText('1 người không có đường nào, phải gọi điện.')).toBeTruthy();
    expect(screen.getByText('Có 60 giây để thu hồi; tin chờ hết 60 giây mới gửi đi.')).toBeTruthy();
  });

  it('says that it cannot be taken back where nothing is held', async () => {
    open({ preview: { data: { ...preview, holdSeconds: 0 } } });
    await screen.findByText('Tin đi ngay, không thu hồi được.');
  });

  it('has nothing to press where nobody is left', async () => {
    open({ preview: { data: { ...preview, count: 0, people: 0, told: [], routes: [] } } });
    await screen.findByText('Không còn nơi nào phải làm.');
    expect((await button('Nhắc 0 tổ')).disabled).toBe(true);
  });

  it('names what it cannot be done for, with the way to it, and says when that is all', async () => {
    const alsoLeft = [{ id: testId(4), name: 'Thôn 4', why: 'còn 1 tổ', link: <a href="#4">Mở riêng</a> }];
    const none = { ...preview, count: 0, people: 0, told: [], routes: [] };
    open({ preview: { data: none }, alsoLeft });
    await screen.findByText('Chưa làm được nơi nào, lý do ở dưới.');
    for (const text of ['Để yên 2 nơi', 'còn 1 tổ', 'Mở riêng']) expect(screen.getByText(text)).toBeTruthy();
    expect((await button('Nhắc 0 tổ')).disabled).toBe(true);
  });

  it('waits for the network', async () => {
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    open();
    await screen.findByText('Mất mạng nên chưa làm được. Có mạng lại thì bấm.');
    expect((await button('Nhắc 2 tổ')).disabled).toBe(true);
    online.mockReturnValue(true);
    fireEvent(window, new Event('online'));
    await waitFor(async () => expect((await button('Nhắc 2 tổ')).disabled).toBe(false));
  });
});

describe('an act on more than a rule allows', () => {
  const second = { ask: { kind: 'groupNames', unitId: testId(5) }, to: 'teams' } as const;
  const rule = (approvers: ReturnType<typeof person>[]) => ({ measure: 'teams' as const, above: 1, approvers });
  const waiting = (approvers: ReturnType<typeof person>[]) => ({
    second,
    preview: { data: { ...preview, secondApproval: rule(approvers) } },
  });

  it('is not done but asked for, of whom the rule names', async () => {
    const post = jest.spyOn(client, 'POST');
    post.mockResolvedValue({ data: { id: testId(7) }, response: { ok: true, status: 201 } } as never);
    const { send } = open(waiting([person(21, 'Đỗ Thị Vân')]));
    await screen.findByText(/trên 1 tổ.*Duyệt được: Đỗ Thị Vân\./u);
    expect(screen.queryByText(/để thu hồi/u)).toBeNull();
    fireEvent.click(await button('Trình duyệt'));
    await screen.findByText('Đã trình. Chưa ai nhận tin cho đến khi được duyệt.');
    expect(post.mock.calls[0]).toMatchObject(['/send-requests', { body: second.ask }]);
    expect(send).not.toHaveBeenCalled();
  });

  it('has nothing to press where nobody else could approve it', async () => {
    open(waiting([]));
    await screen.findByText(/chưa có ai khác duyệt được/u);
    expect((await button('Trình duyệt')).disabled).toBe(true);
  });
});

describe('one act on many', () => {
  it('is done once however often it is pressed, and is taken back from below', async () => {
    const restore = jest.spyOn(client, 'DELETE');
    restore.mockResolvedValue({ data: { restored: 2, kept: [] }, response: { ok: true, status: 200 } } as never);
    const { send, onClose } = open(
      {},
      jest.fn(async () => ok({ act })),
    );
    const press = await button('Nhắc 2 tổ');
    fireEvent.click(press);
    fireEvent.click(press);
    await screen.findByText('Đã nhắc 2 tổ.');
    expect([send.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 1]);
    expect(screen.getByLabelText('còn 60 giây')).toBeTruthy();
    fireEvent.click(await button('Thu hồi'));
    await screen.findByText('Đã thu hồi, 2 nơi trở lại như trước.');
    expect(restore.mock.calls[0]).toMatchObject(['/me/acts/{actId}', { params: { path: { actId: act.id } } }]);
  });

  it('says for how many somebody else was quicker', async () => {
    open(
      {},
      jest.fn(async () => ok({ done: 1 })),
    );
    fireEvent.click(await button('Nhắc 2 tổ'));
    await screen.findByText('Đã nhắc 1 tổ. 1 nơi vừa có người khác làm.');
  });

  it('names what was refused, and tries the rest again', async () => {
    const refused = { id: testId(2), name: 'Thôn 2', why: 'mất mạng', again: true };
    const send: Send = jest.fn(async ({ only }: Run) => ok(only ? { done: 1 } : { done: 1, failed: [refused] }));
    const { onClose } = open({}, send);
    fireEvent.click(await button('Nhắc 2 tổ'));
    await screen.findByText('1 nơi chưa làm được');
    expect([screen.getByText('mất mạng') !== null, onClose.mock.calls.length]).toEqual([true, 0]);
    fireEvent.click(await button('Thử lại phần còn lại'));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(send.mock.calls.map(([{ only }]) => only)).toEqual([undefined, [refused.id]]);
  });

  it('stays open when no answer came, and is the same command when it is pressed again', async () => {
    let tries = 0;
    const send: Send = jest.fn(async () => {
      if (tries++ === 0) throw new TypeError('Failed to fetch');
      return ok({});
    });
    const { onClose } = open({}, send);
    fireEvent.click(await button('Nhắc 2 tổ'));
    await screen.findByRole('alert');
    fireEvent.click(await button('Nhắc 2 tổ'));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    const [first, second] = send.mock.calls.map(([{ header }]) => header['Idempotency-Key']);
    expect(second).toBe(first);
  });
});
