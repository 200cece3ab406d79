/**
 * What a person means who answers in the chat. Words are compared without marks and case, since phones often write
 * without them; anything that is no command is a quick report.
 */
import { foldLetters } from '#i18n/fold';
import type { DayWords } from './day-words.ts';
import { type ReportedLine, readReport } from './typed-report.ts';

export type ChatIntent =
  | { kind: 'accept' }
  /** With the reason, when one was written behind the word. */
  | { kind: 'decline'; reason?: string }
  /** To a session to which one is invited. */
  | { kind: 'attend' | 'skip' }
  /** An invite's code: ties this account to a person of the roster. */
  | { kind: 'link'; code: string }
  | { kind: 'unlink' }
  /** "Khó khăn: sóng yếu"; what it is may still be missing. */
  | { kind: 'difficulty'; text: string }
  /** `lines` where all of it is numbers with words, as in "hôm qua 5 lượt dịch vụ công, 3 hộ lên sàn". */
  | { kind: 'report'; text: string; lines?: ReportedLine[]; day?: DayWords };

const accepts = new Set(['nhan', 'nhan viec', 'dong y', 'ok', 'oke', 'okay', 'yes', 'accept', 'da nhan', 'toi nhan']);
const DECLINE = /^(tu choi|khong nhan|xin khong nhan|decline)(?:[\s:,.-]+|$)/;
const ATTEND = /^(toi )?(se |xin )?(tham du|tham gia|di duoc|dang ky|attend)[.!\s]*$/;
const SKIP = /^(toi )?(khong (di|tham du|tham gia)( duoc)?|xin vang|cannot come)(?:[\s:,.-]+|$)/;
const LINK = /^li[eê]n ?k[eế]t[\s:]+([\w-]{8,64})$/iu;
const DIFFICULTY = /^(?:(?:bao |co |gap |dang |bi )*(?:kho khan|vuong mac)|gap kho)(?:[\s:,.-]+|$)/;
const UNLINK = /^(huylienket|huy lien ket)$/;

export function understand(text: string): ChatIntent {
  const written = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const link = LINK.exec(written)?.[1];
  if (link) return { kind: 'link', code: link };
  const plain = foldLetters(written);
  if (accepts.has(plain.replace(/[.!\s]+$/, ''))) return { kind: 'accept' };
  if (UNLINK.test(plain)) return { kind: 'unlink' };
  if (ATTEND.test(plain)) return { kind: 'attend' };
  if (SKIP.test(plain)) return { kind: 'skip' };
  const difficulty = DIFFICULTY.exec(plain);
  if (difficulty) return { kind: 'difficulty', text: written.slice(difficulty[0].length).trim() };
  const decline = DECLINE.exec(plain);
  if (!decline) return report(text);
  const reason = written.slice(decline[0].length).trim();
  return reason ? { kind: 'decline', reason } : { kind: 'decline' };
}

function report(text: string): ChatIntent {
  return { kind: 'report', text: text.trim(), ...readReport(text) };
}
