/** Whether a committee is complete by the rule, and whether each supporter reaches their teams. */
import { z } from 'zod';
import { affiliations, committeeSeats } from '../enums.ts';
import {
  atQuery,
  count,
  Decision,
  day,
  id,
  instant,
  page,
  pageQuery,
  PersonRef,
  reckonedDay,
  UnitRef,
} from '../primitives.ts';
import { route } from '../route.ts';
import { Gap } from './membership.ts';

/** A team with how long nothing was recorded of it; null on a past day, of which only the last record would be known. */
const SupportedTeam = z
  .object({ id, name: z.string(), quietDays: count.nullable(), silent: z.boolean() })
  .meta({ id: 'SupportedTeam' });

const LoadMember = z
  .object({
    id,
    person: PersonRef,
    role: z.enum(['committee_member', 'focal_officer']),
    seat: z.enum(committeeSeats),
    standIn: z.boolean(),
    affiliation: z.enum(affiliations),
    from: day,
    to: reckonedDay.nullable(),
    lastSeenAt: instant.nullable(),
    teams: z.array(SupportedTeam),
  })
  .meta({ id: 'CommitteeLoadMember' });

/** One demand of the rule, with who meets it, or who did last. */
const CommitteeCheck = Gap.omit({ rule: true })
  .extend({
    code: z.string(),
    met: z.boolean(),
    people: z.array(PersonRef),
    left: z.object({ fullName: z.string(), on: reckonedDay }).nullable(),
  })
  .meta({ id: 'CommitteeCheck' });

const AloneTeam = SupportedTeam.extend({
  /** Who would take it with the least on them already. */
  lightest: z.object({ person: PersonRef, teams: count }).nullable(),
}).meta({ id: 'AloneTeam' });

export const CommitteeLoad = z
  .object({
    unit: UnitRef,
    at: day,
    committee: z
      .object({
        id,
        draft: z.boolean(),
        decision: Decision.nullable(),
        from: day,
        lastDay: reckonedDay.nullable(),
        daysLeft: z.int().nullable(),
      })
      .nullable(),
    members: z.array(LoadMember),
    checks: z.array(CommitteeCheck),
    /** The focal officer, and who stands in today. */
    focal: z.array(z.object({ person: PersonRef, standIn: z.boolean() })),
    /** Active teams of the commune. */
    teams: count,
    supported: count,
    alone: z.array(AloneTeam),
    silentAfterDays: count,
    busyFrom: count,
    /** Days before its end on which a committee's term is named. */
    termNoticeDays: count,
    /** Teams that would even out the load of the busiest supporter and the lightest; nothing is moved by it. */
    proposal: z
      .object({
        from: PersonRef,
        fromTeams: count,
        fromSilent: count,
        to: PersonRef,
        toTeams: count,
        teams: z.array(SupportedTeam),
      })
      .nullable(),
  })
  .meta({ id: 'CommitteeLoad' });

const CommuneCommittee = z
  .object({
    unit: UnitRef,
    /** What keeps it from being complete, the worst first; null when nothing does. */
    lacks: z.enum(['committee', 'focal', 'member', 'supporter']).nullable(),
    /** Whose places the rule asks for and nobody holds. */
    missing: z.array(z.enum(affiliations)),
    /** People, each once. */
    members: count,
    teams: count,
    supported: count,
    silent: count,
    longestDays: count,
    lastDay: reckonedDay.nullable(),
  })
  .meta({ id: 'CommuneCommittee' });

export const committeeLoadRoutes = {
  committeeLoad: route({
    method: 'GET',
    path: '/units/{unitId}/committee/load',
    summary:
      "The commune's committee by the rule, each supporter's teams and silent teams, and a proposal to level the load",
    access: 'team.read',
    query: atQuery,
    response: CommitteeLoad,
  }),
  listCommittees: route({
    method: 'GET',
    path: '/units/{unitId}/committees',
    summary: 'The committee of each commune of the unit, incomplete ones first',
    access: 'team.read',
    query: z.strictObject({
      q: z.string().trim().max(100).optional(),
      incomplete: z.enum(['true']).optional(),
      ...pageQuery,
    }),
    response: page(CommuneCommittee)
      .extend({ incomplete: count, silentAfterDays: count })
      .meta({ id: 'CommuneCommitteePage' }),
  }),
};
