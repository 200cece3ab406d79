/** What lets somebody in whose phone is gone: ten codes on paper, each of which works once. */
import { createHash, randomInt } from 'node:crypto';
import { TRACE_LETTERS } from '#contracts/access/trace-code';

export const RECOVERY_CODES = 10;
/** Sixty bits: their hashes are of no use to whoever reads a backup. */
const LENGTH = 12;
const GROUP = /.{4}/g;

const written = (letters: string): string => (letters.match(GROUP) ?? []).join('-');

/** "K7QX-M2PD-9RWT" */
export function newRecoveryCodes(): string[] {
  const letter = () => TRACE_LETTERS.charAt(randomInt(TRACE_LETTERS.length));
  return Array.from({ length: RECOVERY_CODES }, () => written(Array.from({ length: LENGTH }, letter).join('')));
}

/** A code as somebody typed it: small, with spaces or other dashes; undefined when it is none. */
export function readRecoveryCode(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[\s\p{Pd}._]/gu, '');
  const isCode = letters.length === LENGTH && [...letters].every((letter) => TRACE_LETTERS.includes(letter));
  return isCode ? written(letters) : undefined;
}

/** Bound to the factor that it stands in for, so that no two people's codes have the same hash. */
export function hashRecoveryCode(factorId: string, code: string): Buffer {
  return createHash('sha256').update(`${factorId} ${code}`).digest();
}
