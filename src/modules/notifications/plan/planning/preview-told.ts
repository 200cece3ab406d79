import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { MOST_NAMED } from '#contracts/access/acts';
import { MembershipApi, type ShownApproval } from '#modules/membership';
import { HeldActs } from '#platform/acts';
import { PersonRoutes } from './person-routes.ts';

export type ActPreview = RouteAnswer<typeof routes.previewReminder>;
type Route = ActPreview['routes'][number];

export interface ToldPlace {
  id: string;
  name: string;
  people: readonly { personId: string; standIn: boolean }[];
}
interface Asked {
  /** Of the message; a duty is told whoever has muted the kind. */
  kind: string;
  isDuty: boolean;
  told: readonly ToldPlace[];
  left: ActPreview['left'];
  /** By which rule it waits for a second officer; null: it is done at once. */
  secondApproval: ShownApproval | null;
}

/** What is shown before one act on many: how many, who hears of it and how, who is left alone. Writes nothing. */
@Injectable()
export class PreviewTold {
  constructor(
    private readonly membership: MembershipApi,
    private readonly routes: PersonRoutes,
    private readonly acts: HeldActs,
  ) {}

  async of({ kind, isDuty, told, left, secondApproval }: Asked): Promise<ActPreview> {
    const ids = [...new Set(told.flatMap(({ people }) => people.map(({ personId }) => personId)))];
    const routeOf = await this.routes.of(ids, kind, isDuty);
    const named = told.slice(0, MOST_NAMED);
    const people = await this.membership.people(named.flatMap((place) => place.people.map(({ personId }) => personId)));
    return {
      count: told.length,
      people: ids.length,
      routes: byRoute(ids.map((id) => routeOf.get(id) ?? 'none')),
      told: named.map((place) => ({
        id: place.id,
        name: place.name,
        people: place.people.flatMap(({ personId, standIn }) => {
          const person = people.get(personId);
          return person ? [{ person, isStandIn: standIn, route: routeOf.get(personId) ?? 'none' }] : [];
        }),
      })),
      left: left.slice(0, MOST_NAMED),
      leftCount: left.length,
      holdSeconds: this.acts.seconds,
      secondApproval,
    };
  }
}

/** The most first; those whom nothing reaches come last. */
function byRoute(all: readonly Route['route'][]): Route[] {
  const counts = new Map<Route['route'], number>();
  for (const route of all) counts.set(route, (counts.get(route) ?? 0) + 1);
  return [...counts]
    .map(([route, people]) => ({ route, people }))
    .sort((a, b) => Number(a.route === 'none') - Number(b.route === 'none') || b.people - a.people);
}
