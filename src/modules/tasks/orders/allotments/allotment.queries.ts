/** Numbers of communes, and what their teams have reached of them. Sums are taken over the tasks themselves. */
import { Injectable } from '@nestjs/common';
import { membershipSql } from '#modules/membership';
import { organizationSql } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import type { Role } from '#contracts/enums';
import { Allotment, type AllotmentChange } from './allotment.entity.ts';
import type { CommuneShare } from './check-shares.ts';

export interface ShareData {
  allotmentId: string;
  unitId: string;
  target: number;
}
/** What teams of a commune have of it. */
export interface Handed {
  allotmentId: string;
  communeId: string;
  teams: number;
  target: number;
  reported: number;
  confirmed: number;
  waiting: number;
}
export interface HandingOrder {
  allotmentId: string;
  communeId: string;
  id: string;
  title: string;
}

const columns = sql`a.id, a.issuer_unit_id as "issuerUnitId", a.template_code as "templateCode", a.pillar, a.title, a.work,
  a.indicator_code as "indicatorCode", a.indicator, a.target, a.due_on as "dueOn", a.directive_id as "directiveId", a.evidence,
  a.asks, a.minimum_codes as "minimumCodes", a.priority, a.issued_by as "issuedBy", a.issued_at as "issuedAt",
  a.recall_until as "recallUntil", a.version, a.series_id as "seriesId", a.period_month as "periodMonth", a.cancelled_at as "cancelledAt", a.cancelled_by as "cancelledBy",
  a.cancel_reason as "cancelReason"`;

/** The reader covers the office that gave it, or the commune. */
const covered = (units: readonly string[], unit: Sql): Sql =>
  sql`exists (select 1 from unit_closure c where c.ancestor_id = any(${units}::uuid[]) and c.descendant_id = ${unit})`;
const seen = (units: readonly string[]): Sql =>
  sql`(${covered(units, sql`a.issuer_unit_id`)} or ${covered(units, sql`s.unit_id`)})`;
/**
 * Tasks of the orders by which communes handed it on; where a hamlet came to another commune, it counts there. Of one commune
 * its own hamlets are looked through, and not all that the province gave.
 */
const tasksOf = (ids: readonly string[], below: readonly string[] | null): Sql => sql`
  select t.id, t.assignment_id, t.target, t.state, o.origin_id, o.indicator_code, o.title,
         coalesce((select c.ancestor_id from unit_closure c
            where c.descendant_id = t.unit_id and c.ancestor_kind = 'commune' limit 1), t.commune_id) as commune_id
    from assignments o ${below === null ? allTasks : ownTasks(below)}
   where o.origin_id = any(${ids}::uuid[]) and o.cancelled_at is null`;
const allTasks = sql`join tasks t on t.assignment_id = o.id and t.state <> 'cancelled'`;
const ownTasks = (below: readonly string[]): Sql => sql`
    join (select distinct descendant_id as id from unit_closure where ancestor_id = any(${below}::uuid[])) u on true
    join tasks t on t.unit_id = u.id and t.assignment_id = o.id and t.state <> 'cancelled'`;

