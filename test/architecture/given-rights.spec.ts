/**
 * Who may give whom a post or a place in a team is said by GivenRights alone, and who may change a contact point by
 * ContactPoints and InviteRights (docs/decisions/0225). Each file that gives one in the database stands here with what judges it;
 * a new way of giving fails until it is judged as well.
 */
import { sourcesIn } from '../support/schema/sources.ts';

/** What is written when somebody comes to have more: a row of their own, another person's row, another role or unit. */
const GIVES: Record<string, RegExp[]> = {
  rights: [
    /insert into (?:posts|team_members)\b/,
    /\.insert\((?:Post|TeamMember),/,
    /update (?:posts|team_members)\b(?:(?!\bwhere\b)[^`])*?\b(?:person_id|role|unit_id|team_id) =/,
    /\.update\(\s*(?:Post|TeamMember),\s*\{[^}]*\},\s*\{[^}]*\b(?:personId|role|unitId|teamId)\b/,
    /\.update\(\s*Post,\s*\{[^}]*\},\s*\{ validity: rangeText\(post\.start, was\.to\)/,
  ],
  contacts: [
    /insert into (?:phones|emails|linked_accounts)\b/,
    /\.insert\((?:Phone|Email|LinkedAccount),/,
    /update (?:phones|emails|linked_accounts)\b(?:(?!\bwhere\b)[^`])*?\bperson_id =/,
    /\.update\(\s*(?:Phone|Email|LinkedAccount),\s*\{[^}]*\},\s*\{[^}]*\bpersonId\b/,
  ],
};

/** By file: the words by which it asks, or the file that asks before anything of it is written. */
const JUDGED: Record<'rights' | 'contacts', Record<string, { asks: string; in?: string }>> = {
  rights: {
    'officers/posts/post-store.ts': { asks: 'this.rights.require(' },
    'people/teams/members/membership-store.ts': { asks: 'this.rights.require(' },
    'officers/handover/restore-handover.ts': { asks: 'this.rights.require(' },
    'rosters/roster-import/planning/write-plan.ts': {
      asks: 'await this.rights.require(tx, actor, giftsOf(plan, members, teams));\n    const replaced = await writePlan(',
      in: 'rosters/roster-import/planning/roster-members.ts',
    },
    'rosters/merging/merge-places.ts': { asks: 'this.given.require(', in: 'rosters/merging/merge-people.ts' },
    'rosters/merging/membership-person-references.ts': {
      asks: 'this.given.require(',
      in: 'rosters/merging/merge-people.ts',
    },
    // Everybody keeps the role that they have; the one who is chosen to lead is judged.
    'people/teams/mergers/earlier-teams.ts': {
      asks: 'this.planned.judge(',
      in: 'people/teams/mergers/merge-teams.subscriber.ts',
    },
    // Follow from posts that were judged, by a rule that nobody chooses.
    'officers/posts/caretakers.ts': { asks: 'planCaretakers(' },
    'officers/reforms/keep-trainers.ts': { asks: "o.role = 'trainer'" },
  },
  contacts: {
    'people/people/contact-points.ts': { asks: 'this.rights.outOfReach(' },
    // Of people who are new with it: there is nobody whose they were.
    'people/people/person-store.ts': { asks: 'insert into people' },
    'rosters/roster-import/planning/write-plan.ts': {
      asks: 'this.queries.guarded(',
      in: 'rosters/roster-import/staged-rosters.ts',
    },
    'rosters/merging/merge-access.ts': { asks: 'this.given.require(', in: 'rosters/merging/merge-people.ts' },
    'rosters/merging/membership-person-references.ts': {
      asks: 'this.given.require(',
      in: 'rosters/merging/merge-people.ts',
    },
    'identity/accounts/account-store.ts': {
      asks: 'rights.requireForAccount(',
      in: 'identity/accounts/linking/link-by-officer.ts',
    },
  },
};

const FOLDER = 'src/modules/membership/';
const sources = new Map(
  sourcesIn('src').flatMap(({ file, text }) => (file.includes('/migrations/') ? [] : [[file, text] as const])),
);

it.each([
  ['rights', 'await tx.update(Post, { id }, { validity, personId: to });'],
  ['rights', 'await tx.update(\n  TeamMember,\n  { id },\n  { role: next.role },\n);'],
  ['contacts', 'await tx.update(Phone, { id }, { personId });'],
])('finds %s that are given by the EntityManager', (kind, text) => {
  expect(GIVES[kind]?.some((pattern) => pattern.test(text))).toBe(true);
});

describe.each(['rights', 'contacts'] as const)('%s', (kind) => {
  const writers = [...sources].filter(([, text]) => GIVES[kind]?.some((pattern) => pattern.test(text)));

  it('are given in these files and in no other', () => {
    expect(writers.map(([file]) => file.replace(FOLDER, '')).toSorted()).toEqual(Object.keys(JUDGED[kind]).toSorted());
  });

  it.each(Object.entries(JUDGED[kind]))('%s is judged', (file, { asks, in: other = file }) => {
    expect(sources.get(`${FOLDER}${other}`)).toContain(asks);
  });
});
