import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts/enums';
import { organizationSql } from '#modules/organization';
import type { Actor, PastPost } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { roleOrder } from './people.queries.ts';
import type { Person } from './person.entity.ts';

export interface PersonRow extends Pick<Person, 'fullName' | 'language'> {
  personId: string;
  posts: { id: string; role: Role; unitId: string; teamId: string | null }[];
  past: PastPost[];
}

export const actorColumns = (today: string): Sql => sql`p.id as "personId", p.full_name as "fullName", p.language,
  coalesce((select json_agg(json_build_object('id', pp.post_id, 'role', pp.role, 'unitId', pp.unit_id, 'teamId', pp.team_id)
                     order by ${roleOrder}, pp.post_id)
              from person_places pp where pp.person_id = p.id and pp.validity @> ${today}::date
               and pp.role <> 'supporter'), '[]') as posts,
  coalesce((select json_agg(json_build_object('id', o.id, 'role', o.role, 'unitId', o.unit_id, 'lastDay', (upper(u.validity) - 1)::text,
                     'until', o.past_until::text) order by o.id)
              from posts o join ${organizationSql.units} u on u.id = o.unit_id and upper(u.validity) <= ${today}::date
             where o.person_id = p.id and o.past_until > ${today}::date and upper(o.validity) <= ${today}::date), '[]') as past`;

export function toActor({ personId, fullName, language, posts, past }: PersonRow, sessionId: string): Actor {
  return { personId, fullName, language, sessionId, posts, ...(past.length > 0 && { past }) };
}

@Injectable()
export class Actors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who acts without a session, from a chat whose account is proven; with all posts of today. */
  async of(personId: string): Promise<Actor | undefined> {
    const row = await this.database.one<PersonRow>(
      sql`select ${actorColumns(this.clock.today())} from people p where p.id = ${personId} and p.anonymised_at is null`,
    );
    return row && toActor(row, '');
  }
}
