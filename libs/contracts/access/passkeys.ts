/** Keys of a machine, a telephone or a USB stick (WebAuthn): shown beside a password, in place of a code. */
import { z } from 'zod';
import { id, instant } from '../primitives.ts';
import { route } from '../route.ts';

/** Base64url, as browsers give bytes. */
const bytes = (most: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(most);
const keyId = bytes(1_400);
const kind = z.literal('public-key');
const name = z.string().trim().min(1).max(60);

/** What a key has signed: the JSON of the browser's PublicKeyCredential. */
export const Assertion = z
  .object({
    id: keyId,
    rawId: keyId,
    type: kind,
    response: z.object({
      clientDataJSON: bytes(4_000),
      authenticatorData: bytes(4_000),
      signature: bytes(4_000),
      userHandle: bytes(200).optional(),
    }),
  })
  .meta({ id: 'KeyAssertion' });
export type Assertion = z.output<typeof Assertion>;

/** A key that was made. */
export const Attestation = z
  .object({
    id: keyId,
    rawId: keyId,
    type: kind,
    response: z.object({
      clientDataJSON: bytes(4_000),
      attestationObject: bytes(24_000),
      transports: z.array(z.string().max(20)).max(10).optional(),
    }),
  })
  .meta({ id: 'KeyAttestation' });
export type Attestation = z.output<typeof Attestation>;

const Descriptor = z.object({ type: kind, id: z.string(), transports: z.array(z.string()) });
const required = z.literal('required');

/** One of a person's own keys. */
export const Passkey = z
  .object({ id, name: z.string(), madeAt: instant, usedAt: instant.nullable() })
  .meta({ id: 'Passkey' });

export const passkeyRoutes = {
  askPasskey: route({
    method: 'POST',
    path: '/session/passkey',
    summary:
      'What one of my keys has to sign, to come in or before what weighs much; worth one answer within five minutes',
    access: 'self',
    status: 200,
    response: z
      .object({
        challenge: z.string(),
        rpId: z.string(),
        timeout: z.int(),
        userVerification: required,
        allowCredentials: z.array(Descriptor),
      })
      .meta({ id: 'KeyQuestion' }),
  }),
  startPasskey: route({
    method: 'POST',
    path: '/me/passkeys/start',
    summary: 'Of what the browser is to make a key; worth one answer within five minutes',
    access: 'self',
    status: 200,
    response: z
      .object({
        challenge: z.string(),
        rp: z.object({ id: z.string(), name: z.string() }),
        user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
        pubKeyCredParams: z.array(z.object({ type: kind, alg: z.int() })),
        timeout: z.int(),
        attestation: z.literal('none'),
        excludeCredentials: z.array(Descriptor),
        authenticatorSelection: z.object({
          residentKey: z.literal('discouraged'),
          requireResidentKey: z.boolean(),
          userVerification: required,
        }),
      })
      .meta({ id: 'KeyOffer' }),
  }),
  addPasskey: route({
    method: 'POST',
    path: '/me/passkeys',
    summary: 'A key that was made; as my first second factor it ends my other sessions and gives ten codes for paper',
    access: 'self',
    status: 201,
    body: z.strictObject({ name, credential: Attestation }).meta({ id: 'AddPasskey' }),
    response: z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'AddedPasskey' }),
  }),
  renamePasskey: route({
    method: 'PATCH',
    path: '/me/passkeys/{passkeyId}',
    summary: 'What I call one of my keys',
    access: 'self',
    status: 204,
    body: z.strictObject({ name }).meta({ id: 'RenamePasskey' }),
  }),
  removePasskey: route({
    method: 'DELETE',
    path: '/me/passkeys/{passkeyId}',
    summary: 'Take one of my keys off; the last one is the second factor itself',
    access: 'self',
    status: 204,
  }),
};
