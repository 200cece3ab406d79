import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { endOfDay, startOfDay } from '#i18n';
import { organizationSql, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

type Load = RouteAnswer<typeof trainingPlanRoutes.trainingLoad>;
interface Row {
  id: string;
  name: string;
  proposed: number;
  held: number;
  cancelled: number;
  attended: number;
  hours: number;
  communes: number;
  covered: number;
  liked: number | null;
}

/** What each provider did below a unit in a span of days: providers are measured too. */
@Injectable()
export class ReadLoad {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    { from, to }: RouteQuery<typeof trainingPlanRoutes.trainingLoad>,
  ): Promise<Load> {
    await this.scope.require(actor, 'training.load', { unitId });
    const rows = await this.database.rows<Row>(
      sql`with below as (select c.descendant_id as id from unit_closure c where c.ancestor_id = ${unitId}
        and c.descendant_kind = 'commune'),
       held as (
         select s.*, (select count(*)::int from check_ins k where k.session_id = s.id and k.state = 'counted') as came
           from training_sessions s
          where s.commune_id in (select id from below) and s.starts_at >= ${new Date(startOfDay(from))}
            and s.starts_at < ${new Date(endOfDay(to))})
       select p.id, p.name, count(h.id) filter (where h.state in ('proposed', 'changes_asked', 'published')
         and h.ends_at > ${this.clock.now()})::int as proposed,
              count(h.id) filter (where h.came > 0)::int as held,
                count(h.id) filter (where h.state = 'cancelled')::int as cancelled, coalesce(sum(h.came), 0)::int as attended,
              coalesce(sum(extract(epoch from h.ends_at - h.starts_at) / 3600) filter (where h.came > 0), 0)::float as hours,
                count(distinct h.commune_id) filter (where h.came > 0)::int as communes,
              (select count(distinct b.id)::int from ${organizationSql.providerCoverage} v join unit_closure c
                on c.ancestor_id = v.unit_id join below b on b.id = c.descendant_id where v.provider_id = p.id
                  and v.validity @> ${this.clock.today()}::date) as covered,
              (select avg(f.liked)::float from training_feedback f join held x on x.id = f.session_id where x.provider_id = p.id) as liked
         from ${organizationSql.providers} p left join held h on h.provider_id = p.id
        where exists (select 1 from ${organizationSql.providerCoverage} v join unit_closure c
          on (c.ancestor_id = v.unit_id and c.descendant_id = ${unitId})
            or (c.ancestor_id = ${unitId} and c.descendant_id = v.unit_id) where v.provider_id = p.id)
        group by p.id, p.name order by p.name collate "vi-natural"`,
    );
    return rows.map(({ id, name, covered, ...figures }) => ({
      provider: { id, name },
      ...figures,
      communesCovered: covered,
      hours: Math.round(figures.hours * 10) / 10,
    }));
  }
}
