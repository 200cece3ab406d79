import { type Database, type Sql, sql } from '#platform/database';
import { codeBearers, type CodeBearer } from '../../units/unit-codes.ts';
import { type CodeElsewhere, type CodeFacts, codesOf } from './code-findings.ts';
import type { ReformShape } from './reform-lines.ts';

interface Asked {
  id: string;
  onDate: string;
  today: string;
  /** Of a draft it is enough that whoever bears a code gives it up by another draft for the same day: neither could be scheduled first. */
  isDraft: boolean;
  /** Reforms whose day has come and that begin in the same transaction: what they give up is free at its end. */
  together: readonly string[];
  /** Reforms of which it is told already that they take hold of the same units. */
  others: readonly string[];
}

/** Who else of the whole country bears a code of this reform's units from its day on, or is to get it by a reform that was scheduled before. */
export async function codesElsewhere(
  database: Database,
  shape: ReformShape,
  units: CodeFacts['units'],
  asked: Asked,
): Promise<CodeElsewhere[]> {
  const keys = codesOf(shape, units);
  if (keys.length === 0) return [];
  const touched = touchedBy(shape);
  const borne = await database.rows<CodeBearer>(standing(keys, touched, asked));
  const claimed = await database.rows<CodeBearer & NonNullable<CodeElsewhere['by']>>(claims(keys, touched, asked));
  return [
    ...borne.map(({ key, name }) => ({ key, name, by: null })),
    ...claimed.map(({ key, name, id, title, on }) => ({ key, name, by: { id, title, on } })),
  ];
}

/** Reforms whose day has come and that give up a code which this one's units take: they begin together, as with codes that two exchange. */
export async function codeGivers(
  database: Database,
  shape: ReformShape,
  units: CodeFacts['units'],
  { id, onDate, today }: Pick<Asked, 'id' | 'onDate' | 'today'>,
): Promise<string[]> {
  const keys = codesOf(shape, units);
  if (keys.length === 0) return [];
  const rows = await database.rows<{ id: string }>(
    sql`select distinct r.id from (${codeBearers(keys, onDate)}) b join reorganisations r
        on r.state = 'scheduled' and r.id <> ${id} and r.on_date <= ${today}::date and r.on_date <= ${onDate}::date
      where b."unitId" <> all(${touchedBy(shape)}::uuid[]) and ${givesUp}`,
  );
  return rows.map((row) => row.id);
}

const touchedBy = (shape: ReformShape): string[] => [
  ...[...shape.parts.keys()].filter((id) => shape.ends(id)),
  ...shape.keeps.keys(),
];

/** Whether the reform `r` ends the bearer `b` or gives it another code. */
const givesUp: Sql = sql`r.reach = 'units' and exists (
  select 1 from reorganisation_lines l
    left join reorganisation_lines k on k.reorganisation_id = r.id and k.version = r.version and k.unit_id = l.unit_id
      and k.kind = 'keep'
   where l.reorganisation_id = r.id and l.version = r.version and l.unit_id = b."unitId"
     and (l.kind in ('merge', 'part') and k.unit_id is null
       or l.kind = 'keep' and b.key <> split_part(b.key, ':', 1) || ':' || l.code))`;

/** Without those that another reform ends or gives another code by then; once the day has come it must have, or do it with this one. */
const standing = (
  keys: readonly string[],
  touched: readonly string[],
  { id, onDate, today, isDraft, together }: Asked,
) => sql`
  select b.key, b.name from (${codeBearers(keys, onDate)}) b
   where b."unitId" <> all(${touched}::uuid[]) and not exists (
     select 1 from reorganisations r
      where r.id <> ${id} and r.on_date <= ${onDate}::date and ${givesUp}
        and case when r.state = 'scheduled' then ${onDate > today}::boolean or r.id = any(${together}::uuid[])
          else r.state = 'draft' and r.on_date = ${onDate}::date and ${isDraft && onDate > today}::boolean end)`;

const claims = (keys: readonly string[], touched: readonly string[], { id, others }: Asked) => sql`
  select l.unit_kind || ':' || l.code as key, l.type || ' ' || l.name as name, r.id, r.title, r.on_date::text as on
    from reorganisations r join reorganisation_lines l on l.reorganisation_id = r.id and l.version = r.version
   where r.state = 'scheduled' and r.reach = 'units' and r.id <> ${id} and r.id <> all(${others}::uuid[])
     and l.kind in ('create', 'keep') and l.unit_kind || ':' || l.code = any(${keys}::text[])
     and (l.unit_id is null or l.unit_id <> all(${touched}::uuid[]))
     and (r.scheduled_at < (select o.scheduled_at from reorganisations o where o.id = ${id} and o.state = 'scheduled')) is not false
   order by r.on_date, r.id`;
