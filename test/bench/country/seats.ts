/** Ids of a seeded country by their number, and who of it is asked. */
import { randomBytes } from 'node:crypto';
import { hashToken } from '#platform/auth';
import type { Role } from '#contracts';
import type { Size } from './country.ts';

/** Kinds of rows: part of the id, so that two kinds share none. */
export const area = {
  province: 1,
  commune: 2,
  hamlet: 3,
  team: 4,
  person: 5,
  officer: 6,
  trainer: 7,
  provider: 8,
  directive: 9,
  training: 10,
  report: 11,
  campaign: 12,
  decision: 13,
  committee: 14,
  yearOrder: 20,
  provinceOrder: 21,
  communeOrder: 22,
  watchedProvince: 23,
  watchedCommune: 24,
  yearTask: 30,
  yearEntry: 31,
  extra: 40,
  form: 41,
} as const;

/** SQL of a UUID (version 7 in form) that sorts by its number. */
export const idOf = (kind: number, n: string): string =>
  `(lpad(to_hex((${n})::bigint), 8, '0') || '-' || lpad(to_hex(${kind}), 4, '0') || '-7000-8000-000000000000')::uuid`;

/** The same id outside of SQL. */
export const uuid = (kind: number, n: number): string =>
  `${n.toString(16).padStart(8, '0')}-${kind.toString(16).padStart(4, '0')}-7000-8000-000000000000`;

export const MEMBERS = 4;
/** Officers of a commune: two of the committee, one focal officer. */
export const OFFICERS = 3;

export interface Seat {
  role: Role;
  personId: string;
  token: string;
}

export interface Seats {
  province: string;
  commune: string;
  /** The commune whose roster is imported. */
  empty: string;
  team: string;
  hamlet: string;
  people: Record<'admin' | 'province_officer' | 'committee_member' | 'focal_officer', Seat> &
    Record<'trainer' | 'leader' | 'member', Seat>;
  emptyCommittee: Seat;
}

const seat = (role: Role, personId: string): Seat => ({ role, personId, token: randomBytes(32).toString('base64url') });

/** Commune 1 and its first team are asked. */
export function cast({ communes }: Size): Seats {
  const officer = (commune: number, n: number) => uuid(area.officer, commune * 10 + n);
  return {
    province: uuid(area.province, 1),
    commune: uuid(area.commune, 1),
    empty: uuid(area.commune, communes + 1),
    team: uuid(area.team, 1),
    hamlet: uuid(area.hamlet, 1),
    people: {
      admin: seat('admin', uuid(area.officer, 1)),
      province_officer: seat('province_officer', uuid(area.officer, 2)),
      committee_member: seat('committee_member', officer(1, 1)),
      focal_officer: seat('focal_officer', officer(1, 3)),
      trainer: seat('trainer', uuid(area.trainer, 1)),
      leader: seat('leader', uuid(area.person, 1)),
      member: seat('member', uuid(area.person, MEMBERS)),
    },
    emptyCommittee: seat('committee_member', officer(communes + 1, 1)),
  };
}

/** SQL that signs these people in. */
export function signIns(seats: Seats): string {
  const all = [...Object.values(seats.people), seats.emptyCommittee];
  const rows = all.map(
    ({ personId, token }, n) =>
      `('${uuid(area.extra, 900_000_000 + n)}'::uuid, '${personId}'::uuid, decode('${hashToken(token).toString('hex')}', 'hex'))`,
  );
  return `insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at, slides_seconds)
    select id, person_id, hash, 'bench', timestamptz '2026-11-17', timestamptz '2026-11-18 01:59Z', timestamptz '2027-02-01', 7776000
      from (values ${rows.join(', ')}) s(id, person_id, hash)`;
}
