import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { maskPhone } from '../../people/people/phones.ts';
import { OrganizationApi, organizationSql } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { PeopleQueries } from '../../people/people/people.queries.ts';
import { TakeoverPlaces } from './takeover-places.ts';

type Answer = RouteAnswer<typeof routes.takeoverPeople>;

interface ColleagueRow {
  personId: string;
  fullName: string;
  title: string;
  otherTitle: string | null;
  otherUnitId: string | null;
  supports: number;
}
interface FormerRow extends ColleagueRow {
  unitId: string;
}

const MOST = 200;
/** A commune's officers, without whoever only looks after the focal post while nobody has it. */
const isOffice: Sql = sql`o.role in ('focal_officer', 'committee_member') and not o.caretaker`;

/** Who works together from now on, and who knows what was before. */
@Injectable()
export class ReadTakeoverPeople {
  constructor(
    private readonly database: Database,
    private readonly places: TakeoverPlaces,
    private readonly people: PeopleQueries,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<Answer> {
    const asked = (await this.places.find(actor, unitId))?.asked;
    if (!asked) return { colleagues: [], former: [] };
    const [colleagues, former] = await Promise.all([
      this.colleagues(unitId, asked.on),
      this.former(unitId, asked.endedIds),
    ]);
    const units = await this.organization.unitRefs(
      [...colleagues, ...former].flatMap(({ otherUnitId }) => otherUnitId ?? []).concat(asked.endedIds),
    );
    const phones = await this.people.phones(colleagues.map(({ personId }) => personId));
    const masked = new Map(phones.flatMap((one) => (one.isPrimary ? [[one.personId, maskPhone(one.e164)]] : [])));
    const other = ({ otherTitle, otherUnitId }: ColleagueRow) => {
      const unit = units.get(otherUnitId ?? '');
      return unit && otherTitle !== null ? { title: otherTitle, unit } : null;
    };
    const person = (row: ColleagueRow) => ({ id: row.personId, fullName: row.fullName, position: row.title });
    return {
      colleagues: colleagues.map((row) => ({
        person: person(row),
        before: other(row),
        supports: row.supports,
        phoneMasked: masked.get(row.personId) ?? null,
      })),
      former: former.flatMap((row) => {
        const unit = units.get(row.unitId);
        return unit ? [{ person: person(row), title: row.title, unit, now: other(row) }] : [];
      }),
    };
  }

  /** Posts that began with the day or after it, with the last one before. */
  private colleagues(unitId: string, on: string): Promise<ColleagueRow[]> {
    const today = this.clock.today();
    return this.database.rows<ColleagueRow>(
      sql`select n.* from (
          select distinct on (o.person_id) o.person_id as "personId", p.full_name as "fullName", o.title, b.title as "otherTitle",
              b.unit_id as "otherUnitId", o.role = 'focal_officer' as focal, o.stand_in,
              (select count(*)::int from supporters s where s.person_id = o.person_id and s.validity @> ${today}::date) as supports
            from posts o join people p on p.id = o.person_id
            left join lateral (select title, unit_id from posts where person_id = o.person_id and unit_id <> o.unit_id
              and upper(validity) <= lower(o.validity) order by upper(validity) desc, id limit 1) b on true
           where o.unit_id = ${unitId} and o.validity @> ${today}::date and lower(o.validity) >= ${on}::date and ${isOffice}
           order by o.person_id, o.role desc, o.stand_in) n
        order by n.focal desc, n.stand_in desc, n."fullName" collate "vi-natural", n."personId" limit ${MOST}`,
    );
  }

  /** Whoever held a post to the end of a former unit and has none here. */
  private former(unitId: string, endedIds: readonly string[]): Promise<FormerRow[]> {
    const today = this.clock.today();
    return this.database.rows<FormerRow>(
      sql`select f.* from (
          select distinct on (o.person_id) o.person_id as "personId", p.full_name as "fullName", o.title, o.unit_id as "unitId",
              n.title as "otherTitle", n.unit_id as "otherUnitId", 0 as supports
            from posts o join people p on p.id = o.person_id and p.anonymised_at is null
            join ${organizationSql.units} u on u.id = o.unit_id
            left join lateral (select title, unit_id from posts where person_id = o.person_id and validity @> ${today}::date
              order by lower(validity) desc, id limit 1) n on true
           where o.unit_id = any(${endedIds}::uuid[]) and ${isOffice} and upper(o.validity) >= upper(u.validity)
             and upper(o.validity) <= ${today}::date
             and not exists (select 1 from posts h where h.person_id = o.person_id and h.unit_id = ${unitId}
               and h.validity @> ${today}::date)
           order by o.person_id, o.role desc) f
        order by f."fullName" collate "vi-natural", f."personId" limit ${MOST}`,
    );
  }
}
