/** The papers of teams: the signed decision for many teams at once, its scan, what never was, and what is set up again. */
import { z } from 'zod';
import { DecisionInput, day, id, reason } from '../primitives.ts';
import { route } from '../route.ts';
import { AttachDecisionInput, TeamDetail } from './membership.ts';

/** The version that the person saw: nothing is overwritten silently. */
const version = z.int().min(1).max(1_000_000);
/** Also where other teams of the commune have the same decision. */
const everywhere = z.boolean().default(false);

export const teamPaperRoutes = {
  attachDecisionToTeams: route({
    method: 'POST',
    path: '/units/{unitId}/teams/decision',
    summary: 'One decision that sets up several draft teams of the unit: all of them become active, or none',
    access: 'team.manage',
    command: true,
    body: AttachDecisionInput.extend({ teamIds: z.array(id).min(1).max(100) }).meta({ id: 'AttachDecisionToTeams' }),
    response: z.object({ activated: z.int() }).meta({ id: 'DecisionAttached' }),
  }),
  voidDecision: route({
    method: 'POST',
    path: '/teams/{teamId}/decisions/{decisionId}/void',
    summary: 'A decision that never was: it counts no more, and stays in the history with the reason',
    access: 'team.manage',
    command: true,
    body: z.strictObject({ version, reason, everywhere }).meta({ id: 'VoidDecision' }),
    response: TeamDetail,
  }),
  putDecisionScan: route({
    method: 'PUT',
    path: '/teams/{teamId}/decisions/{decisionId}/scan',
    summary: 'The scan of the signed decision, a PDF or a picture; it takes the place of an earlier one',
    access: 'team.manage',
    upload: 'document',
    query: z.strictObject({ everywhere: z.enum(['true', 'false']).default('false') }),
    response: TeamDetail,
  }),
  decisionScan: route({
    method: 'GET',
    path: '/teams/{teamId}/decisions/{decisionId}/scan',
    summary: 'The scan itself',
    access: 'roster.export',
    produces: ['application/pdf', 'image/jpeg'],
  }),
  removeDecisionScan: route({
    method: 'POST',
    path: '/teams/{teamId}/decisions/{decisionId}/scan/remove',
    summary: 'Takes the scan away: it was of something else',
    access: 'team.manage',
    command: true,
    body: z.strictObject({ reason, everywhere }).meta({ id: 'RemoveDecisionScan' }),
    response: TeamDetail,
  }),
  reviveTeam: route({
    method: 'POST',
    path: '/teams/{teamId}/revive',
    summary:
      'A dissolved team is set up again by a decision from a day on, with those of its last members who come back',
    access: 'team.manage',
    status: 201,
    command: true,
    body: DecisionInput.extend({
      from: day,
      /** Of its last day. */
      memberIds: z.array(id).max(100),
      knowsOfGaps: z.array(id).max(100).default([]),
    }).meta({ id: 'ReviveTeam' }),
    response: TeamDetail,
  }),
};
