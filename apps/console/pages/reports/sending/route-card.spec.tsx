import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { client, queryClient } from '../../../api/client.ts';
import { show, testId } from '../../../testing/render.tsx';
import { RouteCard } from './route-card.tsx';
import { lookAgainMs, type OfficeMail, troubleOf } from './office-mails.ts';

const unit = { id: testId(3), kind: 'district' as const, name: 'Triệu Sơn', fullName: 'Huyện Triệu Sơn' };
let made = 100;
const mail = (part: Partial<OfficeMail> = {}): OfficeMail => ({
  id: testId(made++),
  recipient: null,
  round: 1,
  isSigned: false,
  version: 1,
  occasion: 'submitted',
  unit,
  address: 'vhtt@trieuson.example',
  state: 'due',
  sentAt: null,
  failureCode: null,
  ...part,
});
const sent = mail({ state: 'sent', sentAt: '2022-06-21T02:05:00Z' });
const steps = [
  { kind: 'submitted' as const, at: '2022-06-21T02:00:00Z', by: null, version: 1, note: null, daysLate: 0 },
];
/** jsdom has no Response: what of it is read. */
const response = { ok: true, status: 200, headers: { get: () => null } };
const read = jest.spyOn(client, 'GET');
const send = jest.spyOn(client, 'POST');
const receiver = { unit, address: 'vhtt@trieuson.example' };
const office = (name: string, part = {}) => ({ name, isPerson: false, address: null as string | null, ...part });
const sender = { id: testId(4), kind: 'commune' as const, name: 'Minh Sơn', fullName: 'Xã Minh Sơn' };
const approval = { isNeeded: false, asked: null, approvers: [], refused: null };
const report = {
  id: testId(9),
  steps,
  state: 'submitted' as const,
  unit: sender,
  receiver: unit,
  version: 1,
  kind: 'monthly' as const,
  approval,
};
const way = { canMail: true, receiver: receiver as typeof receiver | null, offices: [] as ReturnType<typeof office>[] };

interface Told {
  mails?: OfficeMail[];
  of?: Partial<typeof report | { state: 'draft'; approval: object }>;
  route?: Partial<typeof way>;
  writes?: boolean;
}
const card = ({ mails = [], of = {}, route = {}, writes = false }: Told = {}) => {
  read.mockImplementation(((path: string) => {
    const data = path.endsWith('/route') ? { ...way, ...route } : mails;
    return Promise.resolve({ data, response });
  }) as never);
  return show(<RouteCard report={{ ...report, ...(of as object) }} writes={writes} />);
};
const items = async () => {
  await screen.findByText('Gửi tới');
  return [...document.querySelectorAll<HTMLElement>('.office-mails > li')].map((each) => within(each));
};

beforeEach(() => {
  queryClient.clear();
  read.mockReset();
  send.mockReset();
});

