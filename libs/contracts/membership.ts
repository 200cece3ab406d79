/** People, teams, committees, supporters, groups, the Appendix 1 import. */
import { z } from 'zod';
import { affiliations, phonePurposes, teamRoles, teamStatuses } from './enums.ts';
import { atQuery, count, day, Decision, DecisionInput, id, instant, name, PersonRef, reason, UnitRef } from './primitives.ts';
import { route } from './route.ts';

/** What a team or committee lacks against the rules of the date, and who could fill it. */
export const Gap = z
  .object({
    rule: z.string(), kind: z.enum(['min_members', 'role_count', 'affiliation']), have: z.int(), need: z.int(), role: z.enum(teamRoles).nullable(), affiliation: z.enum(affiliations).nullable(), citation: z.string(),
    fits: z.array(PersonRef),
  })
  .meta({ id: 'Gap' });

export const GroupState = z
  .object({ state: z.enum(['right', 'wrong', 'none']), name: z.string().nullable(), proposed: z.string(), link: z.string().nullable(), channel: z.string().nullable() })
  .meta({ id: 'GroupState' });

export const TeamRow = z
  .object({
    id, name: z.string(), hamlet: UnitRef, status: z.enum(teamStatuses), needsStrengthening: z.boolean(), leader: PersonRef.nullable(), members: z.int(), gaps: z.array(Gap), supporters: z.array(PersonRef), group: GroupState,
    households: count.nullable(), missingPhones: z.int(),
  })
  .meta({ id: 'TeamRow' });

export const TeamList = z
  .object({
    at: day, teams: z.array(TeamRow), hamlets: z.int(), activeTeams: z.int(), members: z.int(),
    hamletsWithoutTeam: z.array(UnitRef.extend({ draftTeamId: id.nullable(), draftSince: day.nullable() })),
  })
  .meta({ id: 'TeamList' });

export const TeamMember = z
  .object({
    id, person: PersonRef, role: z.enum(teamRoles), position: z.string().nullable(), affiliation: z.enum(affiliations), from: day, to: day.nullable(), phoneMasked: z.string().nullable(), phoneLast: z.string().nullable(),
    phoneState: z.enum(['ok', 'missing', 'unverified', 'bounced']), signedIn: z.boolean(), me: z.boolean(),
  })
  .meta({ id: 'TeamMember' });

export const TeamDetail = z
  .object({
    id, name: z.string(), hamlet: UnitRef, commune: UnitRef, ancestors: z.array(UnitRef), status: z.enum(teamStatuses), needsStrengthening: z.boolean(), at: day, households: count.nullable(),
    decision: Decision.nullable(), decisions: z.array(Decision.extend({ kind: z.enum(['establish', 'change', 'dissolve']) })),
    members: z.array(TeamMember), history: z.array(TeamMember), gaps: z.array(Gap),
    rules: z.array(z.object({ code: z.string(), kind: z.enum(['min_members', 'role_count', 'affiliation']), min: z.int(), role: z.enum(teamRoles).nullable(), affiliation: z.enum(affiliations).nullable(), have: z.int(), met: z.boolean(), citation: z.string() })),
    supporters: z.array(PersonRef.extend({ from: day, phoneMasked: z.string().nullable() })), group: GroupState,
  })
  .meta({ id: 'TeamDetail' });

export const MemberInput = z
  .strictObject({ personId: id.optional(), fullName: name, phone: z.string().max(60).optional(), email: z.email().max(200).optional(), role: z.enum(teamRoles), position: z.string().max(200).optional(), affiliation: z.enum(affiliations).default('other'), from: day })
  .meta({ id: 'MemberInput' });

export const CommitteeView = z
  .object({
    id, unit: UnitRef, decision: Decision.nullable(), validFrom: day, validTo: day.nullable(), gaps: z.array(Gap),
    members: z.array(z.object({ id, person: PersonRef, role: z.enum(['committee_member', 'focal_officer']), standIn: z.boolean(), affiliation: z.enum(affiliations), from: day, to: day.nullable(), supports: z.int() })),
    teamsWithoutSupporter: z.array(z.object({ id, name: z.string() })), group: GroupState,
  })
  .meta({ id: 'CommitteeView' });

export const CommitteeMemberInput = z
  .strictObject({ personId: id.optional(), fullName: name, phone: z.string().max(60).optional(), email: z.email().max(200).optional(), position: name, affiliation: z.enum(affiliations).default('other'), role: z.enum(['committee_member', 'focal_officer']).default('committee_member'), standIn: z.boolean().default(false), from: day })
  .meta({ id: 'CommitteeMemberInput' });

