import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { addDays } from '#i18n';
import {
  OrganizationApi,
  type PlannedPeople,
  type PlannedPlace,
  ReformsApi,
  type UnitRef,
} from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { pagesOf, platformErrors } from '#platform/http';
import { GivenRights } from '../../people/rights/given-rights.ts';
import { HeldSeatsQueries, type SeatHolder } from './held-seats.queries.ts';
import { type HeldRow, type HolderRow, ReformHoldersQueries } from './reform-holders.queries.ts';
import { emptySeats, PeopleStanding } from './reform-seats.ts';

type Places = RouteAnswer<typeof routes.listReformPlaces>;
type Place = RouteAnswer<typeof routes.reformPlace>;
type Holders = RouteAnswer<typeof routes.listReformHolders>;
type Holder = Holders['items'][number];

const placePages = pagesOf('reform places', z.tuple([z.int()]));
const holderPages = pagesOf('reform holders', z.tuple([z.string(), z.uuid()]));

/** Who works where from the day of a reform on, and who is left over of the units that end. */
@Injectable()
export class ReadReformPeople {
  constructor(
    private readonly reforms: ReformsApi,
    private readonly holders: ReformHoldersQueries,
    private readonly organization: OrganizationApi,
    private readonly rights: GivenRights,
    private readonly seats: HeldSeatsQueries,
    private readonly database: Database,
  ) {}

  async places(actor: Actor, id: string, query: RouteQuery<typeof routes.listReformPlaces>): Promise<Places> {
    const reform = await this.reforms.people(actor, id);
    const asked = { ...query, id, version: reform.version };
    const [after = 0] = placePages.after(asked) ?? [];
    const all = shown(reform);
    const rows = all.filter(({ position }) => position > after).slice(0, query.limit + 1);
    const { items, nextCursor } = placePages.cut(asked, rows, ({ position }) => [position]);
    const held = await this.holders.ofUnits(
      items.flatMap(({ endingIds }) => endingIds),
      reform.dayBefore,
    );
    const standing = new PeopleStanding(reform);
    const seats = await this.heldBy(items, reform.onDate);
    return {
      items: items.map((place) => toPlace(place, held, standing, seats)),
      total: all.length,
      nextCursor,
      empty: all.reduce((sum, place) => sum + emptySeats(place).length, 0),
      notYours: await this.notYours(actor, reform),
    };
  }

  /** What would not be given if the reader scheduled it. */
  private async notYours(actor: Actor, { unitId, places }: PlannedPeople): Promise<Places['notYours']> {
    const gifts = places.flatMap((place) =>
      place.posts.map((post) => ({ ...post, place: place.name, unitId: place.unitId ?? unitId })),
    );
    const refused = await this.rights.refused(this.database.manager, actor, gifts);
    const names = await this.holders.names(refused.map(({ gift }) => gift.personId));
    return refused.map(({ gift: { personId, title, place }, why }) => ({
      name: names.get(personId)?.fullName ?? '',
      title,
      place,
      why,
    }));
  }

  async place(actor: Actor, id: string, { position }: RouteQuery<typeof routes.reformPlace>): Promise<Place> {
    const reform = await this.reforms.people(actor, id);
    const place = reform.places.find((one) => one.position === position);
    if (!place) throw platformErrors.notFound();
    const { onDate, dayBefore, pastDays } = reform;
    const left = await this.holders.ofUnits(place.endingIds, dayBefore);
    const chosenIds = place.posts.map(({ personId }) => personId);
    const shownOf = await this.shownOf([...left.map(({ personId }) => personId), ...chosenIds], dayBefore);
    const standing = new PeopleStanding(reform);
    const seats = await this.heldBy([place], onDate);
    return {
      place: toPlace(place, left, standing, seats),
      posts: place.posts.flatMap(({ personId, ...post }) => {
        const holder = shownOf.get(personId);
        const heldBy = (seats.get(post.line) ?? []).map(({ personId: id, fullName }) => ({
          id,
          fullName,
          position: null,
        }));
        return holder ? [{ ...holder, ...post, heldBy, elsewhere: standing.elsewhere(personId, position) }] : [];
      }),
      people: [...new Set(left.map(({ personId }) => personId))].flatMap((personId) => {
        const holder = shownOf.get(personId);
        return holder ? [{ ...holder, ...standing.of(personId) }] : [];
      }),
      offices: await this.offices(place, dayBefore),
      pastDays,
      pastLastDay: pastDays > 0 ? addDays(onDate, pastDays - 1) : null,
    };
  }