describe('the route of a report', () => {
  it('says before it is sent who approves it, who receives it, and which way each recipient gets it', async () => {
    const chair = { id: testId(1), fullName: 'Lê Đình Phúc' };
    const offices = [
      office('Sở Khoa học và Công nghệ', { address: 'vanthu@so.example' }),
      office('Phòng Văn hóa'),
      office('Chủ tịch UBND huyện', { isPerson: true }),
    ];
    card({
      of: { state: 'draft', approval: { ...approval, isNeeded: true, approvers: [chair] } },
      route: { offices },
      writes: true,
    });
    const [district, science, culture, chairman] = await items();
    expect(screen.getByText('người duyệt: Lê Đình Phúc')).toBeTruthy();
    expect(screen.getByText('tiếp nhận, tổng hợp')).toBeTruthy();
    expect(district?.getByText('Nhận trong hệ thống, kèm thư tới vhtt@trieuson.example')).toBeTruthy();
    expect(science?.getByText('Nhận bằng thư tới vanthu@so.example')).toBeTruthy();
    expect(culture?.getByText('Chưa có hộp thư đã thử, phải chuyển bản in')).toBeTruthy();
    expect(chairman?.getByText('Đọc bản in tại cơ quan')).toBeTruthy();
    expect(screen.getByText(/^Bản nộp ở đây là bản chính\./)).toBeTruthy();
    expect(screen.getByText('Sửa nơi nhận, hộp thư')).toBeTruthy();
  });

  it('says what became of each mail, the newest first and the others when they are asked for', async () => {
    const older = mail({ state: 'failed', failureCode: '550', address: 'cu@trieuson.example' });
    card({ mails: [mail({ version: 2, state: 'sent', sentAt: sent.sentAt }), older] });
    const [district] = await items();
    expect(district?.getByText('Bản 2 đã nộp')).toBeTruthy();
    expect(district?.getByText('Đã gửi 21/6/2022 9:05')).toBeTruthy();
    fireEvent.click(screen.getByText('Thư trước (1)'));
    expect(district?.getByText(/^Bản 1 đã nộp · cu@trieuson\.example · Không gửi được/)).toBeTruthy();
    expect(screen.getByText(/Thư chỉ là bản sao/)).toBeTruthy();
  });

  it('says of a mail that failed why, and what to do', async () => {
    card({
      mails: [
        mail({ state: 'failed', failureCode: '550' }),
        mail({ occasion: 'accepted', unit: sender, state: 'unknown', failureCode: 'worker_died' }),
      ],
    });
    const [failed, inDoubt] = await items();
    expect(failed?.getByText(/^Không có hộp thư này\. Nhờ huyện Triệu Sơn sửa địa chỉ\./)).toBeTruthy();
    expect(failed?.getByText('Mã 550')).toBeTruthy();
    expect(inDoubt?.queryByText(/^Mã/)).toBeNull();
    expect(inDoubt?.getByText(/^Máy gửi bị ngắt giữa chừng\. Hỏi xã Minh Sơn đã nhận thư chưa\./)).toBeTruthy();
  });

  it('goes once more to one office: the newest round of the version that counts', async () => {
    const copy = { occasion: 'copy' as const, unit: sender };
    const known = office('Sở Nội vụ', { address: 'noivu@so.example' });
    const culture = office('Phòng Văn hóa', { address: 'vhtt@phong.example' });
    const first = mail({ version: 1, state: 'failed', failureCode: '550' });
    const other = mail({ ...sent, ...copy, id: testId(77), recipient: culture.name, address: 'vhtt@phong.example' });
    send.mockResolvedValue({ response } as never);
    card({
      mails: [{ ...first, id: testId(78), round: 2, state: 'due', failureCode: null }, first, other],
      route: { offices: [culture, known] },
      writes: true,
    });
    (await screen.findByRole('button', { name: 'Gửi lại cho Phòng Văn hóa' })).click();
    await waitFor(() => expect(send).toHaveBeenCalledTimes(1));
    expect(send.mock.calls[0]?.[1]).toMatchObject({ body: { mailId: testId(77) } });
    expect(screen.getAllByText('Gửi lại')).toHaveLength(1);
    screen.getByText('Gửi cho Sở Nội vụ').click();
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    expect(send.mock.calls[1]?.[1]).toMatchObject({ body: { recipient: 'Sở Nội vụ' } });
  });

  it('is only read by the office that receives it', async () => {
    card({ mails: [sent], route: { offices: [office('Sở Nội vụ', { address: 'noivu@so.example' })] } });
    await items();
    expect(screen.queryByText(/^Gửi (lại|cho)/)).toBeNull();
    expect(screen.queryByText('Sửa nơi nhận, hộp thư')).toBeNull();
  });

  it('says that all go by hand where the server has no mail, and that nobody is named where nobody is', async () => {
    card({ route: { canMail: false, receiver: null, offices: [office('Sở Nội vụ', { address: 'x@so.example' })] } });
    const [only] = await items();
    expect(only?.getByText('Máy chủ chưa nối thư điện tử, phải chuyển bản in')).toBeTruthy();
    queryClient.clear();
    card({ route: { receiver: null } });
    await screen.findByText('Chưa ghi nơi nhận nào.');
  });

  it('is asked for again when it could not be read', async () => {
    read.mockResolvedValue({ error: { code: 'platform.unexpected', status: 500 }, response } as never);
    show(<RouteCard report={report} writes={false} />);
    await screen.findByText('Thử lại');
  });
});

it.each([
  ['due', null, undefined, undefined],
  ['due', '451', 'mail.why.busy', 'mail.do.waits'],
  ['due', 'channel_held', 'mail.why.held', 'mail.do.held'],
  ['failed', 'bad_address', 'mail.why.mailbox', 'mail.do.address'],
  ['failed', '535', 'mail.why.login', 'mail.do.byHand'],
  ['failed', '554', 'mail.why.refused', 'mail.do.byHand'],
  ['failed', '552', 'mail.why.full', 'mail.do.byHand'],
  ['failed', 'expired', 'mail.why.expired', 'mail.do.byHand'],
  ['failed', 'ECONNREFUSED', 'mail.why.noAnswer', 'mail.do.byHand'],
  ['unknown', 'ETIMEDOUT', 'mail.why.noAnswer', 'mail.do.ask'],
  ['failed', null, 'mail.why.other', 'mail.do.byHand'],
] as const)('a mail that is %s with %s: %s, %s', (state, failureCode, why, act) => {
  const trouble = troubleOf(mail({ state, failureCode }));
  expect([trouble?.why, trouble?.act]).toEqual([why, act]);
});

it('looks again while a mail is on its way or may yet come', () => {
  expect(lookAgainMs([mail()], 0, 3_600_000)).toBe(15_000);
  expect(lookAgainMs([], 3_580_000, 3_600_000)).toBe(5_000);
  expect(lookAgainMs([sent], 0, 3_600_000)).toBe(false);
});