const severity = z.enum(['must_fix', 'choose', 'auto_fixed', 'info']);
/** `leave_out` drops the finding's row from the import. */
const rosterChoice = z.enum(['take', 'keep', 'typed', 'leave_out']);
/** `group` is equal for findings of one kind that can be settled together, for instance all of one old font. */
export const Finding = z
  .object({ cell: z.string(), sheet: z.string(), row: z.int(), column: z.string(), code: z.string(), severity, params: z.record(z.string(), z.unknown()), original: z.string(), proposed: z.string().nullable(), options: z.array(z.string()), choice: rosterChoice.nullable(), value: z.string().nullable(), settled: z.boolean(), group: z.string().nullable() })
  .meta({ id: 'Finding' });

export const RosterImport = z
  .object({
    id, unit: UnitRef, fileName: z.string(), status: z.enum(['staged', 'confirmed', 'discarded']), uploadedAt: instant, expiresAt: instant, headerRow: z.int(), sheetName: z.string(),
    columns: z.array(z.string()), rows: z.array(z.object({ row: z.int(), kind: z.enum(['heading', 'header', 'member', 'group', 'total', 'blank']), cells: z.array(z.string()), sheet: z.string() })),
    findings: z.array(Finding), droppedColumns: z.array(z.string()), declared: z.object({ teams: z.int().nullable(), members: z.int().nullable(), directive: z.string().nullable() }),
    teams: z.array(z.object({ name: z.string(), unitId: id.nullable(), isNewUnit: z.boolean(), existingTeamId: id.nullable(), members: z.array(z.object({ row: z.int(), fullName: z.string(), role: z.enum(teamRoles), position: z.string().nullable(), affiliation: z.enum(affiliations), phone: z.string().nullable() })) })),
    diff: z.object({ added: z.array(z.string()), changed: z.array(z.object({ fullName: z.string(), team: z.string(), fields: z.array(z.string()) })), missing: z.array(z.string()), unchanged: z.int() }),
    canConfirm: z.boolean(), alreadyImported: z.boolean(),
  })
  .meta({ id: 'RosterImport' });

