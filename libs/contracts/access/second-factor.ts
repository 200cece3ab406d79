/** The second factor: an authenticator's codes, keys, and ten codes on paper for the day on which the phone is gone. */
import { z } from 'zod';
import { day, instant, reason } from '../primitives.ts';
import { route } from '../route.ts';
import { Me } from './access.ts';
import { Assertion, Passkey } from './passkeys.ts';

/** Six digits of the authenticator, or a code from paper. */
const code = z.string().trim().min(6).max(40);
const shown = z.strictObject({ code }).meta({ id: 'ShownCode' });
const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

/** But for lifting none of these is a command: answers of commands are kept, and secrets and codes must be known to their owner only. */
export const secondFactorRoutes = {
  proveSignIn: route({
    method: 'POST',
    path: '/session/code',
    summary: 'The second half of a sign-in: the code or the key that its session waits for makes it whole',
    access: 'self',
    status: 200,
    body: z
      .strictObject({ code: code.optional(), passkey: Assertion.optional() })
      .refine(({ code, passkey }) => (code === undefined) !== (passkey === undefined), {
        path: ['code'],
        error: 'access.oneProof',
      })
      .meta({ id: 'ShownFactor' }),
    response: z.object({ expiresAt: instant, me: Me }).meta({ id: 'ProvenSignIn' }),
  }),
  showProof: route({
    method: 'POST',
    path: '/me/proof',
    summary: 'It is I: the code or the key, or the password of who has neither; holds for ten minutes in this session',
    access: 'self',
    status: 204,
    body: z
      .strictObject({
        code: code.optional(),
        passkey: Assertion.optional(),
        password: z.string().min(1).max(200).optional(),
      })
      .refine((shown) => Object.values(shown).filter((one) => one !== undefined).length === 1, {
        path: ['code'],
        error: 'access.oneProof',
      })
      .meta({ id: 'Proof' }),
  }),
  mySecondFactor: route({
    method: 'GET',
    path: '/me/second-factor',
    summary: 'Whether I have a second factor, and how many codes on paper are left',
    access: 'self',
    response: z
      .object({
        /** Null without one. */
        since: instant.nullable(),
        recoveryLeft: z.int(),
        /** The first day on which a rule asks me for one; null: never, as far as is known. */
        requiredFrom: day.nullable(),
        /** Whether codes of six digits are part of it. */
        authenticator: z.boolean(),
        passkeys: z.array(Passkey),
        /** False where browsers make no keys: without TLS, or at an address without a name. */
        keysOffered: z.boolean(),
      })
      .meta({ id: 'MySecondFactor' }),
  }),
  startSecondFactor: route({
    method: 'POST',
    path: '/me/second-factor',
    summary: 'A secret for my authenticator; it counts from its first code on, and one that I have goes on until then',
    access: 'self',
    status: 201,
    response: z
      .object({
        /** Base32, for typing. */
        secret: z.string(),
        /** What the picture holds: it opens the authenticator of the same phone. */
        link: z.string(),
        qrSvg: z.string(),
        /** How the authenticator calls its new line. */
        name: z.string(),
      })
      .meta({ id: 'SecondFactorSecret' }),
  }),
  confirmSecondFactor: route({
    method: 'POST',
    path: '/me/second-factor/confirm',
    summary: 'The first code: the second factor counts from now on; ends my other sessions, gives ten codes for paper',
    access: 'self',
    status: 200,
    body: shown,
    response: RecoveryCodes,
  }),
  renewRecoveryCodes: route({
    method: 'POST',
    path: '/me/second-factor/recovery-codes',
    summary: 'Ten new codes for paper; the old ones end',
    access: 'self',
    status: 200,
    response: RecoveryCodes,
  }),
  endSecondFactor: route({
    method: 'POST',
    path: '/me/second-factor/end',
    summary: 'I do without a second factor again, keys included',
    access: 'self',
    status: 204,
  }),
  liftSecondFactor: route({
    method: 'POST',
    path: '/people/{personId}/second-factor/lift',
    summary:
      'Phone and paper are lost: an administrator above the person takes the second factor off, and they are told',
    access: 'post.manage',
    status: 204,
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'LiftSecondFactor' }),
  }),
};
