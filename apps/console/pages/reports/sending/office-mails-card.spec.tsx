import { jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { client, queryClient } from '../../../api/client.ts';
import '../../../i18n/report-words.ts';
import { show, testId } from '../../../testing/render.tsx';
import { OfficeMailsCard } from './office-mails-card.tsx';
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
const report = { id: testId(9), steps, unit, version: 1, kind: 'monthly' as const };
const office = {
  name: 'Sở Nội vụ',
  line: 'Sở Nội vụ',
  isPerson: false,
  used: { id: testId(5), address: 'noivu@so.example', unit, from: '2022-06-21' },
  tried: null,
  earlier: [],
};
const shown = (mails: OfficeMail[], write: boolean) => {
  read.mockImplementation(((path: string) => {
    const data = path.endsWith('/recipients') ? { unit, canMail: true, offices: [office] } : mails;
    return Promise.resolve({ data, response });
  }) as never);
  return show(<OfficeMailsCard report={report} writes={write} />);
};
const card = (...mails: OfficeMail[]) => shown(mails, false);
const items = async () => (await screen.findAllByRole('listitem')).map((each) => within(each));

beforeEach(() => {
  queryClient.clear();
  read.mockReset();
  send.mockReset();
});

describe('the mails to the offices', () => {
  it('are named with office, address, version and state', async () => {
    card(mail({ version: 2 }), mail({ occasion: 'accepted', state: 'sent', sentAt: sent.sentAt }), sent);
    const [waits, accepted, submitted] = await items();
    for (const words of ['Huyện Triệu Sơn', 'vhtt@trieuson.example', 'Bản 2 đã nộp', 'Đang chờ gửi'])
      expect(waits?.getByText(words)).toBeTruthy();
    expect(accepted?.getByText('Bản 1 đã được nhận')).toBeTruthy();
    expect(submitted?.getByText('Đã gửi 21/6/2022 9:05')).toBeTruthy();
    expect(screen.getByText(/^Thư chỉ là bản sao/)).toBeTruthy();
  });

  it('that failed say why, and what to do', async () => {
    card(
      mail({ state: 'failed', failureCode: '550' }),
      mail({ version: 2, state: 'unknown', failureCode: 'worker_died' }),
    );
    const [failed, inDoubt] = await items();
    expect(failed?.getByText('Không gửi được')).toBeTruthy();
    expect(failed?.getByText(/^Không có hộp thư này\. Nhờ huyện Triệu Sơn sửa địa chỉ\./)).toBeTruthy();
    expect(failed?.getByText('Mã 550')).toBeTruthy();
    expect(inDoubt?.queryByText(/^Mã/)).toBeNull();
    expect(inDoubt?.getByText(/^Máy gửi bị ngắt giữa chừng\. Hỏi huyện Triệu Sơn đã nhận thư chưa\./)).toBeTruthy();
  });

  it('name an office of "Nơi nhận", what it got, and where its address is mended', async () => {
    const copy = { occasion: 'copy' as const, recipient: 'Sở Khoa học và Công nghệ' };
    card(
      mail({ ...copy, round: 2, isSigned: true, state: 'sent', sentAt: sent.sentAt }),
      mail({ ...copy, state: 'failed', failureCode: '550' }),
    );
    const [again, failed] = await items();
    expect(again?.getByText('Bản 1 gửi theo nơi nhận · lần 2 · tệp đã ký số')).toBeTruthy();
    expect(
      failed?.getByText(/^Không có hộp thư này\. Hỏi lại địa chỉ của Sở Khoa học và Công nghệ, sửa ở Quản trị/),
    ).toBeTruthy();
    expect(screen.queryByText('Gửi lại')).toBeNull();
  });

  it('go once more to one office: the newest round of the version that counts', async () => {
    const first = mail({ version: 1, state: 'failed', failureCode: '550' });
    const other = mail({ ...sent, id: testId(77), recipient: 'Phòng Văn hóa', occasion: 'copy' });
    send.mockResolvedValue({ response } as never);
    shown([{ ...first, id: testId(78), round: 2, state: 'due', failureCode: null }, first, other], true);
    (await screen.findByRole('button', { name: 'Gửi lại cho Phòng Văn hóa' })).click();
    await waitFor(() => expect(send).toHaveBeenCalledTimes(1));
    expect(send.mock.calls[0]?.[1]).toMatchObject({ body: { mailId: testId(77) } });
    expect(screen.getAllByText('Gửi lại')).toHaveLength(1);
    screen.getByText('Gửi cho Sở Nội vụ').click();
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    expect(send.mock.calls[1]?.[1]).toMatchObject({ body: { recipient: 'Sở Nội vụ' } });
  });

  it('are not spoken of where there are none', async () => {
    card();
    await waitFor(() => expect(read).toHaveBeenCalledTimes(1));
    expect(screen.queryByText('Thư tới hộp thư đơn vị')).toBeNull();
  });

  it('are asked for again when they could not be read', async () => {
    read.mockResolvedValue({ error: { code: 'platform.unexpected', status: 500 }, response } as never);
    show(<OfficeMailsCard report={report} writes={false} />);
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
  const at = (seconds: number) => Date.parse('2022-06-21T02:00:00Z') + seconds * 1000;
  expect(lookAgainMs([mail()], { steps }, at(3600))).toBe(15_000);
  expect(lookAgainMs([], { steps }, at(20))).toBe(5_000);
  expect(lookAgainMs([sent], { steps }, at(3600))).toBe(false);
});
