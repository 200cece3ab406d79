import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import type { Post } from '../committees/post.entity.ts';
import type { Person } from '../people/person.entity.ts';

type Officer = RouteAnswer<typeof routes.appointOfficer>;

interface Row extends Pick<Post, 'id' | 'personId' | 'title'>, Pick<Person, 'fullName'> {
  role: Officer['role'];
  from: string;
  to: string | null;
  signedIn: boolean;
}

@Injectable()
export class ReadOfficers {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, unitId: string): Promise<Officer[]> {
    await this.scope.require(actor, 'post.manage', { unitId });
    return this.rows(sql`o.unit_id = ${unitId} and o.validity @> ${this.clock.today()}::date`);
  }

  async one(postId: string): Promise<Officer> {
    const [officer] = await this.rows(sql`o.id = ${postId}`);
    if (!officer) throw platformErrors.notFound();
    return officer;
  }

  private async rows(where: Sql): Promise<Officer[]> {
    const rows = await this.database.rows<Row>(
      sql`select o.id, o.person_id as "personId", p.full_name as "fullName", o.role, o.title,
              lower(o.validity)::text as from, upper(o.validity)::text as to,
              exists (select 1 from sessions s where s.person_id = p.id) as "signedIn"
         from posts o join people p on p.id = o.person_id
        where o.role in ('admin', 'province_officer', 'district_officer', 'trainer') and ${where}
        order by o.role, p.full_name collate "vi-natural"`,
    );
    return rows.map((row) => ({
      id: row.id,
      person: { id: row.personId, fullName: row.fullName, position: row.title },
      role: row.role,
      title: row.title,
      from: row.from,
      to: row.to,
      signedIn: row.signedIn,
    }));
  }
}
