/**
 * Codes of six digits by RFC 6238: HMAC-SHA-1 over the count of steps of thirty seconds since 1970, cut as RFC 4226 says.
 * SHA-1, six digits and thirty seconds are what every authenticator takes; some take nothing else.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const STEP_MS = 30_000;
/** A phone's clock may be so many steps off, either way. */
const SKEW = 1;
/** As long as the hash, as RFC 4226 recommends. */
const SECRET_BYTES = 20;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const newSecret = (): Buffer => randomBytes(SECRET_BYTES);

export const stepAt = (at: Date): number => Math.floor(at.getTime() / STEP_MS);

export function codeOf(secret: Buffer, step: number): string {
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(count).digest();
  const at = mac.readUInt8(mac.length - 1) & 0x0f;
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/**
 * The step whose code this is, later than the last one that was used: a code that somebody has read over a shoulder is worth
 * nothing. All steps are compared, however early one fits.
 */
export function stepOf(secret: Buffer, code: string, now: Date, lastStep: number | null): number | undefined {
  const here = stepAt(now);
  const typed = Buffer.from(code);
  const fitting = [];
  for (let step = here - SKEW; step <= here + SKEW; step++) {
    const expected = Buffer.from(codeOf(secret, step));
    if (typed.length === expected.length && timingSafeEqual(typed, expected)) fitting.push(step);
  }
  return fitting.find((step) => lastStep === null || step > lastStep);
}

/** RFC 4648 without padding: what an authenticator takes when it cannot read the picture. */
export function base32(secret: Buffer): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('');
}

/** What the picture holds; the authenticator names its line "Tổ Số: Lê Thanh Sơn". */
export function enrolmentLink(secret: Buffer, fullName: string): string {
  const issuer = encodeURIComponent('Tổ Số');
  return `otpauth://totp/${issuer}:${encodeURIComponent(fullName)}?secret=${base32(secret)}&issuer=${issuer}`;
}
