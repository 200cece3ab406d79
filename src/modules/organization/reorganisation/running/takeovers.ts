import { Injectable } from '@nestjs/common';
import { startOfDay } from '#i18n';
import { Clock } from '#platform/clock';
import { Database, prepared, type Sql, sql } from '#platform/database';

/** A unit from which hamlets came, or that went over with nothing below it. */
export interface FormerUnit {
  id: string;
  hamletIds: string[];
  /** All of its hamlets came here. */
  whole: boolean;
  ended: boolean;
  /** What most of its hamlets are called: "tiểu khu". */
  partType: string | null;
}

/** What came to a commune on one day. */
export interface Takeover {
  on: string;
  /** From when it is the commune's: the day, or when the reform was entered. */
  at: Date;
  reform: { id: string; title: string; directiveId: string | null } | null;
  /** By what they were called. */
  units: FormerUnit[];
  /** Hamlets of former units that stand nowhere since. */
  lost: number;
}

interface Row extends FormerUnit {
  on: string;
  appliedAt: Date | null;
  reformId: string | null;
  title: string | null;
  directiveId: string | null;
  lost: number;
}

/** How a hamlet came to the commune that it is in. */
export interface Move {
  fromId: string;
  toId: string;
  on: string;
  /** When it was written down; null where nothing tells. */
  enteredAt: Date | null;
  /** The former commune is no more. */
  ended: boolean;
  title: string | null;
  directiveId: string | null;
}

/** Statements `r (id, title, directive_id, applied_at)`: the reform of a day that names one of these units. */
const reformOf = (unitId: Sql, hamletIds: Sql, on: Sql): Sql => sql`(
  select r.id, r.title, r.directive_id, r.applied_at from reorganisations r
    join reorganisation_lines l on l.reorganisation_id = r.id and l.version = r.version
      and (l.unit_id = ${unitId} or l.unit_id = any(${hamletIds}))
   where r.state = 'applied' and r.reach = 'units' and r.on_date = ${on} order by r.id limit 1)`;

/** What communes take over is read from the tree itself: whose hamlets of today were another's the day before. */
@Injectable()
export class Takeovers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * How the hamlet came to its commune since that instant: by moving itself, or as it was made of others that stood elsewhere. What was
   * entered after its day counts from its entry: until then the former commune acted, and gave orders.
   */
  moveOf(hamletId: string, since: Date): Promise<Move | undefined> {
    return this.database.one<Move>(
      prepared(
        'hamlet-came',
        sql`with recursive line as (
            select ${hamletId}::uuid as id, 0 as n
            union
            select s.from_unit_id, l.n + 1 from line l join unit_successors s on s.to_unit_id = l.id where l.n < 10),
          moves as (
            select n.unit_id, o.parent_id as from_id, n.parent_id as to_id, lower(n.validity) as on_date
              from line l join unit_versions n on n.unit_id = l.id
              join unit_versions o on o.unit_id = n.unit_id and upper(o.validity) = lower(n.validity)
            union all
            select n.unit_id, o.parent_id, n.parent_id, s.on_date from line l join unit_successors s on s.to_unit_id = l.id
              join unit_versions o on o.unit_id = s.from_unit_id and upper(o.validity) = s.on_date
              join unit_versions n on n.unit_id = s.to_unit_id and lower(n.validity) = s.on_date)
          select m.from_id as "fromId", m.to_id as "toId", m.on_date::text as on, e.made_at as "enteredAt",
              coalesce(upper(u.validity) <= m.on_date, false) as ended, r.title, r.directive_id as "directiveId"
            from moves m join units u on u.id = m.from_id and u.kind = 'commune' and m.from_id <> m.to_id
            left join lateral (select max(c.made_at) as made_at from unit_changes c
              where c.unit_id = m.unit_id and c.on_date = m.on_date) e on true
            left join lateral ${reformOf(sql`m.from_id`, sql`array[m.unit_id]`, sql`m.on_date`)} r on true
           where m.on_date <= ${this.clock.today()}::date
             and (m.on_date > ${this.clock.dayOf(since)}::date or e.made_at > ${since})
           order by m.on_date desc limit 1`,
      ),
    );
  }

  /** The last time that something came, up to today. */
  async to(communeId: string): Promise<Takeover | undefined> {
    const rows = await this.database.rows<Row>(
      sql`with came as materialized (
          select lower(n.validity) as on_date, o.parent_id as from_id, n.unit_id as hamlet_id, n.type
            from unit_versions n join unit_versions o on o.unit_id = n.unit_id and upper(o.validity) = lower(n.validity)
              and o.parent_id <> n.parent_id
           where n.parent_id = ${communeId} and lower(n.validity) <= ${this.clock.today()}::date
          union all
          select s.on_date, s.from_unit_id, null, null from unit_successors s
           where s.to_unit_id = ${communeId} and s.on_date <= ${this.clock.today()}::date),
        parts as (
          select on_date, from_id, coalesce(array_agg(hamlet_id) filter (where hamlet_id is not null), '{}') as hamlet_ids,
              mode() within group (order by type) as part_type
            from came where on_date = (select max(on_date) from came) group by 1, 2)
        select p.from_id as id, p.on_date::text as on, p.hamlet_ids as "hamletIds", p.part_type as "partType",
            coalesce(upper(u.validity) <= p.on_date, false) as ended, b.n = cardinality(p.hamlet_ids) as whole,
            case when upper(u.validity) <= p.on_date then b.lost else 0 end as lost,
            r.id as "reformId", r.title, r.directive_id as "directiveId", r.applied_at as "appliedAt"
          from parts p join units u on u.id = p.from_id
         cross join lateral (
            select count(*)::int as n, count(*) filter (where h.validity @> p.on_date and not exists (
                select 1 from unit_versions w join units q on q.id = w.parent_id and q.validity @> p.on_date
                 where w.unit_id = b.unit_id and w.validity @> p.on_date))::int as lost
              from unit_versions b join units h on h.id = b.unit_id and h.kind = 'hamlet'
             where b.parent_id = p.from_id and b.validity @> (p.on_date - 1)) b
          left join lateral ${reformOf(sql`p.from_id`, sql`p.hamlet_ids`, sql`p.on_date`)} r on true
          left join lateral (select v.name from unit_versions v where v.unit_id = p.from_id
            and v.validity @> (p.on_date - 1)) v on true
         order by v.name collate "vi-natural", p.from_id`,
    );
    const [first] = rows;
    if (!first) return undefined;
    const told = rows.find(({ reformId }) => reformId !== null);
    return {
      on: first.on,
      at: told?.appliedAt ?? new Date(startOfDay(first.on)),
      reform: told?.reformId ? { id: told.reformId, title: told.title ?? '', directiveId: told.directiveId } : null,
      units: rows.map(({ id, hamletIds, whole, ended, partType }) => ({ id, hamletIds, whole, ended, partType })),
      lost: rows.reduce((sum, { lost }) => sum + lost, 0),
    };
  }
}
