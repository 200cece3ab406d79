import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { erasureOf } from '#contracts/privacy/erasing';
import { type RecordKind, recordKindNames } from '#contracts/privacy/record-kinds';
import { Database, sql } from '#platform/database';
import { OwnRecords } from '../own-data/own-records.ts';

type Held = RouteAnswer<typeof routes.readDataRequest>['holds'];

export interface HeldPlace {
  unitId: string;
  teamId: string | null;
  /** The last day on which they belonged there; null while they do. */
  leftOn: string | null;
  /** The last three digits of the main number. */
  phoneEnd: string | null;
}

/** What is held about a person, by kind, and what becomes of it when they ask to be erased. */
@Injectable()
export class HeldOfPerson {
  constructor(
    private readonly database: Database,
    private readonly records: OwnRecords,
  ) {}

  /** Kinds of which there is nothing are left out. */
  async of(personId: string): Promise<Held> {
    const found = new Map<RecordKind, number>(
      [...(await this.records.countOf(personId)), ...(await this.places(personId))].map(({ kind, count }) => [
        kind,
        count,
      ]),
    );
    return recordKindNames.flatMap((kind) => {
      const count = found.get(kind) ?? 0;
      return count > 0 ? [{ kind, count, erasure: erasureOf[kind] }] : [];
    });
  }

  lastPlace(personId: string): Promise<HeldPlace | undefined> {
    return this.database.one<HeldPlace>(
      sql`select pp.unit_id as "unitId", pp.team_id as "teamId", (upper(pp.validity) - 1)::text as "leftOn",
          (select right(f.e164, 3) from phones f where f.person_id = ${personId} and f.is_primary) as "phoneEnd"
        from person_places pp where pp.person_id = ${personId} and pp.role <> 'supporter' and not isempty(pp.validity)
        order by upper(pp.validity) desc nulls first, pp.post_id limit 1`,
    );
  }

  /** Their name, their places, and the decisions that set up the teams in which they stood by name. */
  private async places(personId: string): Promise<{ kind: RecordKind; count: number }[]> {
    return this.database.rows<{ kind: RecordKind; count: number }>(
      sql`select 'identity' as kind, count(*)::int as count from people where id = ${personId} or merged_into_id = ${personId}
        union all select 'roles', count(*)::int from person_places where person_id = ${personId}
        union all select 'acts', count(*)::int from posts where person_id = ${personId}
        union all select 'papers', count(distinct d.id)::int from team_members m
          join establishing_decisions d on d.team_id = m.team_id and d.voided_at is null where m.person_id = ${personId}`,
    );
  }
}
