/**
 * Codes of check-in: made and checked on phones without network, and again on the server. Each lives one minute. A
 * session's secret gives the trainer's rotating code and every person's key; a person's phone holds only its own key.
 * Web Crypto, free of zod: the mini-app and the server share this file.
 */
export const WINDOW_MS = 60_000;
/** Clocks of cheap phones differ: one window before and after is taken. */
const NEIGHBOURS = [0, -1, 1] as const;

export interface MemberCode {
  kind: 'member';
  sessionId: string;
  personId: string;
  window: number;
  mac: string;
}
export interface SessionCode {
  kind: 'session';
  sessionId: string;
  window: number;
  mac: string;
}

export const windowOf = (at: Date): number => Math.floor(at.getTime() / WINDOW_MS);
/** Milliseconds until the code changes by itself. */
export const lifeLeft = (at: Date): number => WINDOW_MS - (at.getTime() % WINDOW_MS);

/** @param secret 32 bytes, base64url */
export function personKey(secret: string, personId: string): Promise<string> {
  return mac(secret, `person:${personId.toLowerCase()}`, 32);
}

/** What a member's phone shows. @param key from `personKey` */
export async function memberCode(key: string, sessionId: string, personId: string, at: Date): Promise<string> {
  const window = windowOf(at);
  return ['TSM1', sessionId, personId, window.toString(36), await mac(key, `member:${window}`, 12)].join('.');
}

/** What the trainer's phone shows. */
export async function sessionCode(secret: string, sessionId: string, at: Date): Promise<string> {
  const window = windowOf(at);
  return ['TSD1', sessionId, window.toString(36), await mac(secret, `door:${window}`, 12)].join('.');
}

/** Read aloud where nothing can be scanned. */
export async function sixDigits(key: string, at: Date): Promise<string> {
  return digitsOf(key, windowOf(at));
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const MEMBER = new RegExp(`^TSM1\\.(${UUID})\\.(${UUID})\\.([0-9a-z]{1,10})\\.([\\w-]{16})$`, 'i');
const DOOR = new RegExp(`^TSD1\\.(${UUID})\\.([0-9a-z]{1,10})\\.([\\w-]{16})$`, 'i');

/** Shape only; undefined for anything that is no code of ours. */
export function readCode(text: string): MemberCode | SessionCode | undefined {
  const [, sessionId, personId, window, signed] = MEMBER.exec(text) ?? [];
  if (sessionId && personId && window && signed)
    return {
      kind: 'member',
      sessionId: lower(sessionId),
      personId: lower(personId),
      window: base36(window),
      mac: signed,
    };
  const [, ofSession, at, sign] = DOOR.exec(text) ?? [];
  if (ofSession && at && sign) return { kind: 'session', sessionId: lower(ofSession), window: base36(at), mac: sign };
  return undefined;
}

export type CodeRefusal = 'not_a_code' | 'other_session' | 'stale' | 'forged';

/** @param at when it was scanned, as the scanning phone says */
export async function checkMemberCode(
  text: string,
  { secret, sessionId, at }: { secret: string; sessionId: string; at: Date },
): Promise<{ ok: true; personId: string } | { ok: false; why: CodeRefusal }> {
  const code = readCode(text);
  if (code?.kind !== 'member') return { ok: false, why: 'not_a_code' };
  if (code.sessionId !== lower(sessionId)) return { ok: false, why: 'other_session' };
  const expected = await mac(await personKey(secret, code.personId), `member:${code.window}`, 12);
  if (!same(code.mac, expected)) return { ok: false, why: 'forged' };
  return isFresh(code.window, at) ? { ok: true, personId: code.personId } : { ok: false, why: 'stale' };
}

export async function checkSessionCode(
  text: string,
  { secret, sessionId, at }: { secret: string; sessionId: string; at: Date },
): Promise<{ ok: true } | { ok: false; why: CodeRefusal }> {
  const code = readCode(text);
  if (code?.kind !== 'session') return { ok: false, why: 'not_a_code' };
  if (code.sessionId !== lower(sessionId)) return { ok: false, why: 'other_session' };
  if (!same(code.mac, await mac(secret, `door:${code.window}`, 12))) return { ok: false, why: 'forged' };
  return isFresh(code.window, at) ? { ok: true } : { ok: false, why: 'stale' };
}

/** Whose digits these are at this moment; undefined when nobody's or, by chance, more than one person's. */
export async function personOfDigits(
  digits: string,
  { secret, personIds, at }: { secret: string; personIds: readonly string[]; at: Date },
): Promise<string | undefined> {
  if (!/^\d{6}$/.test(digits)) return undefined;
  const found = new Set<string>();
  for (const personId of personIds) {
    const key = await personKey(secret, personId);
    for (const step of NEIGHBOURS) if (digits === (await digitsOf(key, windowOf(at) + step))) found.add(personId);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

function isFresh(window: number, at: Date): boolean {
  return NEIGHBOURS.some((step) => window === windowOf(at) + step);
}

async function digitsOf(key: string, window: number): Promise<string> {
  const bytes = await sign(key, `digits:${window}`);
  const offset = (bytes.at(-1) as number) & 15;
  const number = new DataView(bytes.buffer, bytes.byteOffset + offset, 4).getUint32(0) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

async function mac(key: string, text: string, length: number): Promise<string> {
  return toBase64Url((await sign(key, text)).subarray(0, length));
}

async function sign(key: string, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const hmac = await crypto.subtle.importKey('raw', fromBase64Url(key), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', hmac, new TextEncoder().encode(text)));
}

/** The time it takes tells nothing of how much was right. */
function same(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

const lower = (text: string): string => text.toLowerCase();
const base36 = (text: string): number => Number.parseInt(text, 36);

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