export const membershipRoutes = {
  listTeams: route({ method: 'GET', path: '/units/{unitId}/teams', summary: "A unit's teams at a date, with what each lacks", access: 'team.read', query: atQuery, response: TeamList }),
  getTeam: route({ method: 'GET', path: '/teams/{teamId}', summary: 'One team at a date: members, history, decision, rules, support', access: 'team.read', query: atQuery, response: TeamDetail }),
  createTeam: route({ method: 'POST', path: '/units/{unitId}/teams', summary: 'A draft team for a hamlet (or a unit of any kind)', access: 'team.manage', status: 201, command: true, body: z.strictObject({ from: day }).meta({ id: 'TeamInput' }), response: TeamDetail }),
  createDraftTeams: route({ method: 'POST', path: '/units/{unitId}/teams/drafts', summary: 'A draft team for every hamlet of the commune that has none', access: 'team.manage', status: 201, command: true, body: z.strictObject({ from: day }).meta({ id: 'DraftTeamsInput' }), response: z.object({ created: z.int() }).meta({ id: 'DraftTeamsAnswer' }) }),
  attachDecision: route({ method: 'POST', path: '/teams/{teamId}/decision', summary: 'Attach the establishing decision: the team becomes active', access: 'team.manage', command: true, body: DecisionInput, response: TeamDetail }),
  dissolveTeam: route({ method: 'POST', path: '/teams/{teamId}/dissolve', summary: 'Dissolve by decision from a day', access: 'team.manage', command: true, body: DecisionInput.extend({ from: day }).meta({ id: 'DissolveInput' }), response: TeamDetail }),
  addMember: route({ method: 'POST', path: '/teams/{teamId}/members', summary: 'Add a person to the team from a day', access: 'team.manage', status: 201, command: true, body: MemberInput, response: TeamDetail }),
  changeMember: route({ method: 'PATCH', path: '/teams/{teamId}/members/{memberId}', summary: 'Change role, position, affiliation or contact from a day', access: 'team.manage', command: true, body: MemberInput.omit({ personId: true }).partial().extend({ affiliation: z.enum(affiliations).optional(), from: day }).meta({ id: 'MemberChange' }), response: TeamDetail }),
  endMember: route({ method: 'POST', path: '/teams/{teamId}/members/{memberId}/end', summary: 'A member leaves: last day and reason', access: 'team.manage', command: true, body: z.strictObject({ lastDay: day, reason: z.string().max(500).optional() }).meta({ id: 'EndMember' }), response: TeamDetail }),
  replaceMember: route({ method: 'POST', path: '/teams/{teamId}/members/{memberId}/replace', summary: 'Who leaves, who comes, from which day; open work moves along', access: 'team.manage', command: true, body: MemberInput.extend({ decision: DecisionInput.optional() }).meta({ id: 'ReplaceMember' }), response: TeamDetail }),
  setSupporters: route({ method: 'PUT', path: '/teams/{teamId}/supporters', summary: "Committee members who support the team from today", access: 'committee.manage', command: true, body: z.strictObject({ personIds: z.array(id).max(5) }).meta({ id: 'SetSupporters' }), response: TeamDetail }),
  setGroup: route({ method: 'PUT', path: '/teams/{teamId}/group', summary: "Register the team's chat group; the name is checked against the template", access: 'group.manage', command: true, body: z.strictObject({ channel: z.enum(['zalo', 'telegram', 'other']), name, link: z.url().max(500).optional() }).meta({ id: 'GroupInput' }), response: GroupState }),
  setUnitGroup: route({ method: 'PUT', path: '/units/{unitId}/group', summary: "Register the commune's own group", access: 'committee.manage', command: true, body: z.strictObject({ channel: z.enum(['zalo', 'telegram', 'other']), name, link: z.url().max(500).optional() }).meta({ id: 'UnitGroupInput' }), response: GroupState }),
  revealPhones: route({ method: 'POST', path: '/people/{personId}/phones/reveal', summary: 'Full phone numbers of a person; each look is logged with its purpose', access: 'phone.read', body: z.strictObject({ purpose: z.enum(phonePurposes) }).meta({ id: 'RevealPhones' }), response: z.object({ fullName: z.string(), phones: z.array(z.object({ e164: z.string(), national: z.string(), primary: z.boolean() })) }).meta({ id: 'RevealedPhones' }) }),
  getCommittee: route({ method: 'GET', path: '/units/{unitId}/committee', summary: "The commune's steering committee, its gaps and each member's load", access: 'team.read', query: atQuery, response: CommitteeView.nullable() }),
  createCommittee: route({ method: 'POST', path: '/units/{unitId}/committee', summary: 'Set up the committee by decision', access: 'committee.manage', status: 201, command: true, body: DecisionInput.extend({ from: day }).meta({ id: 'CommitteeInput' }), response: CommitteeView }),
  addCommitteeMember: route({ method: 'POST', path: '/units/{unitId}/committee/members', summary: 'Add a committee member or name the focal officer', access: 'committee.manage', status: 201, command: true, body: CommitteeMemberInput, response: CommitteeView }),
  endCommitteeMember: route({ method: 'POST', path: '/units/{unitId}/committee/members/{memberId}/end', summary: 'A committee member leaves; open drafts and support move with the post', access: 'committee.manage', command: true, body: z.strictObject({ lastDay: day, reason: reason.optional() }).meta({ id: 'EndCommitteeMember' }), response: CommitteeView }),

  rosterTemplate: route({ method: 'GET', path: '/roster-template', summary: 'Empty Appendix 1 workbook', access: 'self', produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  uploadRoster: route({ method: 'POST', path: '/units/{unitId}/roster-imports', summary: 'Read an Appendix 1 workbook (.xlsx, .xls, .csv, at most 10 MB); writes nothing to the register', access: 'roster.import', upload: 'workbook', query: z.strictObject({ fileName: z.string().min(1).max(200) }), response: RosterImport, status: 201 }),
  getRosterImport: route({ method: 'GET', path: '/roster-imports/{importId}', summary: 'A staged import with its findings and its difference to the register', access: 'roster.import', response: RosterImport }),
  chooseInRoster: route({
    method: 'PATCH', path: '/roster-imports/{importId}', summary: 'Settle findings cell by cell', access: 'roster.import',
    body: z.strictObject({ choices: z.array(z.strictObject({ cell: z.string().max(80), code: z.string().max(80), sheet: z.string().max(200).optional(), choice: rosterChoice.nullable(), value: z.string().max(500).optional() })).max(5000) }).meta({ id: 'RosterChoices' }), response: RosterImport,
  }),
  confirmRoster: route({
    method: 'POST', path: '/roster-imports/{importId}/confirm', summary: 'Write the roster; with a decision the teams become active, without they stay drafts', access: 'roster.import', command: true,
    body: z.strictObject({ decision: DecisionInput.optional(), from: day.optional() }).meta({ id: 'ConfirmRoster' }),
    response: z.object({ teamsCreated: z.int(), unitsCreated: z.int(), added: z.int(), changed: z.int(), unchanged: z.int(), activated: z.int() }).meta({ id: 'RosterResult' }),
  }),
  discardRoster: route({ method: 'DELETE', path: '/roster-imports/{importId}', summary: 'Forget a staged import and its file', access: 'roster.import', status: 204 }),
  annotatedRoster: route({ method: 'GET', path: '/roster-imports/{importId}/annotated', summary: 'The uploaded file with its findings as notes', access: 'roster.import', produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
};