@Injectable()
export class AllotmentQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async one(id: string): Promise<Allotment | undefined> {
    return (
      (await this.database.manager.findOne(Allotment, {
        select: {
          id: true,
          issuerUnitId: true,
          templateCode: true,
          pillar: true,
          title: true,
          work: true,
          indicatorCode: true,
          indicator: true,
          target: true,
          dueOn: true,
          directiveId: true,
          evidence: true,
          asks: true,
          minimumCodes: true,
          priority: true,
          issuedBy: true,
          issuedAt: true,
          recallUntil: true,
          version: true,
          seriesId: true,
          periodMonth: true,
          cancelledAt: true,
          cancelledBy: true,
          cancelReason: true,
        },
        where: { id },
      })) ?? undefined
    );
  }

  /** Of a monthly work: the newest that were not taken back; and whether some were after it was begun. */
  last(seriesId: string, setAt: Date): Promise<(Allotment & { isCancelled: boolean }) | undefined> {
    return this.database.one(
      sql`select ${columns}, coalesce((select n.cancelled_at > ${setAt} from allotments n where n.series_id = ${seriesId}
            order by n.issued_at desc, n.id desc limit 1), false) as "isCancelled"
        from allotments a where a.series_id = ${seriesId} and a.cancelled_at is null
       order by a.issued_at desc, a.id desc limit 1`,
    );
  }

  numbers(id: string): Promise<CommuneShare[]> {
    return this.database.rows<CommuneShare>(
      sql`select unit_id as "unitId", target from allotment_shares where allotment_id = ${id} order by unit_id`,
    );
  }

  /** Newest first, from behind the cursor on. */
  list(
    unitId: string,
    filter: { waiting: boolean; after: readonly [issuedAt: string, id: string] | null; limit: number },
  ): Promise<(Allotment & { total: number })[]> {
    const [issuedAt, id] = filter.after ?? [null, null];
    const below = covered([unitId], sql`s.unit_id`);
    const open = sql`a.cancelled_at is null and a.due_on >= ${this.clock.today()}::date and exists (
      select 1 from allotment_shares s where s.allotment_id = a.id and ${below} and s.target > coalesce((
        select sum(t.target) from assignments o join tasks t on t.assignment_id = o.id and t.state <> 'cancelled'
         where o.origin_id = a.id and o.cancelled_at is null
           and exists (select 1 from unit_closure c where c.ancestor_id = s.unit_id and c.descendant_id = t.unit_id)), 0))`;
    return this.database.rows(
      sql`with concerned as materialized (
         select a.* from allotments a
          where (a.issuer_unit_id = ${unitId} or exists (
                select 1 from allotment_shares s where s.allotment_id = a.id and ${below}))
            and (not ${filter.waiting}::boolean or (${open})))
       select ${columns}, (select count(*)::int from concerned) as total from concerned a
        where ${issuedAt}::timestamptz is null or (a.issued_at, a.id) < (${issuedAt}, ${id}::uuid)
        order by a.issued_at desc, a.id desc limit ${filter.limit}`,
    );
  }

  /** Those that the reader covers. */
  shares(ids: readonly string[], units: readonly string[]): Promise<ShareData[]> {
    return this.database.rows<ShareData>(
      sql`select s.allotment_id as "allotmentId", s.unit_id as "unitId", s.target from allotments a
        join allotment_shares s on s.allotment_id = a.id where a.id = any(${ids}::uuid[]) and ${seen(units)}`,
    );
  }

  /** By commune of today; of communes below these units only, if they are given. */
  handed(ids: readonly string[], below: readonly string[] | null): Promise<Handed[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.database.rows<Handed>(
      sql`with given as materialized (${tasksOf(ids, below)})
       select g.origin_id as "allotmentId", g.commune_id as "communeId", count(*)::int as teams, sum(g.target)::int as target,
              coalesce(sum(l.reported), 0)::int as reported, coalesce(sum(l.confirmed), 0)::int as confirmed,
              coalesce(sum(l.open) filter (where g.state = 'submitted'), 0)::int as waiting
         from given g
         left join lateral (
              select sum(coalesce(confirmed_value, value)) as reported, sum(confirmed_value) as confirmed,
                     sum(value) filter (where confirmed_value is null) as open
                from counted_lines
               where task_id = g.id and indicator_code = g.indicator_code and g.state <> 'assigned' offset 0) l on true
        group by 1, 2`,
    );
  }

  orders(id: string, below: readonly string[] | null): Promise<HandingOrder[]> {
    return this.database.rows<HandingOrder>(
      sql`select distinct g.origin_id as "allotmentId", g.commune_id as "communeId", g.assignment_id as id, g.title
         from (${tasksOf([id], below)}) g order by g.assignment_id`,
    );
  }

  changes(id: string): Promise<AllotmentChange[]> {
    return this.database.rows<AllotmentChange>(
      sql`select allotment_id as "allotmentId", version, changed_by as "changedBy", changed_at as "changedAt", reason, before, after
        from allotment_changes where allotment_id = ${id} order by version desc`,
    );
  }

  /** Communes that stand today below the unit, whatever the hour at which the tree was turned, with active teams and people who hold one of the roles there. */
  communes(
    unitId: string,
    roles: readonly Role[],
  ): Promise<{ id: string; households: number | null; teams: number; officers: number }[]> {
    const today = this.clock.today();
    return this.database.rows(
      sql`select c.descendant_id as id,
              coalesce((select sum(r.value) from unit_closure h join ${organizationSql.registers} r on r.unit_id = h.descendant_id
                 and r.metric = 'households' and r.validity @> ${today}::date
                where h.ancestor_id = c.descendant_id and h.descendant_kind = 'hamlet'),
                (select r.value from ${organizationSql.registers} r where r.unit_id = c.descendant_id
                  and r.metric = 'households' and r.validity @> ${today}::date limit 1))::int as households,
              t.n::int as teams,
              (select count(distinct p.person_id)::int from ${membershipSql.posts} p where p.unit_id = c.descendant_id
                and p.role = any(${roles}::text[]) and p.validity @> ${today}::date) as officers
         from unit_closure c
         join ${organizationSql.units} u on u.id = c.descendant_id and u.validity @> ${today}::date
         -- Commune by commune: grouped, they are counted over the whole country.
         cross join lateral (select count(*) as n from unit_closure h join teams_at(${today}::date) n on n.unit_id = h.descendant_id
            where h.ancestor_id = c.descendant_id and n.status = 'active' offset 0) t
        where c.ancestor_id = ${unitId} and c.descendant_kind = 'commune' and c.depth > 0`,
    );
  }

  /** Living units that ended ones became, over several reforms; units that still stand are absent. */
  async heirs(unitIds: readonly string[]): Promise<Map<string, string[]>> {
    const today = this.clock.today();
    const rows = await this.database.rows<{ id: string; heirs: string[] }>(
      sql`with recursive line as (
         select u.id as root, s.to_unit_id as id from ${organizationSql.units} u
           join ${organizationSql.unitSuccessors} s on s.from_unit_id = u.id
          where u.id = any(${unitIds}::uuid[]) and upper(u.validity) <= ${today}::date
         union
         select l.root, s.to_unit_id from line l join ${organizationSql.units} u on u.id = l.id
           and upper(u.validity) <= ${today}::date join ${organizationSql.unitSuccessors} s on s.from_unit_id = l.id)
       select l.root as id, array_agg(distinct u.id) as heirs from line l
         join ${organizationSql.units} u on u.id = l.id where u.validity @> ${today}::date group by 1`,
    );
    return new Map(rows.map(({ id, heirs }) => [id, heirs]));
  }
}
