/** What is typed to come in: the whole link, its code, or the six letters of a slip. */
import { slipCodeIn } from '#contracts/access/slip-codes';
import { take } from '#client';
import { uuid } from '#client/uuid';
import { inviteCodeIn } from '#host/invite-code';
import { api } from '../api.ts';
import { read, write } from '../local.ts';

/** Undefined for what is none of them. */
export function typedCode(text: string): { code: string } | { slipCode: string } | undefined {
  const slipCode = slipCodeIn(text);
  if (slipCode) return { slipCode };
  const code = inviteCodeIn(text) ?? (/^[\w-]{16,128}$/.test(text.trim()) ? text.trim() : undefined);
  return code ? { code } : undefined;
}

/** A name that this phone keeps for itself: wrong letters are counted by it too. */
function ownName(): string {
  const kept = read('slip.device');
  if (typeof kept === 'string') return kept;
  const name = uuid();
  write('slip.device', name);
  return name;
}

/** The code of the invite; letters are asked at the server. @throws ApiError of wrong letters, and of too many of them */
export async function inviteOf(typed: { code: string } | { slipCode: string }): Promise<string> {
  if ('code' in typed) return typed.code;
  return (await take(api.POST('/invite-codes', { body: { slipCode: typed.slipCode, device: ownName() } }))).code;
}
