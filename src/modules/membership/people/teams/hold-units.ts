import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Holding, HOLDINGS_NAMED, organizationSql, UnitHoldings, UnitUses } from '#modules/organization';
import { rowsOf, type Sql, sql, type Tx } from '#platform/database';

/** Names without end: who reads them sees the first ones and how many there are. */
const teams = (unitId: string, from: string): Sql => sql`
  select n.name, count(*) over ()::int as count
    from teams t join lateral (
      select coalesce(t.name, case when v.name ilike v.type || ' %' then v.name else v.type || ' ' || v.name end) as name
        from ${organizationSql.unitNames} v where v.unit_id = t.unit_id order by lower(v.validity) desc limit 1) n on true
   where t.unit_id = ${unitId} and (upper(t.validity) is null or upper(t.validity) > ${from}::date)
   order by n.name, t.id limit ${HOLDINGS_NAMED}`;
const officers = (unitId: string, from: string): Sql => sql`
  select p.full_name || ' (' || o.title || ')' as name, count(*) over ()::int as count
    from posts o join people p on p.id = o.person_id
   where o.unit_id = ${unitId} and not isempty(o.validity) and (upper(o.validity) is null or upper(o.validity) > ${from}::date)
   order by p.full_name, o.id limit ${HOLDINGS_NAMED}`;

/** A unit with a team or with people in office is not closed: both would be left without a name and a place. */
@Injectable()
export class HoldUnits implements OnModuleInit {
  constructor(
    private readonly holdings: UnitHoldings,
    private readonly uses: UnitUses,
  ) {}

  onModuleInit(): void {
    this.holdings.lookBy('teams', (tx, unitId, from) => read(tx, teams(unitId, from)));
    this.holdings.lookBy('officers', (tx, unitId, from) => read(tx, officers(unitId, from)));
    this.uses.lookBy((unitId) => sql`select min(lower(validity))::text as on from teams where unit_id = ${unitId}`);
    this.uses.lookBy((unitId) => sql`select min(lower(validity))::text as on from posts where unit_id = ${unitId}`);
  }
}

async function read(tx: Tx, of: Sql): Promise<Holding> {
  const rows = await rowsOf<{ name: string; count: number }>(tx, of);
  return { count: rows[0]?.count ?? 0, names: rows.map(({ name }) => name) };
}
