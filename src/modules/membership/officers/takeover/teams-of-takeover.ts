import { Injectable, type OnModuleInit } from '@nestjs/common';
import { organizationSql } from '#modules/organization';
import { sql } from '#platform/database';
import { TakeoverParts } from './takeover-parts.ts';

/** Hamlets, teams and members that came to a commune. */
@Injectable()
export class TeamsOfTakeover implements OnModuleInit {
  constructor(private readonly parts: TakeoverParts) {}

  onModuleInit(): void {
    this.parts.take({
      came: {
        hamlets: ({ hamletIds, on }) => sql`select v.unit_id as id, v.type || ' ' || v.name as label, v.unit_id
          from ${organizationSql.unitNames} v where v.unit_id = any(${hamletIds}::uuid[]) and v.validity @> ${on}::date`,
        teams: ({
          hamletIds,
          on,
        }) => sql`select t.id, t.name as label, t.unit_id from unnest(${hamletIds}::uuid[]) h(id)
          cross join lateral (select * from teams_at(${on}::date) where unit_id = h.id offset 0) t where t.status = 'active'`,
        members: ({ hamletIds, on }) => sql`select m.id, p.full_name || ' · ' || t.name as label, t.unit_id
          from unnest(${hamletIds}::uuid[]) h(id)
          cross join lateral (select * from teams_at(${on}::date) where unit_id = h.id offset 0) t
          join team_members m on m.team_id = t.id and m.validity @> ${on}::date join people p on p.id = m.person_id
         where t.status = 'active'`,
      },
    });
  }
}
