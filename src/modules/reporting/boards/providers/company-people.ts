import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

type People = RouteAnswer<typeof routes.providerCell>['people'];
const MOST_NAMED = 20;

/** Who works for a provider where a commune lies: in it, above it, or in a part of it. */
@Injectable()
export class CompanyPeople {
  constructor(
    private readonly database: Database,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  today(): string {
    return this.clock.today();
  }

  async at(providerId: string, communeId: string): Promise<People> {
    const rows = await this.database.rows<{ id: string }>(
      sql`with places as materialized (
         select c.ancestor_id as id, c.depth from unit_closure c where c.descendant_id = ${communeId}
         union select c.descendant_id, 0 from unit_closure c where c.ancestor_id = ${communeId})
       select t.person_id as id from trainers_at(${this.clock.today()}) t join places x on x.id = t.unit_id
        where t.provider_id = ${providerId} group by 1 order by min(x.depth), 1 limit ${MOST_NAMED}`,
    );
    const ids = rows.map(({ id }) => id);
    const [people, phones, seen] = await Promise.all([
      this.membership.people(ids),
      this.membership.maskedPhones(ids),
      this.membership.lastSeen(ids),
    ]);
    return ids.flatMap((id) => {
      const person = people.get(id);
      return person
        ? [{ person, phoneMasked: phones.get(id) ?? null, lastSeenAt: seen.get(id)?.toISOString() ?? null }]
        : [];
    });
  }
}
