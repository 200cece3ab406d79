import { Injectable } from '@nestjs/common';
import type { OfficerRole, UnitKind } from '#contracts/enums';
import { Database, sql } from '#platform/database';
import { fullName } from '../units/unit.queries.ts';

export interface CardRow {
  unitId: string;
  kind: UnitKind;
  unitName: string;
  fullName: string;
  unitCode: string | null;
  name: string | null;
  phone: string | null;
  email: string | null;
  hours: string | null;
  address: string | null;
  holder: string | null;
  answeredBy: OfficerRole | null;
  isOffice: boolean;
  checkedOn: string | null;
  changedOn: string | null;
}

/** The contact cards of a unit and of all below it that are no hamlets, with or without a number. */
@Injectable()
export class OfficeCardsQueries {
  constructor(private readonly database: Database) {}

  below(unitId: string, day: string): Promise<CardRow[]> {
    return this.database.rows<CardRow>(
      sql`with area as materialized (
          select c.descendant_id as id, c.descendant_kind as kind from unit_closure_at(${day}::date) c
           where c.ancestor_id = ${unitId} and c.descendant_kind not in ('hamlet', 'country'))
        select a.id as "unitId", a.kind, v.name as "unitName", ${fullName} as "fullName", v.code as "unitCode", o.name, o.phone,
               o.email, o.hours, o.address, o.holder, o.answered_by as "answeredBy", coalesce(o.is_office, false) as "isOffice",
               o.checked_on::text as "checkedOn", lower(o.validity)::text as "changedOn"
          from area a
         cross join lateral (select * from unit_versions w where w.unit_id = a.id and w.validity @> ${day}::date offset 0) v
          left join lateral (select * from offices f where f.unit_id = a.id and f.validity @> ${day}::date
            order by lower(f.validity) desc limit 1) o on true
         order by v.code nulls last, a.id`,
    );
  }
}
