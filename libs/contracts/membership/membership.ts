/** People, teams, committees, supporters, groups, the Appendix 1 import. */
import { z } from 'zod';
import { affiliations, phonePurposes, removalReasons, teamRoles, teamStatuses } from '../enums.ts';
import {
  atQuery,
  count,
  day,
  Decision,
  DecisionInput,
  id,
  instant,
  link,
  name,
  PersonRef,
  reckonedDay,
  reason,
  TeamDecision,
  UnitRef,
  VoidedDecision,
} from '../primitives.ts';
import { route } from '../route.ts';
import { BusyWord } from './busy.ts';
import { MemberSkills } from './skills.ts';

/** What a team or committee lacks against the rules of the date, and who could fill it. */
export const Gap = z
  .object({
    rule: z.string(),
    kind: z.enum(['min_members', 'role_count', 'affiliation']),
    have: z.int(),
    need: z.int(),
    role: z.enum(teamRoles).nullable(),
    affiliation: z.enum(affiliations).nullable(),
    citation: z.string(),
    fits: z.array(PersonRef),
  })
  .meta({ id: 'Gap' });

export const GroupState = z
  .object({
    state: z.enum(['right', 'wrong', 'none']),
    name: z.string().nullable(),
    proposed: z.string(),
    link: z.string().nullable(),
    channel: z.string().nullable(),
  })
  .meta({ id: 'GroupState' });

export const TeamMember = z
  .object({
    id,
    person: PersonRef,
    role: z.enum(teamRoles),
    position: z.string().nullable(),
    affiliation: z.enum(affiliations),
    from: day,
    to: reckonedDay.nullable(),
    phoneMasked: z.string().nullable(),
    phoneLast: z.string().nullable(),
    phoneState: z.enum(['ok', 'missing', 'unverified', 'bounced']),
    signedIn: z.boolean(),
    me: z.boolean(),
    /** They said that they cannot work until the end of the day. */
    busy: BusyWord.nullable().optional(),
    /** What they can help with, while they are in the team: a hint. */
    skills: MemberSkills.nullable().optional(),
    /** A card on paper was asked for and is not printed yet. */
    paperCardAskedAt: instant.nullable().optional(),
  })
  .meta({ id: 'TeamMember' });

export const TeamDetail = z
  .object({
    id,
    name: z.string(),
    hamlet: UnitRef,
    commune: UnitRef,
    ancestors: z.array(UnitRef),
    status: z.enum(teamStatuses),
    needsStrengthening: z.boolean(),
    at: day,
    households: count.nullable(),
    decision: Decision.nullable(),
    decisions: z.array(TeamDecision),
    voidedDecisions: z.array(VoidedDecision),
    /** The first day on which the team no longer is. */
    ended: reckonedDay.nullable(),
    /** The team that had ended and goes on as this one, and the one as which this one goes on. */
    revivedFrom: z.object({ id, ended: reckonedDay }).nullable(),
    revivedAs: id.nullable(),
    members: z.array(TeamMember),
    history: z.array(TeamMember),
    gaps: z.array(Gap),
    rules: z.array(
      z.object({
        code: z.string(),
        kind: z.enum(['min_members', 'role_count', 'affiliation']),
        min: z.int(),
        role: z.enum(teamRoles).nullable(),
        affiliation: z.enum(affiliations).nullable(),
        have: z.int(),
        met: z.boolean(),
        citation: z.string(),
      }),
    ),
    supporters: z.array(PersonRef.extend({ from: day, phoneMasked: z.string().nullable() })),
    group: GroupState,
  })
  .meta({ id: 'TeamDetail' });

export const MemberInput = z
  .strictObject({
    personId: id.optional(),
    fullName: name,
    phone: z.string().max(60).optional(),
    email: z.email().max(200).optional(),
    role: z.enum(teamRoles),
    position: z.string().max(200).optional(),
    affiliation: z.enum(affiliations).default('other'),
    from: day,
  })
  .meta({ id: 'MemberInput' });

/** `knowsOfGaps`: teams of which the officer has seen that they lack somebody by the rules of the day of signature. */
export const AttachDecisionInput = DecisionInput.extend({
  knowsOfGaps: z.array(id).max(100).default([]),
}).meta({ id: 'AttachDecision' });

/** What is open with a team: seen before it is dissolved, and named when an answer is missing. */
export const DissolutionPreview = z
  .object({
    tasks: z.int(),
    /** Of the open tasks: handed in, waiting for the commune. */
    toConfirm: z.int(),
    sessions: z.int(),
    difficulties: z.int(),
    supporters: z.int(),
    group: z.string().nullable(),
    heirs: z.array(z.object({ id, name: z.string() })),
  })
  .meta({ id: 'DissolutionPreview' });

