/**
 * What a person means who answers in the chat. Words are compared without marks and case, since phones often write
 * without them; anything that is no command is a quick report.
 */
import { type ReportedLine, readQuickReport } from '../telegram/quick-report-text.ts';

export type ChatIntent =
  | { kind: 'accept' }
  /** With the reason, when one was written behind the word. */
  | { kind: 'decline'; reason?: string }
  /** To a session to which one is invited. */
  | { kind: 'attend' | 'skip' }
  /** An invite's code: ties this account to a person of the roster. */
  | { kind: 'link'; code: string }
  | { kind: 'unlink' }
  /** `lines` where every line is a number and words, as in "5 lượt dịch vụ công". */
  | { kind: 'report'; text: string; lines?: ReportedLine[] };

const accepts = new Set(['nhan', 'nhan viec', 'dong y', 'ok', 'oke', 'okay', 'yes', 'accept', 'da nhan', 'toi nhan']);
const DECLINE = /^(tu choi|khong nhan|xin khong nhan|decline)(?:[\s:,.-]+|$)/;
const ATTEND = /^(toi )?(se |xin )?(tham du|tham gia|di duoc|dang ky|attend)[.!\s]*$/;
const SKIP = /^(toi )?(khong (di|tham du|tham gia)( duoc)?|xin vang|cannot come)(?:[\s:,.-]+|$)/;
const LINK = /^li[eê]n ?k[eế]t[\s:]+([\w-]{8,64})$/iu;
const UNLINK = /^(huylienket|huy lien ket)$/;

export function understand(text: string): ChatIntent {
  const written = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const link = LINK.exec(written)?.[1];
  if (link) return { kind: 'link', code: link };
  const plain = fold(written);
  if (accepts.has(plain.replace(/[.!\s]+$/, ''))) return { kind: 'accept' };
  if (UNLINK.test(plain)) return { kind: 'unlink' };
  if (ATTEND.test(plain)) return { kind: 'attend' };
  if (SKIP.test(plain)) return { kind: 'skip' };
  const decline = DECLINE.exec(plain);
  if (!decline) return report(text);
  const reason = written.slice(decline[0].length).trim();
  return reason ? { kind: 'decline', reason } : { kind: 'decline' };
}

function report(text: string): ChatIntent {
  const lines = readQuickReport(text);
  return { kind: 'report', text: text.trim(), ...(lines && { lines }) };
}

/** One letter stays one letter, so that places in the folded text are places in the written one. */
function fold(text: string): string {
  return [...text]
    .map((letter) => letter.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase())
    .join('');
}
