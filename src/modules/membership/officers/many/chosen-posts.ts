import { Injectable } from '@nestjs/common';
import { OrganizationApi } from '#modules/organization';
import { Database, sql } from '#platform/database';

/** One of those that an act on many posts is about. */
export interface ChosenPost {
  /** Of the post; of the commune where nobody holds it. */
  id: string;
  /** Whose it is, and where. */
  name: string;
  unitId: string;
}

/** What was done of one. */
export interface ChangedPost extends ChosenPost {
  /** The post that was given. */
  postId: string | null;
  personId: string | null;
  /** By which it changed hands, where somebody had it. */
  handoverId: string | null;
}

/** Posts of a unit and of those below it, in the order in which they were named; of others nothing is said and nothing done. */
@Injectable()
export class ChosenPosts {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
  ) {}

  /** What a caretaker has follows from the other posts. */
  async held(unitId: string, postIds: readonly string[]): Promise<ChosenPost[]> {
    const rows = await this.database.rows<ChosenPost>(
      sql`select o.id, o.unit_id as "unitId", p.full_name as name from unnest(${postIds}::uuid[]) with ordinality n(id, place)
          join posts o on o.id = n.id and not o.caretaker
          join unit_closure c on c.descendant_id = o.unit_id and c.ancestor_id = ${unitId}
          join people p on p.id = o.person_id order by n.place`,
    );
    return this.named(rows);
  }

  /** For the people who are to have the focal post there. */
  async vacant(unitId: string, wanted: readonly { communeId: string; fullName: string }[]): Promise<ChosenPost[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select descendant_id as id from unit_closure where ancestor_id = ${unitId} and descendant_kind = 'commune'
        and descendant_id = any(${wanted.map(({ communeId }) => communeId)}::uuid[])`,
    );
    const here = new Set(rows.map(({ id }) => id));
    return this.named(
      wanted.flatMap(({ communeId: id, fullName }) => (here.has(id) ? [{ id, unitId: id, name: fullName }] : [])),
    );
  }

  private async named(rows: readonly ChosenPost[]): Promise<ChosenPost[]> {
    const units = await this.organization.unitRefs(rows.map(({ unitId }) => unitId));
    return rows.map((row) => ({ ...row, name: `${row.name}, ${units.get(row.unitId)?.fullName ?? ''}` }));
  }
}
