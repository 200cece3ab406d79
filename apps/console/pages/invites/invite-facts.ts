/** Whom a print of slips is for, and how it lies on sheets: what the screen counts before anything is made. */
import { sheetsFor, type SheetLooks, slipsOnSheet } from '#contracts/access/inviting';
import type { Schemas } from '../../api/client.ts';

export type Invitations = Schemas['Invitations'];
export type InvitedTeam = Invitations['teams'][number];
export type InvitedMember = InvitedTeam['members'][number];
export const inviteFilters = ['none', 'invited', 'opened'] as const;
export type InviteFilter = (typeof inviteFilters)[number];

/** "Chưa mở" are all who have not come in, invited or not. */
const shows: Record<InviteFilter, (member: InvitedMember) => boolean> = {
  none: ({ state }) => state !== 'opened',
  invited: ({ state }) => state === 'invited',
  opened: ({ state }) => state === 'opened',
};

export interface InviteRow {
  id: string;
  name: string;
  leader: string | null;
  all: number;
  opened: number;
  /** Those whom the filter shows. */
  shown: InvitedMember[];
}

export const countOf = ({ teams }: Invitations, filter: InviteFilter): number =>
  teams.reduce((sum, { members }) => sum + members.filter(shows[filter]).length, 0);

export function rowsOf({ teams }: Invitations, filter: InviteFilter): InviteRow[] {
  return teams.flatMap(({ id, name, members }) => {
    const shown = members.filter(shows[filter]);
    if (shown.length === 0) return [];
    const leader = members.find(({ role }) => role === 'leader')?.person.fullName ?? null;
    return [{ id, name, leader, all: members.length, opened: members.filter(shows.opened).length, shown }];
  });
}

/** Teams of which everybody has come in. */
export const wholeOf = ({ teams }: Invitations): number =>
  teams.filter(({ members }) => members.every(({ state }) => state === 'opened')).length;

export interface Choice {
  /** Teams that are left out. */
  without: ReadonlySet<string>;
  /** Whoever holds a slip that works keeps it. */
  keepOld: boolean;
}

/** Who gets a slip, team by team; nobody who has come in. */
export function toPrint(rows: readonly InviteRow[], { without, keepOld }: Choice): InviteRow[] {
  return rows
    .filter(({ id }) => !without.has(id))
    .map((row) => ({
      ...row,
      shown: row.shown.filter(({ state }) => state === 'none' || (state === 'invited' && !keepOld)),
    }))
    .filter(({ shown }) => shown.length > 0);
}

export const slipsIn = (rows: readonly InviteRow[]): number => rows.reduce((sum, { shown }) => sum + shown.length, 0);

export const sheetsIn = (rows: readonly InviteRow[], looks: SheetLooks): number =>
  sheetsFor(
    rows.map(({ shown }) => shown.length),
    looks,
  );

export interface PreviewSheet {
  team: string | null;
  names: { name: string; role: InvitedMember['role'] }[];
}

export function previewOf(rows: readonly InviteRow[], looks: SheetLooks): PreviewSheet[] {
  const most = slipsOnSheet(looks);
  const people = (row: InviteRow) => row.shown.map(({ person, role }) => ({ name: person.fullName, role }));
  const runs = looks.byTeam
    ? rows.map((row) => ({ team: row.name, names: people(row) }))
    : [{ team: null, names: rows.flatMap(people) }];
  return runs.flatMap(({ team, names }) =>
    Array.from({ length: Math.ceil(names.length / most) }, (_, i) => ({
      team,
      names: names.slice(i * most, (i + 1) * most),
    })),
  );
}
