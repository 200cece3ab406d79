import { eventMessages } from '../index.ts';
import type { MessageParams } from '../message-definition.ts';
import { SHORT_SIGNS, wordShort } from './word-short.ts';

const now = new Date('2022-11-18T00:42:00Z');
const at = { startsAt: '2022-11-18T07:00:00Z', endsAt: '2022-11-18T09:30:00Z', place: 'Nhà văn hóa' };
const session = { ...at, provider: 'VNPT', trainer: 'Hà', bring: null, version: 2 };
const long: MessageParams = {
  title: 'Giúp bà con nộp hồ sơ trực tuyến mức độ toàn trình trong tháng 11',
  team: 'Tổ công nghệ số cộng đồng khu phố Nguyễn Thị Minh Khai',
  actor: 'Công Tằng Tôn Nữ Nguyễn Thị Thanh Tuyền',
  issuer: 'Ủy ban nhân dân xã Minh Sơn',
  name: 'Mật ong rừng tràm Hợp tác xã Đồng Tiến',
  target: 1_200_000,
  count: 1_200_000,
  dueOn: '2023-11-24',
  until: '2023-12-31',
  kind: 'difficultyKind.signal',
  rule: { kind: 'reply', from: '2023-12-01', value: { kind: 'reply', days: 2 }, held: null },
  send: { kind: 'teamReminder', title: 'Hỗ trợ 120 hộ nộp hồ sơ trực tuyến tháng 11', places: 120, sent: 118 },
  session: { ...session, before: { ...at, startsAt: '2022-11-18T06:00:00Z' } },
};
const report = {
  id: null,
  title: null,
  month: '2022-11',
  unit: 'Ủy ban nhân dân xã Minh Sơn',
  receiver: 'Ủy ban nhân dân huyện Triệu Sơn',
  dueOn: '2022-11-24',
  workingDayOn: '2022-11-24',
  version: 1,
};

it.each(['vi', 'en'] as const)(
  'is one line of at most 24 signs for every kind, whatever it tells of: %s',
  (language) => {
    for (const { kind } of eventMessages)
      for (const params of [long, { ...long, report }, {}]) {
        const line = wordShort(kind, params, language, now);
        expect({ kind, line, fits: [...line].length <= SHORT_SIGNS }).toEqual({ kind, line, fits: true });
        expect({ kind, line }).not.toEqual({ kind, line: '' });
        if (params !== undefined && Object.keys(params).length > 0 && 'report' in params)
          expect(line).not.toMatch(/[{}]/);
      }
  },
);

it('cuts between words and says the essential first', () => {
  expect(wordShort('taskAssigned', { title: 'Đưa sản phẩm OCOP lên sàn' }, 'vi', now)).toBe('Việc mới: Đưa sản phẩm…');
  expect(wordShort('taskAssigned', { title: 'Cài VNeID' }, 'vi', now)).toBe('Việc mới: Cài VNeID');
  expect(wordShort('trainingMoved', long, 'vi', now)).toBe('Tập huấn đổi sang 14:00');
  expect(wordShort('trainingMoved', { session: { ...session, before: at } }, 'vi', now)).toBe('Tập huấn đổi chỗ học');
  expect(wordShort('difficultyAnswered', { kind: 'difficultyKind.signal' }, 'vi', now)).toBe('Có trả lời: sóng yếu');
});
