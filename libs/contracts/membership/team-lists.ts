/** Teams of a unit: a page at a time, and summed. */
import { z } from 'zod';
import { teamStatuses } from '../enums.ts';
import { atQuery, count, day, id, page, pageQuery, PersonRef, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { Gap, GroupState } from './membership.ts';

export const TeamRow = z
  .object({
    id,
    name: z.string(),
    hamlet: UnitRef,
    commune: UnitRef,
    status: z.enum(teamStatuses),
    needsStrengthening: z.boolean(),
    leader: PersonRef.nullable(),
    members: z.int(),
    gaps: z.array(Gap),
    supporters: z.array(PersonRef),
    group: GroupState,
    households: count.nullable(),
    missingPhones: z.int(),
  })
  .meta({ id: 'TeamRow' });

/** Drafts are of no other filter than their own: what a team lacks is asked of active ones. */
export const teamFilters = ['active', 'draft', 'lacking', 'noSupporter', 'group'] as const;
export const teamSorts = ['name', '-name', 'members', '-members'] as const;
export type TeamFilter = (typeof teamFilters)[number];

/** Which of a unit's teams: those that match a search and a filter. */
export const teamMatch = {
  /** In the name of the team, of its leader or of who supports it, without marks. */
  q: z.string().trim().max(100).optional(),
  filter: z.enum(teamFilters).optional(),
};

/** Active teams of a unit as its list shows them: those named, or all that match but those named. */
export const ChosenTeams = z
  .strictObject({
    q: teamMatch.q,
    filter: z.enum(teamFilters).exclude(['draft']).optional(),
    only: z.array(id).min(1).max(5_000).optional(),
    except: z.array(id).max(5_000).optional(),
  })
  .meta({ id: 'ChosenTeams' });

const counts = {
  hamlets: z.int(),
  /** Of them without an active team. */
  hamletsWithoutTeam: z.int(),
  activeTeams: z.int(),
  draftTeams: z.int(),
  /** Of the active teams, as all that follows. */
  members: z.int(),
  leaders: z.int(),
  lacking: z.int(),
  noSupporter: z.int(),
  /** With a group that is named as the directive wants it. */
  groups: z.int(),
  /** With one that is named otherwise. */
  misnamedGroups: z.int(),
};
export const TeamSums = z.object({ at: day, ...counts }).meta({ id: 'TeamSums' });
export const CommuneTeams = z.object({ commune: UnitRef, ...counts }).meta({ id: 'CommuneTeams' });
export const HamletWithoutTeam = UnitRef.extend({ draftTeamId: id.nullable(), draftSince: day.nullable() }).meta({
  id: 'HamletWithoutTeam',
});

export const teamListRoutes = {
  listTeams: route({
    method: 'GET',
    path: '/units/{unitId}/teams',
    summary: "A unit's teams at a date, with what each lacks, a page at a time",
    access: 'team.read',
    query: z.strictObject({
      at: day.optional(),
      ...teamMatch,
      sort: z.enum(teamSorts).default('name'),
      cursor: pageQuery.cursor,
      /** What a team lacks comes with who could fill it. */
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: page(TeamRow).extend({ at: day }).meta({ id: 'TeamPage' }),
  }),
  teamSums: route({
    method: 'GET',
    path: '/units/{unitId}/teams/sums',
    summary: 'How many teams the unit has, and what they lack',
    access: 'team.read',
    query: atQuery,
    response: TeamSums,
  }),
  teamsByCommune: route({
    method: 'GET',
    path: '/units/{unitId}/teams/communes',
    summary: 'The same for each commune of the unit, by name',
    access: 'team.read',
    query: z.strictObject({
      at: day.optional(),
      q: teamMatch.q,
      filter: z.enum(['lacking', 'without', 'noSupporter']).optional(),
      ...pageQuery,
    }),
    response: page(CommuneTeams).meta({ id: 'CommuneTeamsPage' }),
  }),
  hamletsWithoutTeam: route({
    method: 'GET',
    path: '/units/{unitId}/teams/missing',
    summary: 'Hamlets without an active team, by name; a draft that waits for its decision is named',
    access: 'team.read',
    query: z.strictObject({ at: day.optional(), q: teamMatch.q, ...pageQuery }),
    response: page(HamletWithoutTeam).meta({ id: 'HamletWithoutTeamPage' }),
  }),
};
