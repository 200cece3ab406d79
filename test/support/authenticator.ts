/** An authenticator as it lies on a phone: it is shown the secret once, and has a code for each moment. */
import { routes } from '#contracts';
import { codeOf, stepAt } from '../../src/modules/membership/identity/second-factor/totp.ts';
import type { TestApp } from './app.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export type Authenticator = (at: Date) => string;

/** @param secret base32, spaces allowed */
export function authenticator(secret: string): Authenticator {
  const bits = [...secret.replace(/\s/g, '')].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  return (at) => codeOf(Buffer.from(bytes), stepAt(at));
}

/** Gives a person a second factor; its code of this moment is used by that. */
export async function enrol(app: TestApp, token: string): Promise<{ code: () => string; recoveryCodes: string[] }> {
  const { body: begun } = await app.call(routes.startSecondFactor, { token, body: {} });
  const read = authenticator(begun.secret);
  const code = () => read(app.clock.now());
  const { body } = await app.call(routes.confirmSecondFactor, { token, body: { code: code() } });
  return { code, recoveryCodes: body.recoveryCodes };
}