/** What becomes of open work when a team is dissolved. */
export const OpenWorkAnswer = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cancel'), reason }),
    z.strictObject({ kind: z.literal('hand_over'), teamId: id }),
  ])
  .meta({ id: 'OpenWorkAnswer' });

export const membershipRoutes = {
  getTeam: route({
    method: 'GET',
    path: '/teams/{teamId}',
    summary: 'One team at a date: members, history, decision, rules, support',
    access: 'team.read',
    query: atQuery,
    response: TeamDetail,
  }),
  createTeam: route({
    method: 'POST',
    path: '/units/{unitId}/teams',
    summary: 'A draft team for a hamlet (or a unit of any kind)',
    access: 'team.manage',
    status: 201,
    command: true,
    body: z.strictObject({ from: day }).meta({ id: 'TeamInput' }),
    response: TeamDetail,
  }),
  createDraftTeams: route({
    method: 'POST',
    path: '/units/{unitId}/teams/drafts',
    summary: 'A draft team for every hamlet of the commune that has none',
    access: 'team.manage',
    status: 201,
    command: true,
    body: z.strictObject({ from: day }).meta({ id: 'DraftTeamsInput' }),
    response: z.object({ created: z.int() }).meta({ id: 'DraftTeamsAnswer' }),
  }),
  dissolutionPreview: route({
    method: 'GET',
    path: '/teams/{teamId}/dissolution',
    summary: 'What is open with the team, and which teams could take it over',
    access: 'team.manage',
    response: DissolutionPreview,
  }),
  dissolveTeam: route({
    method: 'POST',
    path: '/teams/{teamId}/dissolve',
    summary: 'Dissolve by decision from a day; open work is cancelled or handed to another team',
    access: 'team.manage',
    command: true,
    body: DecisionInput.extend({ from: day, openWork: OpenWorkAnswer.optional() }).meta({ id: 'DissolveInput' }),
    response: TeamDetail,
  }),
  addMember: route({
    method: 'POST',
    path: '/teams/{teamId}/members',
    summary: 'Add a person to the team from a day',
    access: 'team.manage',
    status: 201,
    command: true,
    body: MemberInput,
    response: TeamDetail,
  }),
  changeMember: route({
    method: 'PATCH',
    path: '/teams/{teamId}/members/{memberId}',
    summary: 'Change role, position, affiliation or contact from a day',
    access: 'team.manage',
    command: true,
    body: MemberInput.omit({ personId: true })
      .partial()
      .extend({ affiliation: z.enum(affiliations).optional(), from: day })
      .meta({ id: 'MemberChange' }),
    response: TeamDetail,
  }),
  endMember: route({
    method: 'POST',
    path: '/teams/{teamId}/members/{memberId}/end',
    summary: 'A member leaves: last day and reason',
    access: 'team.manage',
    command: true,
    body: z.strictObject({ lastDay: day, reason: z.string().max(500).optional() }).meta({ id: 'EndMember' }),
    response: TeamDetail,
  }),
  removeMember: route({
    method: 'POST',
    path: '/teams/{teamId}/members/{memberId}/remove',
    summary: 'Take out who was added by mistake, as never added: the same day, while nothing was done in the team',
    access: 'team.manage',
    command: true,
    body: z.strictObject({ why: z.enum(removalReasons) }).meta({ id: 'RemoveMember' }),
    response: TeamDetail,
  }),
  replaceMember: route({
    method: 'POST',
    path: '/teams/{teamId}/members/{memberId}/replace',
    summary: 'Who leaves, who comes, from which day; open work moves along',
    access: 'team.manage',
    command: true,
    body: MemberInput.extend({ decision: DecisionInput.optional() }).meta({ id: 'ReplaceMember' }),
    response: TeamDetail,
  }),
  setGroup: route({
    method: 'PUT',
    path: '/teams/{teamId}/group',
    summary: "Register the team's chat group; the name is checked against the template",
    access: 'group.manage',
    command: true,
    body: z
      .strictObject({ channel: z.enum(['zalo', 'telegram', 'other']), name, link: link.optional() })
      .meta({ id: 'GroupInput' }),
    response: GroupState,
  }),
  revealPhones: route({
    method: 'POST',
    path: '/people/{personId}/phones/reveal',
    summary: 'Full phone numbers of a person; each look is logged with its purpose',
    access: 'phone.read',
    body: z.strictObject({ purpose: z.enum(phonePurposes) }).meta({ id: 'RevealPhones' }),
    response: z
      .object({
        fullName: z.string(),
        phones: z.array(z.object({ e164: z.string(), national: z.string(), primary: z.boolean() })),
      })
      .meta({ id: 'RevealedPhones' }),
  }),
};
