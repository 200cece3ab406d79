/** What of a reform's people is settled: empty posts of new communes, and people of units that end. Pure. */
import type { ReformSeat } from '#contracts/organization/reform-kinds';
import type { PlannedPeople, PlannedPlace } from '#modules/organization';

export interface Going {
  line: number;
  position: number;
  name: string;
  title: string;
}
export interface Standing {
  state: 'unclear' | 'goes' | 'ends';
  to: Going[];
  leaveLine: number | null;
}

/** Of a unit that goes on the posts are held already. */
export function emptySeats({ isNew, kind, posts }: PlannedPlace): ReformSeat[] {
  if (!isNew || kind !== 'commune') return [];
  const focal = (standIn: boolean) => posts.some((post) => post.role === 'focal_officer' && post.standIn === standIn);
  const has: Record<ReformSeat, boolean> = {
    focal: focal(false),
    standIn: focal(true),
    head: posts.some(({ seat }) => seat === 'head'),
  };
  return (['focal', 'standIn', 'head'] as const).filter((seat) => !has[seat]);
}

/** What the whole reform says of each person, whichever unit it says it of. */
export class PeopleStanding {
  private readonly going = new Map<string, Going[]>();
  private readonly leaving = new Map<string, number>();

  constructor({ places }: Pick<PlannedPeople, 'places'>) {
    for (const { position, name, posts, leaves } of places) {
      for (const { personId, line, title } of posts)
        this.going.set(personId, [...(this.going.get(personId) ?? []), { line, position, name, title }]);
      for (const { personId, line } of leaves) this.leaving.set(personId, line);
    }
  }

  /** Whoever is chosen for a post goes on, also where an office of theirs ends. */
  of(personId: string): Standing {
    const to = this.going.get(personId) ?? [];
    const leaveLine = this.leaving.get(personId) ?? null;
    return { state: to.length > 0 ? 'goes' : leaveLine === null ? 'unclear' : 'ends', to, leaveLine };
  }

  /** Other units of the day in which the person is chosen. */
  elsewhere(personId: string, position: number): Going[] {
    return this.of(personId).to.filter((one) => one.position !== position);
  }
}
