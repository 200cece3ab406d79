/** Bringing members into the application: who has come in, invites on paper for many, and their six letters. */
import { z } from 'zod';
import { teamRoles } from '../enums.ts';
import { count, day, id, instant, PersonRef } from '../primitives.ts';
import { documentTypes } from '../reporting/documents.ts';
import { route } from '../route.ts';
import { Invite } from './access.ts';
import { MOST_SLIPS } from './inviting.ts';
import { SLIP_LENGTH } from './slip-codes.ts';

/** opened: has been in the application; invited: holds an invite that is still good; none: neither. */
export const invitationStates = ['none', 'invited', 'opened'] as const;

const InvitedMember = z.object({
  person: PersonRef,
  role: z.enum(teamRoles),
  state: z.enum(invitationStates),
  /** When the person first came in, or when the invite that is good was made. */
  at: instant.nullable(),
  /** The invite is on paper. */
  onPaper: z.boolean(),
});

export const Invitations = z
  .object({
    people: count,
    opened: count,
    invited: count,
    teams: z.array(z.object({ id, name: z.string(), members: z.array(InvitedMember) })),
    /** When inviting is done here, and how it goes on paper. */
    rule: z.object({ donePercent: count, slipsAtOnce: count, slipDays: count }),
  })
  .meta({ id: 'Invitations' });

export const Slip = Invite.extend({
  /** Six letters, as `slipCodeIn` gives them. */
  slipCode: z.string(),
  madeAt: instant,
}).meta({ id: 'Slip' });

export const slipRoutes = {
  invitations: route({
    method: 'GET',
    path: '/units/{unitId}/invitations',
    summary: 'Who of the commune has come into the application, who holds an invite, team by team',
    access: 'invite.create',
    response: Invitations,
  }),
  teamInvitations: route({
    method: 'GET',
    path: '/teams/{teamId}/invitations',
    summary: 'The same of one team, for its leader',
    access: 'invite.create',
    response: Invitations,
  }),
  printSlips: route({
    method: 'POST',
    path: '/units/{unitId}/invite-slips',
    summary: 'Fresh invites on paper for these people of the commune; older slips and letters of theirs end',
    access: 'invite.create',
    command: true,
    status: 201,
    body: z
      .strictObject({
        personIds: z.array(id).min(1).max(MOST_SLIPS),
        /** Last day on which they are good. */
        until: day,
      })
      .meta({ id: 'SlipsInput' }),
    response: z
      .object({
        printId: id,
        slips: count,
        /** People whom the asker may not invite, or who stand in no team of the commune: no slip. */
        left: z.array(PersonRef),
      })
      .meta({ id: 'SlipsMade' }),
  }),
  slipsFile: route({
    method: 'GET',
    path: '/units/{unitId}/invite-slips/{printId}/file',
    summary: 'The slips of one print that are still good, on A4',
    access: 'invite.create',
    query: z.strictObject({
      /** Each team begins a sheet of its own. */
      byTeam: z.enum(['yes', 'no']).default('yes'),
      /** The last cell of a sheet is a list for the leader to tick. */
      ticking: z.enum(['yes', 'no']).default('yes'),
    }),
    produces: documentTypes[1],
  }),
  /** No command, as no invite is: its answer is a code. */
  showSlip: route({
    method: 'POST',
    path: '/people/{personId}/slip',
    summary: "The person's slip that is good, to be scanned from this screen; a fresh one where there is none",
    access: 'invite.create',
    body: z
      .strictObject({
        /** The slip on paper is lost: it ends, and a fresh one takes its place. */
        renew: z.boolean().default(false),
      })
      .meta({ id: 'ShowSlip' }),
    response: Slip,
  }),
  openSlipCode: route({
    method: 'POST',
    path: '/invite-codes',
    summary: 'From the six letters on a slip to the invite: changes nothing; wrong ones are counted',
    access: 'public',
    body: z
      .strictObject({
        /** As it was typed. */
        slipCode: z.string().trim().min(SLIP_LENGTH).max(40),
        /** A random name that the phone keeps for itself: wrong tries are counted by it too. */
        device: z.string().min(8).max(100).optional(),
      })
      .meta({ id: 'OpenSlipCode' }),
    response: z
      .object({
        /** Of the invite: to be previewed, accepted or rejected like one that came by its link. */
        code: z.string(),
      })
      .meta({ id: 'OpenedSlip' }),
  }),
};
