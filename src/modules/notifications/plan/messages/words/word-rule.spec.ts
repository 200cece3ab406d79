import type { RuleValue } from '#modules/organization';
import { wordMessage } from './word-message.ts';

const now = new Date('2026-11-24T01:12:00Z');
const told = (kind: RuleValue['kind'], held: RuleValue | null, value: RuleValue, language: 'vi' | 'en' = 'vi') =>
  wordMessage(
    'ruleAnnounced',
    {
      issuer: 'Tỉnh Thanh Hóa',
      basis: 'Kế hoạch 206/KH-UBND ngày 20/11/2026',
      rule: { kind, from: '2027-01-01', held, value },
    },
    language,
    now,
  );

it('says what was and what will be, whole, in the reader’s language', () => {
  const steps = { replyDays: 3, remindHours: 24, supporterHours: 48, callListHours: 72, remindEveryHours: 4 };
  const held: RuleValue = { kind: 'chase', ...steps, urgentPercent: 50 };
  expect(told('chase', held, { ...held, urgentPercent: 25 })).toEqual({
    title: 'Quy định đổi từ 1/1/2027: Thang nhắc',
    body: `Tỉnh Thanh Hóa đổi quy định này từ ngày 1/1/2027, theo Kế hoạch 206/KH-UBND ngày 20/11/2026.

Đang dùng: 24, 48, 72 giờ · trả lời trong 3 ngày · cách nhau ít nhất 4 giờ · việc gấp chờ 50%.
Từ ngày 1/1/2027: 24, 48, 72 giờ · trả lời trong 3 ngày · cách nhau ít nhất 4 giờ · việc gấp chờ 25%.`,
  });
  const committee = (affiliations: Extract<RuleValue, { kind: 'committee' }>['affiliations']): RuleValue => ({
    kind: 'committee',
    affiliations,
  });
  expect(told('committee', null, committee(['commune_chair']), 'en').body).toContain(
    'Now: not set.\nFrom 1 January 2027: 1 part · Commune chair.',
  );
  expect(told('period', null, { kind: 'period', windowStartDay: 15, dueBeforeDay: 25, shift: 'none' }).body).toMatch(
    /Đang dùng: chưa đặt\.\nTừ ngày 1\/1\/2027: 15 → 14, trước 25\.$/,
  );
});
