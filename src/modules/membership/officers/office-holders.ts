import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Answerer, OfficeAnswerers } from '#modules/organization';
import { Database, sql } from '#platform/database';

/** Who answers an office's phone is who holds the post today; a stand-in does where nobody else holds it. */
@Injectable()
export class OfficeHolders implements OnModuleInit {
  constructor(
    private readonly answerers: OfficeAnswerers,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.answerers.lookBy((unitIds, on) =>
      this.database.rows<Answerer>(
        sql`select distinct on (o.unit_id, o.role) o.unit_id as "unitId", o.role, p.full_name as "fullName"
           from posts o join people p on p.id = o.person_id
          where o.unit_id = any(${unitIds}::uuid[]) and o.validity @> ${on}::date
          order by o.unit_id, o.role, o.caretaker, lower(o.validity)`,
      ),
    );
  }
}
