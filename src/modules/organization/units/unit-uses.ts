import { Injectable } from '@nestjs/common';
import { sql } from '#platform/database';
import { FirstDays } from '../first-days.ts';

/** Since when something stands in a unit: it cannot have begun later. */
@Injectable()
export class UnitUses extends FirstDays {
  constructor() {
    super([
      (unitId) => sql`select min(lower(validity))::text as on from registers where unit_id = ${unitId}`,
      (unitId) => sql`select min(lower(validity))::text as on from ocop_products where unit_id = ${unitId}`,
    ]);
  }
}
