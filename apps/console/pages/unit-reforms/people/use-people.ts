/** Who works in the units of a reform's day, as the tab asks for it, and what it writes. */
import { api, client, type Schemas } from '../../../api/client.ts';
import { usePages, useWhole } from '../../../api/use-pages.ts';
import type { MessageId } from '../../../i18n/i18n.tsx';
import type { Reform } from '../reform-looks.ts';
import type { Edit } from '../lines/use-lines.ts';

export type Place = Schemas['ReformPlace'];
export type PlacePeople = Schemas['ReformPlacePeople'];
export type Taken = Schemas['ReformSeatTaken'];
export type Holder = Schemas['ReformHolder'];
export type PersonLeft = Schemas['ReformPersonLeft'];
type Post = Extract<Edit, { do: 'post' }>;

/** What somebody can be in a unit of the day. */
export const seatKinds = {
  focal: { role: 'focal_officer', standIn: false },
  standIn: { role: 'focal_officer', standIn: true },
  head: { role: 'committee_member', standIn: false, seat: 'head' },
  deputy_head: { role: 'committee_member', standIn: false, seat: 'deputy_head' },
  standing: { role: 'committee_member', standIn: false, seat: 'standing' },
  member: { role: 'committee_member', standIn: false, seat: 'member' },
  district_officer: { role: 'district_officer', standIn: false },
  province_officer: { role: 'province_officer', standIn: false },
  admin: { role: 'admin', standIn: false },
} as const satisfies Record<string, Pick<Post, 'role' | 'standIn' | 'seat'>>;
export type SeatKind = keyof typeof seatKinds;

export const seatWord = (kind: SeatKind): MessageId => `rp.seat.${kind}`;

export function kindOf({ role, standIn, seat }: Pick<Taken, 'role' | 'standIn' | 'seat'>): SeatKind {
  if (role === 'focal_officer') return standIn ? 'standIn' : 'focal';
  if (role === 'committee_member') return seat ?? 'member';
  return role;
}

/** Those of a new commune that are told while they are empty, and that one person has alone. */
export const singleSeats = ['focal', 'standIn', 'head'] as const;
/** Of which there may be any number. */
export function otherSeats({ kind }: Pick<Place, 'kind'>): SeatKind[] {
  if (kind === 'commune') return ['deputy_head', 'standing', 'member'];
  return kind === 'district' ? ['district_officer'] : ['province_officer'];
}

export const postOf = (
  kind: SeatKind,
  holder: Holder,
  place: Pick<Place, 'position'>,
  title: string,
  replaces = false,
): Edit => ({
  do: 'post',
  ...seatKinds[kind],
  personId: holder.person.id,
  title,
  intoPosition: place.position,
  replaces,
});

export function usePlaces({ id: reformId, version }: Reform) {
  const path = '/reforms/{reformId}/places';
  return useWhole(
    usePages<Place, Schemas['ReformPlacePage']>(
      path,
      { reformId, version },
      (cursor) => client.GET(path, { params: { path: { reformId }, query: { limit: 200, ...cursor } } }),
      { idOf: ({ position }) => String(position) },
    ),
  );
}

export function usePlace({ id: reformId }: Reform, position: number) {
  return api.useQuery('get', '/reforms/{reformId}/place', { params: { path: { reformId }, query: { position } } });
}

/** People who hold a post anywhere within reach, by what is typed. */
export function useHolders({ id: reformId }: Reform, q: string): readonly Holder[] {
  const query = api.useQuery(
    'get',
    '/reforms/{reformId}/holders',
    { params: { path: { reformId }, query: { q: q.trim(), limit: 20 } } },
    { enabled: q.trim().length > 1 },
  );
  return query.data?.items ?? [];
}
