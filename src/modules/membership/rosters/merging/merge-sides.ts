import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { AccountSpace } from '#contracts/enums';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { titleOf } from '../../people/people/titles.ts';
import { PeopleQueries, roleOrder } from '../../people/people/people.queries.ts';
import { maskPhone } from '../../people/people/phones.ts';
import type { PlaceRow } from '../../people/people/people.queries.ts';

export type MergeSide = RouteAnswer<typeof routes.previewMerge>['survivor'];

interface Place extends Pick<PlaceRow, 'role' | 'unitId'> {
  personId: string;
  title: string | null;
  team: string | null;
}

/** By what people tell two records apart: places, the end of the number, accounts, when they were last in. */
@Injectable()
export class MergeSides {
  constructor(
    private readonly database: Database,
    private readonly queries: PeopleQueries,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async of(personIds: readonly string[]): Promise<Map<string, MergeSide>> {
    const today = this.clock.today();
    const [names, places, phones, seen, accounts] = await Promise.all([
      this.queries.names(personIds, today),
      this.places(personIds, today),
      this.queries.phones(personIds),
      this.queries.lastSeen(personIds),
      this.accounts(personIds),
    ]);
    const units = await this.organization.unitRefs(places.map(({ unitId }) => unitId));
    const sides = names.map((name): [string, MergeSide] => {
      const phone = phones.find(({ personId, isPrimary }) => personId === name.id && isPrimary);
      const own = places.filter(({ personId }) => personId === name.id);
      const side = {
        person: name,
        places: own.flatMap(({ role, title, unitId, team }) => {
          const unit = units.get(unitId);
          return unit ? [{ title: titleOf(role, title), unit, team }] : [];
        }),
        phoneMasked: phone ? maskPhone(phone.e164) : null,
        accounts: accounts.filter(({ personId }) => personId === name.id).map(({ space }) => space),
        lastSeenAt: seen.get(name.id)?.toISOString() ?? null,
      };
      return [name.id, side];
    });
    return new Map(sides);
  }

  private places(personIds: readonly string[], today: string): Promise<Place[]> {
    return this.database.rows(
      sql`select pp.person_id as "personId", pp.role, pp.title,
          coalesce((select c.ancestor_id from unit_closure c where c.descendant_id = pp.unit_id and c.ancestor_kind = 'commune'),
            pp.unit_id) as "unitId",
          (select t.name from teams_at(${today}::date) t where t.id = pp.team_id) as team
        from person_places pp where pp.person_id = any(${personIds}::uuid[]) and pp.role <> 'supporter'
          and pp.validity && daterange(${today}::date, null) order by ${roleOrder}, pp.post_id`,
    );
  }

  private accounts(personIds: readonly string[]): Promise<{ personId: string; space: AccountSpace }[]> {
    return this.database.rows(
      sql`select distinct person_id as "personId", space from linked_accounts
        where person_id = any(${personIds}::uuid[]) and ended_at is null order by space`,
    );
  }
}