  async search(actor: Actor, id: string, query: RouteQuery<typeof routes.listReformHolders>): Promise<Holders> {
    const { unitId, dayBefore } = await this.reforms.people(actor, id);
    const asked = { ...query, id };
    const after = holderPages.after(asked);
    const { rows, total } = await this.holders.search(unitId, { ...query, at: dayBefore, after });
    const { items, nextCursor } = holderPages.cut(asked, rows, ({ fullName, personId }) => [fullName, personId]);
    const shownOf = await this.shownOf(
      items.map(({ personId }) => personId),
      dayBefore,
    );
    return { items: items.flatMap(({ personId }) => shownOf.get(personId) ?? []), total, nextCursor };
  }

  /** By the line of each post: who has its seat in a unit that goes on. */
  private async heldBy(places: readonly PlannedPlace[], onDate: string): Promise<Map<number, SeatHolder[]>> {
    const chosen = places.flatMap(({ unitId, posts }) => (unitId ? posts.map((post) => ({ ...post, unitId })) : []));
    const found = await this.seats.besides(this.database.manager, chosen, onDate);
    return new Map([...found].flatMap(([n, holders]) => (chosen[n] ? [[chosen[n].line, holders] as const] : [])));
  }

  private async offices({ endingIds, officeIds }: PlannedPlace, at: string): Promise<Place['offices']> {
    const units = await this.organization.unitRefs(endingIds, at);
    const cards = await this.reforms.cards(endingIds, at);
    return endingIds.flatMap((unitId) => {
      const unit = units.get(unitId);
      return unit ? [{ unit, card: cards.get(unitId) ?? null, taken: officeIds.includes(unitId) }] : [];
    });
  }

  /** Also who has given up the last post since they were chosen. */
  private async shownOf(personIds: readonly string[], at: string): Promise<Map<string, Holder>> {
    const [people, held] = await Promise.all([this.holders.names(personIds), this.holders.ofPeople(personIds, at)]);
    const units = await this.organization.unitRefs(
      held.map(({ unitId }) => unitId),
      at,
    );
    return new Map([...people].map(([id, row]) => [id, toHolder(row, held, units)]));
  }
}

/** What goes on as it is and takes nobody in has nobody to be settled. */
const shown = ({ places }: PlannedPeople): PlannedPlace[] =>
  places.filter(({ isNew, endingIds, posts }) => isNew || endingIds.length > 0 || posts.length > 0);

function toPlace(
  place: PlannedPlace,
  held: readonly HeldRow[],
  standing: PeopleStanding,
  seats: ReadonlyMap<number, readonly SeatHolder[]>,
): Places['items'][number] {
  const { position, name, kind, isNew, endingIds } = place;
  const of = new Set(endingIds);
  const people = new Set(held.flatMap(({ unitId, personId }) => (of.has(unitId) ? [personId] : [])));
  const unclear = [...people].filter((id) => standing.of(id).state === 'unclear').length;
  const asked = place.posts.filter(({ line, replaces }) => seats.has(line) && !replaces).length;
  return { position, name, kind, isNew, ending: endingIds.length, empty: emptySeats(place), unclear, held: asked };
}

function toHolder(
  { personId, fullName, hasAccount }: HolderRow,
  held: readonly HeldRow[],
  units: ReadonlyMap<string, UnitRef>,
): Holder {
  const own = held.filter((row) => row.personId === personId);
  return {
    person: { id: personId, fullName, position: own[0]?.title ?? null },
    hasAccount,
    held: own.flatMap(({ role, title, standIn, unitId }) => {
      const unit = units.get(unitId);
      return unit ? [{ role, title, standIn, unit }] : [];
    }),
  };
}
