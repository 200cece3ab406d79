/** What a member's phone can tell of a session's code by itself; whether it is true, only the server knows. */
import { type CodeRefusal, readCode, windowOf } from '#contracts/training/check-in-codes';

export function refusalOfSessionCode(text: string, sessionId: string, at: number): CodeRefusal | undefined {
  const code = readCode(text);
  if (code?.kind !== 'session') return 'not_a_code';
  if (code.sessionId !== sessionId.toLowerCase()) return 'other_session';
  return Math.abs(code.window - windowOf(new Date(at))) > 1 ? 'stale' : undefined;
}
