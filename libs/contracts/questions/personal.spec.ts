import { personalWarnings } from './personal.ts';
import type { Question } from './question-kinds.ts';

const codes = (label: string, kind: Question['kind'] = 'text', rest: Partial<Question> = {}) =>
  personalWarnings([{ id: 'q', kind, label, required: true, ...rest }]).map(({ code }) => code);
/** As who types no marks writes it. */
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

const personal: [string, Question['kind'], string][] = [
  ['Số căn cước công dân', 'text', 'identity'],
  ['Số CCCD của Tổ trưởng', 'whole', 'identity'],
  ['Ảnh chụp hộ chiếu', 'photo', 'identity'],
  ['Mã định danh cá nhân', 'text', 'identity'],
  ['Số tài khoản ngân hàng nhận hỗ trợ', 'text', 'account'],
  ['STK của thành viên', 'whole', 'account'],
  ['Tổ trưởng là đảng viên?', 'yesNo', 'party'],
  ['Họ tên đảng viên trong Tổ', 'text', 'party'],
  ['Ngày vào Đảng', 'day', 'party'],
  ['Tôn giáo', 'oneOf', 'religion'],
  ['Theo đạo gì', 'text', 'religion'],
  ['Tình trạng sức khỏe của ông bà', 'text', 'health'],
  ['Danh sách người khuyết tật', 'text', 'health'],
  ['Họ tên người bệnh', 'text', 'health'],
  ['Passport number', 'text', 'identity'],
];
it.each(personal)('%s (%s) asks for %s', (label, kind, code) => {
  expect(codes(label, kind)).toEqual([code]);
  expect(codes(bare(label), kind)).toEqual([code]);
  expect(codes(label.toUpperCase(), kind)).toEqual([code]);
});

/** Figures, places and what teams help with. */
const harmless: [string, Question['kind'], Partial<Question>?][] = [
  ['Số người được hướng dẫn trong tháng 11', 'whole', { unit: 'người' }],
  ['Số tài khoản thanh toán đã mở mới', 'whole'],
  ['Số tài khoản VNeID', 'whole', { unit: 'tài khoản' }],
  ['Số thẻ căn cước đã cấp', 'whole'],
  ['Số đảng viên tham gia Tổ', 'whole'],
  ['Tổ có hướng dẫn làm căn cước không?', 'yesNo'],
  ['Sổ sức khỏe điện tử: có ai hỏi không?', 'yesNo'],
  ['Số người khuyết tật được giúp tại nhà', 'whole'],
  ['Bệnh viện gần nhất có Wi-Fi không?', 'yesNo'],
  ['Cơ sở tôn giáo có điểm hỗ trợ số không?', 'yesNo'],
  ['Ảnh điểm hỗ trợ (không chụp căn cước)', 'photo'],
  ['Khó khăn, đề xuất', 'text'],
  ['Căn cứ của kế hoạch', 'text'],
];
it.each(harmless)('%s (%s) asks for nobody’s data', (label, kind, rest) => {
  expect(codes(label, kind, rest)).toEqual([]);
  expect(codes(bare(label), kind, rest)).toEqual([]);
});

it('looks into rows and columns of a table, not into choices and hints', () => {
  const key = (label: string) => ({ key: 'k', label });
  const rows = [key('Hộ 1')];
  const column = { ...key('Số CCCD chủ hộ'), kind: 'whole' as const };
  expect(codes('Danh sách hộ', 'table', { rows, columns: [column] })).toEqual(['identity']);
  expect(codes('Danh sách hộ', 'table', { rows, columns: [{ ...column, label: 'Số người' }] })).toEqual([]);
  expect(
    codes('Dân hỏi việc gì?', 'someOf', { choices: [key('Làm căn cước')], hint: 'Không ghi số căn cước' }),
  ).toEqual([]);
});
