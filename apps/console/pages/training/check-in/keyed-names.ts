/** Names keyed in at the door or from a signed sheet: who is meant, when they were there, what is sent. Pure. */
import { foldMarks } from '#i18n/fold';
import { uuid } from '#client/uuid';
import type { Schemas } from '../../../api/client.ts';
import type { SessionDetail } from '../looks.ts';

export type CheckIn = Schemas['CheckInItem'];
export type Keyed = Pick<CheckIn, 'clientId' | 'personId' | 'method' | 'at' | 'code'> & {
  fullName: string;
  teamId: string | null;
  team: string;
};

export interface Candidate {
  personId: string;
  fullName: string;
  team: { id: string; name: string } | null;
}

export const candidatesOf = (people: readonly Pick<Schemas['InvitedPerson'], 'person' | 'team'>[]): Candidate[] =>
  people.map(({ person, team }) => ({ personId: person.id, fullName: person.fullName, team }));

const shown = 8;

/** Whose name or team holds every typed word, marks and order ignored; those whose words begin so come first. */
export function matching(candidates: readonly Candidate[], typed: string): Candidate[] {
  const words = foldMarks(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return candidates
    .map((candidate) => {
      const parts = foldMarks(`${candidate.fullName} ${candidate.team?.name ?? ''}`).split(/\s+/);
      const hits = words.map((word) =>
        parts.some((part) => part.startsWith(word)) ? 2 : parts.join(' ').includes(word) ? 1 : 0,
      );
      return { candidate, score: hits.includes(0) ? 0 : hits.reduce<number>((sum, hit) => sum + hit, 0) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, shown)
    .map(({ candidate }) => candidate);
}

/** The moment that a keyed name stands for: now while the session runs, its end when the sheet is keyed in later. */
export function momentOf({ endsAt }: Pick<SessionDetail, 'endsAt'>, now: number): string {
  return new Date(Math.min(now, Date.parse(endsAt))).toISOString();
}

export function keyedOf(
  who: Candidate | { fullName: string },
  method: 'by_name' | 'paper',
  at: string,
  id: string = uuid(),
): Keyed {
  const known = 'personId' in who;
  return {
    clientId: id,
    personId: known ? who.personId : null,
    fullName: who.fullName.trim().replace(/\s+/g, ' '),
    teamId: known ? (who.team?.id ?? null) : null,
    team: known ? (who.team?.name ?? '') : '',
    method: known ? method : 'walk_in',
    at,
  };
}

export function itemOf({ clientId, personId, fullName, teamId, method, at, code }: Keyed): CheckIn {
  return personId === null
    ? { clientId, personId, fullName, teamId, method, at }
    : { clientId, personId, method, at, ...(code && { code }) };
}

/** Whether the person stands in the list already, or has been counted. */
export function isHere(
  who: Candidate | { fullName: string },
  keyed: readonly Keyed[],
  counted: readonly Pick<Schemas['AttendanceRow'], 'person' | 'fullName' | 'state'>[],
): boolean {
  const present = counted.filter(({ state }) => state === 'counted');
  if ('personId' in who)
    return (
      keyed.some(({ personId }) => personId === who.personId) ||
      present.some(({ person }) => person?.id === who.personId)
    );
  const name = foldMarks(who.fullName).trim();
  return [
    ...keyed.filter(({ personId }) => personId === null),
    ...present.filter(({ person }) => person === null),
  ].some(({ fullName }) => foldMarks(fullName) === name);
}
