/** Steering committees and the focal officer. */
import { z } from 'zod';
import { HeldAct, Named } from '../access/acts.ts';
import { affiliations, committeeSeats } from '../enums.ts';
import { Gap, GroupState } from './membership.ts';
import {
  atQuery,
  day,
  Decision,
  DecisionInput,
  id,
  name,
  PersonRef,
  reason,
  reckonedDay,
  UnitRef,
} from '../primitives.ts';
import { route } from '../route.ts';
import { ChosenTeams } from './team-lists.ts';

export const CommitteeView = z
  .object({
    id,
    unit: UnitRef,
    /** Made by a reform: no decision has set it up yet. */
    draft: z.boolean(),
    decision: Decision.nullable(),
    validFrom: day,
    validTo: reckonedDay.nullable(),
    gaps: z.array(Gap),
    members: z.array(
      z.object({
        id,
        person: PersonRef,
        role: z.enum(['committee_member', 'focal_officer']),
        seat: z.enum(committeeSeats),
        standIn: z.boolean(),
        affiliation: z.enum(affiliations),
        from: day,
        to: reckonedDay.nullable(),
        supports: z.int(),
      }),
    ),
    teamsWithoutSupporter: z.array(z.object({ id, name: z.string() })),
    group: GroupState,
  })
  .meta({ id: 'CommitteeView' });

export const CommitteeMemberInput = z
  .strictObject({
    personId: id.optional(),
    fullName: name,
    phone: z.string().max(60).optional(),
    email: z.email().max(200).optional(),
    position: name,
    affiliation: z.enum(affiliations).default('other'),
    role: z.enum(['committee_member', 'focal_officer']).default('committee_member'),
    /** Without one: the chair leads, the focal officer is the standing member, others are members. */
    seat: z.enum(committeeSeats).optional(),
    standIn: z.boolean().default(false),
    from: day,
  })
  .meta({ id: 'CommitteeMemberInput' });

export const committeeRoutes = {
  getCommittee: route({
    method: 'GET',
    path: '/units/{unitId}/committee',
    summary: "The commune's steering committee, its gaps and each member's load",
    access: 'team.read',
    query: atQuery,
    response: CommitteeView.nullable(),
  }),
  createCommittee: route({
    method: 'POST',
    path: '/units/{unitId}/committee',
    summary: 'Set up the committee by decision',
    access: 'committee.manage',
    status: 201,
    command: true,
    /** `lastDay` of its term, where the decision sets one. */
    body: DecisionInput.extend({ from: day, lastDay: day.optional() }).meta({ id: 'CommitteeInput' }),
    response: CommitteeView,
  }),
  addCommitteeMember: route({
    method: 'POST',
    path: '/units/{unitId}/committee/members',
    summary: 'Add a committee member or name the focal officer',
    access: 'committee.manage',
    status: 201,
    command: true,
    body: CommitteeMemberInput,
    response: CommitteeView,
  }),
  shareSupport: route({
    method: 'POST',
    path: '/units/{unitId}/committee/support',
    summary:
      'Teams get a supporter, or another one instead of theirs, from today; refused where one has changed meanwhile',
    access: 'committee.manage',
    command: true,
    body: z
      .strictObject({
        changes: z
          .array(
            z.strictObject({
              teamId: id,
              personId: id,
              /** Who supports the team as the officer saw it; null for a team without a supporter. */
              insteadOf: id.nullable(),
            }),
          )
          .min(1)
          .max(200),
      })
      .meta({ id: 'SupportInput' }),
    response: z.object({ act: HeldAct.nullable() }).meta({ id: 'SupportShared' }),
  }),
  giveSupport: route({
    method: 'POST',
    path: '/units/{unitId}/supporters',
    summary:
      'These people support each of the chosen teams from today; teams of another committee are named and left alone',
    access: 'committee.manage',
    command: true,
    bodyKb: 384,
    body: z
      .strictObject({
        teams: ChosenTeams,
        personIds: z.array(id).max(20),
      })
      .meta({ id: 'GiveSupport' }),
    response: z
      .object({
        given: z.int(),
        /** They have these supporters already. */
        unchanged: z.int(),
        /** Of another commune, whose committee these people do not belong to. */
        refused: z.array(Named),
        act: HeldAct.nullable(),
      })
      .meta({ id: 'SupportGiven' }),
  }),
  endCommitteeMember: route({
    method: 'POST',
    path: '/units/{unitId}/committee/members/{memberId}/end',
    summary: 'A committee member leaves; open drafts and support move with the post',
    access: 'committee.manage',
    command: true,
    body: z.strictObject({ lastDay: day, reason: reason.optional() }).meta({ id: 'EndCommitteeMember' }),
    response: CommitteeView,
  }),
};
