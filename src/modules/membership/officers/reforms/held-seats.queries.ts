import { Injectable } from '@nestjs/common';
import { rowsOf, sql, type Tx } from '#platform/database';

/** A post that is chosen in a unit that goes on. */
export interface ChosenSeat {
  personId: string;
  unitId: string;
  role: string;
  standIn: boolean;
  seat: string | null;
}
export interface SeatHolder {
  postId: string;
  personId: string;
  fullName: string;
}

/** Seats that one person has alone, as a unit that goes on has somebody in them: whoever is chosen beside them takes their place. */
@Injectable()
export class HeldSeatsQueries {
  /** By the place of each in the list: whoever else has it on the day or later. */
  async besides(tx: Tx, chosen: readonly ChosenSeat[], onDate: string): Promise<Map<number, SeatHolder[]>> {
    const rows = await rowsOf<SeatHolder & { n: number }>(
      tx,
      sql`select n.n::int - 1 as n, o.id as "postId", o.person_id as "personId", p.full_name as "fullName"
          from unnest(${chosen.map(({ personId }) => personId)}::uuid[], ${chosen.map(({ unitId }) => unitId)}::uuid[],
            ${chosen.map(({ role }) => role)}::text[], ${chosen.map(({ standIn }) => standIn)}::boolean[],
            ${chosen.map(({ seat }) => seat)}::text[]) with ordinality as n(person_id, unit_id, role, stand_in, seat, n)
          join posts o on o.unit_id = n.unit_id and o.role = n.role and not o.caretaker and o.person_id <> n.person_id
           and o.validity && daterange(${onDate}::date, null)
           and (n.role = 'focal_officer' and not n.stand_in and not o.stand_in or n.seat = 'head' and o.seat = 'head')
          join people p on p.id = o.person_id order by n.n, o.id`,
    );
    const found = new Map<number, SeatHolder[]>();
    for (const { n, ...holder } of rows) found.set(n, [...(found.get(n) ?? []), holder]);
    return found;
  }
}
