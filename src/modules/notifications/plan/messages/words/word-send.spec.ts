import { wordMessage } from './word-message.ts';
import type { SendParams } from '../message-definition.ts';

const now = new Date('2026-11-24T01:12:00Z');
const asked = (kind: SendParams['kind'], title: string, language: 'vi' | 'en' = 'vi') =>
  wordMessage(
    'sendAsked',
    { actor: 'Lê Văn Bảy', count: 36, send: { kind, title, places: 12, sent: null } },
    language,
    now,
  );
const approved = (sent: number | null) =>
  wordMessage(
    'sendApproved',
    { actor: 'Lê Văn Bảy', send: { kind: 'campaign', title: 'Phụ lục 1', places: 12, sent } },
    'vi',
    now,
  ).body;

it('says what waits and to how many it goes: teams, or units that are asked', () => {
  expect(asked('order', 'Cài VNeID')).toMatchObject({
    title: 'Chờ bạn duyệt: Cài VNeID',
    body: expect.stringMatching(/^Lê Văn Bảy trình gửi 12 tổ, 36 người\./u),
  });
  expect(asked('reportReminder', '2026-10')).toMatchObject({
    title: 'Chờ bạn duyệt: nhắc nộp báo cáo tháng 10',
    body: expect.stringContaining('12 đơn vị'),
  });
  expect(asked('groupNames', '', 'en').title).toBe('To be approved by you: the right names of groups');
});

it('says to how many it went where that is not how many it was', () => {
  expect(approved(12)).toBe('Lê Văn Bảy đã duyệt. Đã gửi 12 đơn vị.');
  expect(approved(10)).toMatch(/Đã gửi 10 đơn vị\.\n\nLúc trình là 12 đơn vị/u);
});
