/** Signing in with the account of an agency's identity provider (OpenID Connect), where one is configured. */
import { z } from 'zod';
import { id, instant, page, pageQuery, PersonRef } from '../primitives.ts';
import { route } from '../route.ts';
import { SessionAnswer } from './access.ts';

export const AgencyAccount = z
  .object({
    id,
    /** What the provider calls it: shown, never matched. */
    saidName: z.string(),
    saidEmail: z.string(),
    askedAt: instant,
    state: z.enum(['waiting', 'tied', 'refused']),
    person: PersonRef.nullable(),
  })
  .meta({ id: 'AgencyAccount' });

export const agencyRoutes = {
  signInWays: route({
    method: 'GET',
    path: '/session/ways',
    summary: 'How officers can sign in here besides login and password',
    access: 'public',
    response: z.object({ agency: z.boolean() }).meta({ id: 'SignInWays' }),
  }),
  startAgencySignIn: route({
    method: 'POST',
    path: '/session/agency/start',
    summary: "Where to sign in with the agency's account, and what to show when one comes back within ten minutes",
    access: 'public',
    status: 200,
    response: z.object({ url: z.url(), ticket: z.string() }).meta({ id: 'AgencySignInStart' }),
  }),
  signInWithAgency: route({
    method: 'POST',
    path: '/session/agency',
    summary: "Back from the agency's page: signs in whom an administrator has tied the account to",
    access: 'public',
    body: z
      .strictObject({
        /** The query with which the provider sent the browser back. */
        answer: z.string().min(1).max(8_000),
        ticket: z.string().min(20).max(2_000),
        device: z.string().max(200).optional(),
      })
      .meta({ id: 'AgencySignIn' }),
    response: SessionAnswer,
  }),
  agencyAccounts: route({
    method: 'GET',
    path: '/agency-accounts',
    summary: "Accounts of the agency's provider that have come: those that wait, or those that were decided",
    access: 'channel.manage',
    query: z.strictObject({ ...pageQuery, state: z.enum(['waiting', 'decided']).default('waiting') }),
    response: page(AgencyAccount).meta({ id: 'AgencyAccountPage' }),
  }),
  decideAgencyAccount: route({
    method: 'POST',
    path: '/agency-accounts/{accountId}/decision',
    summary: 'Whose account it is; null: nobody of ours',
    access: 'channel.manage',
    command: true,
    status: 204,
    body: z.strictObject({ personId: id.nullable() }).meta({ id: 'AgencyDecision' }),
  }),
  endAgencyAccount: route({
    method: 'DELETE',
    path: '/agency-accounts/{accountId}',
    summary: 'Takes the account off: its sessions end, and the next time it waits again',
    access: 'channel.manage',
    status: 204,
  }),
};
