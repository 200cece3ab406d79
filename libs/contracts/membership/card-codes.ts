/**
 * Codes of member cards: made on a phone without network, changing every five minutes, checked by the server. A phone signs
 * with a key that never leaves it (ECDSA P-256); the server knows the other half. Web Crypto, free of zod: both sides share this.
 */
export const CARD_WINDOW_MS = 5 * 60_000;
/** A code is read a while after it was shown, and clocks of cheap phones differ. */
const NEIGHBOURS = [0, -1, 1] as const;

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGN = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** By what makes one: not every build of this file knows the browser's names. */
export type CardKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

export interface CardKeys {
  privateKey: CardKey;
  publicKey: CardKey;
}

export const cardWindow = (at: Date): number => Math.floor(at.getTime() / CARD_WINDOW_MS);
/** Whole minutes until the code changes by itself, at least one. */
export const minutesLeft = (at: Date): number =>
  Math.max(1, Math.ceil((CARD_WINDOW_MS - (at.getTime() % CARD_WINDOW_MS)) / 60_000));

/** The private half can not be taken out of the browser that made it. */
export const makeCardKey = (): Promise<CardKeys> => crypto.subtle.generateKey(KEY, false, ['sign', 'verify']);

/** What the server keeps: SPKI, base64url. */
export async function publicHalf({ publicKey }: Pick<CardKeys, 'publicKey'>): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)));
}

/** Behind the card's address: "k3f9a.<signature>". */
export async function cardStamp(key: CardKey, card: string, at: Date): Promise<string> {
  const window = cardWindow(at);
  const signed = await crypto.subtle.sign(SIGN, key, bytesOf(card, window));
  return `${window.toString(36)}.${toBase64Url(new Uint8Array(signed))}`;
}

const STAMP = /^([0-9a-z]{1,10})\.([\w-]{86})$/;

export type StampVerdict = 'fresh' | 'old' | 'forged';

/** @param publicKey as `publicHalf` gave it */
export async function checkStamp(publicKey: string, card: string, stamp: string, at: Date): Promise<StampVerdict> {
  const [, window36, signature] = STAMP.exec(stamp) ?? [];
  if (!window36 || !signature) return 'forged';
  const window = Number.parseInt(window36, 36);
  const key = await importPublic(publicKey);
  if (!(await crypto.subtle.verify(SIGN, key, fromBase64Url(signature), bytesOf(card, window)))) return 'forged';
  return NEIGHBOURS.some((step) => window === cardWindow(at) + step) ? 'fresh' : 'old';
}

/** @throws for what is no such key */
export const importPublic = (publicKey: string): Promise<CardKey> =>
  crypto.subtle.importKey('spki', fromBase64Url(publicKey), KEY, false, ['verify']);

const bytesOf = (card: string, window: number): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`TSC1.${card}.${window.toString(36)}`);

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
