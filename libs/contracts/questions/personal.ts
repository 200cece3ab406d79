/**
 * Questions that no form asks: identity papers, account numbers, party membership, religion, the health of a named person (law
 * 91/2025 on personal data). How many people of a place have something is a figure, not data of a person: counts are let through.
 */
import { isNumberKind, type Question } from './question-kinds.ts';

export const personalCodes = ['identity', 'account', 'party', 'religion', 'health'] as const;
export type PersonalCode = (typeof personalCodes)[number];
export interface PersonalWarning {
  question: string;
  code: PersonalCode;
}

/** As who types no marks: contracts know no words of libs/i18n. */
const plain = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** "(không ghi số căn cước)" asks for the opposite. */
const refused = / (khong|dung|chua|do not|never) (ghi|hoi|can|nhap|chup|ke|gui|write|ask|enter|send) .*$/;
/** How many, not which. */
const counting =
  / (so luong|so nguoi|so ho|so the|so luot|tong so|bao nhieu|ty le|da mo|mo moi|duoc mo|da cap|duoc cap|da tao|kich hoat|da co|so dang vien|number of|how many|opened) /;
const person =
  / (ho (va )?ten|ten (nguoi|cua)|danh sach|tung nguoi|cua (ong|ba|anh|chi|em|ban|chau|nguoi|to truong|to pho|thanh vien)|ong ba|ong|thanh vien|to truong|to pho|nguoi (benh|tra loi|khai|duoc giup)|ban co|anh chi|name|named|your|his|her) /;

const words: Record<PersonalCode, RegExp> = {
  identity:
    / (cccd|cmnd|cmtnd|can cuoc|chung minh nhan dan|chung minh thu|chung minh quan doi|ho chieu|so dinh danh|ma dinh danh|identity (card|paper|number)|id card|passport) /,
  account:
    / (so tai khoan|stk|so tk|so the (ngan hang|atm|tin dung|ghi no)|tai khoan ngan hang so|account (number|no)|card number|iban) /,
  party: / (dang vien|ngay vao dang|vao dang|the dang|chi bo dang|party member(ship)?) /,
  religion: / (ton giao|tin nguong|theo dao|dao phat|cong giao|thien chua giao|tin lanh|cao dai|religion|religious) /,
  health:
    / (suc khoe|benh|benh an|benh tat|chan doan|khuyet tat|mang thai|co thai|hiv|tam than|nghien|nhom mau|health|illness|disease|disability|pregnan(t|cy)) /,
};
/** Of the same words what is no person's: the electronic health book, places. */
const harmless: Partial<Record<PersonalCode, RegExp>> = {
  health: / (so suc khoe( dien tu)?|benh vien|tram y te|health (book|record app)) /g,
  religion: / co so (ton giao|tin nguong) /g,
};

/** Of numbers a column of counts is let through; a number of a paper has no unit. */
function codesOf(label: string, question: Question, unit: string | undefined): PersonalCode[] {
  const text = plain(label).replace(refused, ' ');
  const isNumber = isNumberKind(question.kind) || question.kind === 'table';
  const isCount = isNumber && (unit !== undefined || counting.test(text));
  return personalCodes.filter((code) => {
    const rest = harmless[code] ? text.replace(harmless[code], ' ') : text;
    if (!words[code].test(rest)) return false;
    if (code === 'health') return !isNumber && person.test(rest);
    return code === 'identity' || code === 'account' ? !isCount && !isPlace(rest, question) : !isNumber;
  });
}

/** Whether a place helps with it, said by yes or no: "Tổ có hướng dẫn làm căn cước không?" */
const isPlace = (text: string, { kind }: Question): boolean =>
  (kind === 'yesNo' || kind === 'someOf' || kind === 'oneOf') &&
  !/ (so (can cuoc|cccd|cmnd|tai khoan|dinh danh)|stk) /.test(text);

/** In the order of the questions, each code once for each; hints and choices say what is meant, they do not ask. */
export function personalWarnings(questions: readonly Question[]): PersonalWarning[] {
  return questions.flatMap((question) => {
    const { id, label, unit, rows = [], columns = [] } = question;
    const codes = [
      ...codesOf(label, question, question.kind === 'table' ? '' : unit),
      ...rows.flatMap((row) => codesOf(row.label, question, undefined)),
      ...columns.flatMap((column) => codesOf(column.label, question, column.unit)),
    ];
    return [...new Set(codes)].map((code) => ({ question: id, code }));
  });
}
