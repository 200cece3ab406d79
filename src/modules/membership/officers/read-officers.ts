import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { platformErrors } from '#platform/http';

type Officer = RouteAnswer<typeof routes.appointOfficer>;

@Injectable()
export class ReadOfficers {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, unitId: string): Promise<Officer[]> {
    await this.scope.require(actor, 'post.manage', { unitId });
    return this.rows('o.unit_id = $1 and o.validity @> $2::date', [unitId, this.clock.today()]);
  }

  async one(postId: string): Promise<Officer> {
    const [officer] = await this.rows('o.id = $1', [postId]);
    if (!officer) throw platformErrors.notFound();
    return officer;
  }

  private async rows(where: string, parameters: unknown[]): Promise<Officer[]> {
    const rows = await this.database.rows<{
      id: string;
      person_id: string;
      full_name: string;
      role: Officer['role'];
      title: string;
      from: string;
      to: string | null;
      signed_in: boolean;
    }>(
      `select o.id, o.person_id, p.full_name, o.role, o.title, lower(o.validity)::text as from, upper(o.validity)::text as to,
              exists (select 1 from sessions s where s.person_id = p.id) as signed_in
         from posts o join people p on p.id = o.person_id
        where o.role in ('admin', 'province_officer', 'district_officer', 'trainer') and ${where} order by o.role, p.full_name collate "vi-natural"`,
      parameters,
    );
    return rows.map((row) => ({
      id: row.id,
      person: { id: row.person_id, fullName: row.full_name, position: row.title },
      role: row.role,
      title: row.title,
      from: row.from,
      to: row.to,
      signedIn: row.signed_in,
    }));
  }
}
