/**
 * Accounts of messaging platforms that belong to a person. An account proves itself by the host's signed launch data or
 * token; which person it is, is proved by an invite, by a phone number that exactly one roster row has, or by an officer.
 */
import { z } from 'zod';
import { SessionAnswer } from './access.ts';
import { accountProofs, accountSpaces } from '../enums.ts';
import { id, instant, page, pageQuery, PersonRef, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';

const device = z.string().max(200).optional();
/** Names one proven account that no person has yet, for fifteen minutes; useless on another device's behalf. */
const ticket = z.string().min(20).max(200);

/** Exactly one of the two: signed in, or a proven account that nobody has yet. */
export const HostSignIn = z
  .object({
    session: SessionAnswer.nullable(),
    link: z
      .object({ ticket: z.string(), space: z.enum(accountSpaces), expiresAt: instant, waiting: z.boolean() })
      .nullable(),
  })
  .meta({ id: 'HostSignIn' });

export const PhoneMatch = z
  .object({
    /** `match`: ask "Có đúng là bác không?"; `waiting`: an officer decides, because nobody or several have this number. */
    outcome: z.enum(['match', 'waiting']),
    person: z
      .object({ fullName: z.string(), roleTitle: z.string(), teamName: z.string().nullable(), unitName: z.string() })
      .nullable(),
  })
  .meta({ id: 'PhoneMatch' });

export const LinkedAccount = z
  .object({
    id,
    space: z.enum(accountSpaces),
    proof: z.enum(accountProofs),
    linkedAt: instant,
    /** Suspended: another account has proved the same phone number since. */
    state: z.enum(['active', 'suspended']),
  })
  .meta({ id: 'LinkedAccount' });

export const LinkRequest = z
  .object({
    id,
    space: z.enum(accountSpaces),
    /** What the platform calls the account: shown, never matched. */
    displayName: z.string(),
    phoneMasked: z.string().nullable(),
    askedAt: instant,
    reason: z.enum(['nobody', 'several', 'rejected', 'number_reused', 'officer', 'changed']),
    candidates: z.array(
      z.object({ person: PersonRef, team: z.object({ id, name: z.string() }).nullable(), unit: UnitRef }),
    ),
  })
  .meta({ id: 'LinkRequest' });

export const LinkCode = z
  .object({
    code: z.string(),
    expiresAt: instant,
    /** One per platform that is switched on: a link to open, and the text to send where there is no link. */
    ways: z.array(z.object({ space: z.enum(accountSpaces), url: z.url().nullable(), text: z.string() })),
  })
  .meta({ id: 'LinkCode' });

export const accountRoutes = {
  signInWithTelegram: route({
    method: 'POST',
    path: '/session/telegram',
    summary: "Sign in with Telegram's launch data, once per launch",
    access: 'public',
    body: z.strictObject({ initData: z.string().min(1).max(16_384), device }).meta({ id: 'TelegramSignIn' }),
    response: HostSignIn,
  }),
  signInWithZalo: route({
    method: 'POST',
    path: '/session/zalo',
    summary: "Sign in with the Zalo mini-app's access token",
    access: 'public',
    body: z.strictObject({ accessToken: z.string().min(8).max(4096), device }).meta({ id: 'ZaloSignIn' }),
    response: HostSignIn,
  }),
  provePhone: route({
    method: 'POST',
    path: '/session/link/phone',
    summary: "Who has the phone number that the platform proves for a ticket's account",
    access: 'public',
    body: z
      .strictObject({
        ticket,
        /** Telegram: the raw answer of requestContact. Zalo: the phone token. */
        proof: z.string().min(8).max(16_384),
        /** Zalo only: the token is exchanged together with it. */
        accessToken: z.string().min(8).max(4096).optional(),
      })
      .meta({ id: 'PhoneProof' }),
    response: PhoneMatch,
  }),
  confirmLink: route({
    method: 'POST',
    path: '/session/link/confirm',
    summary: '"Đúng, là tôi": ties the account to the matched person and signs in',
    access: 'public',
    body: z.strictObject({ ticket, device }).meta({ id: 'ConfirmLink' }),
    response: SessionAnswer,
  }),
  rejectLink: route({
    method: 'POST',
    path: '/session/link/reject',
    summary: '"Không phải tôi": an officer decides who it is',
    access: 'public',
    status: 204,
    body: z.strictObject({ ticket }).meta({ id: 'RejectLink' }),
  }),
  myAccounts: route({
    method: 'GET',
    path: '/me/accounts',
    summary: 'My accounts of messaging platforms',
    access: 'self',
    whole: 'one account of each platform',
    response: z.array(LinkedAccount),
  }),
  unlinkMyAccount: route({
    method: 'DELETE',
    path: '/me/accounts/{accountId}',
    summary: 'Take one of my accounts off; its sessions end',
    access: 'self',
    status: 204,
  }),
  /** No command: the code must be known to its receiver only. Asking again ends the earlier one. */
  createLinkCode: route({
    method: 'POST',
    path: '/me/link-codes',
    summary: 'A one-time code that ties the chat account that sends it to me',
    access: 'self',
    status: 201,
    response: LinkCode,
  }),
  personAccounts: route({
    method: 'GET',
    path: '/people/{personId}/accounts',
    summary: "A person's accounts",
    access: 'account.decide',
    whole: 'one account of each platform',
    response: z.array(LinkedAccount),
  }),
  unlinkAccount: route({
    method: 'DELETE',
    path: '/people/{personId}/accounts/{accountId}',
    summary: 'Take an account off a person (lost phone, wrong person); its sessions end',
    access: 'account.decide',
    status: 204,
  }),
  linkRequests: route({
    method: 'GET',
    path: '/link-requests',
    summary: 'Accounts that wait for an officer, of people within my units, the oldest first',
    access: 'account.decide',
    query: z.strictObject(pageQuery),
    response: page(LinkRequest).meta({ id: 'LinkRequestPage' }),
  }),
  decideLinkRequest: route({
    method: 'POST',
    path: '/link-requests/{requestId}/decision',
    summary: 'Whose account it is; null: nobody of ours',
    access: 'account.decide',
    command: true,
    status: 204,
    body: z.strictObject({ personId: id.nullable() }).meta({ id: 'LinkDecision' }),
  }),
};
