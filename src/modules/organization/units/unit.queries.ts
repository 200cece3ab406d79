/** Every read of the tree. Dates are local days; names come in Vietnamese order with Thôn 2 before Thôn 10. */
import { Injectable } from '@nestjs/common';
import { searchPattern } from '#i18n/spoken';
import { Database, ofFew, onlyOf, prepared, type Sql, sql } from '#platform/database';
import { formerUnitSuffix } from './former-unit-suffix.ts';
import type { Unit, UnitSuccessor, UnitVersion } from './unit.entity.ts';
import type { Validity } from './validity.ts';

export interface UnitRow extends Pick<Unit, 'id' | 'kind'>, Pick<UnitVersion, 'type' | 'name' | 'code' | 'parentId'> {
  fullName: string;
  validFrom: string;
  validTo: string | null;
}

/** What the units found are sorted by: other than what was asked, ended, kind, three parts of the name, name, id. */
export type FoundKey = [boolean, boolean, number, boolean, string, string, string, string];
export interface FoundUnit extends UnitRow {
  sortKey: FoundKey;
}
interface Search {
  q: string;
  kind?: string;
  at: string;
  after: FoundKey | null;
  limit: number;
}

const hasDigits = sql`(length(regexp_replace(v.name, '\\D', '', 'g')) > 0)`;
const letters = sql`regexp_replace(v.name, '\\d+', '', 'g')`;
const digits = sql`coalesce(nullif(regexp_replace(v.name, '\\D', '', 'g'), ''), '0')::numeric`;
/** `kn` sorts digits as numbers; the marks decide after the letters. */
const byName = sql`${hasDigits}, ${letters} collate "vi-natural", ${digits}, v.name collate "vi-natural"`;
/** Of a version that the statement calls v. */
export const fullName = sql`case when v.name ilike v.type || ' %' then v.name
  else upper(left(v.type, 1)) || substr(v.type, 2) || ' ' || v.name end`;
/** Hamlets of one name in one commune are told apart by where each stood before. */
const columns = (at: string): Sql => sql`u.id, u.kind, v.type, v.name,
  ${fullName} || case when u.kind = 'hamlet' then ${formerUnitSuffix(sql`u.id`, sql`${at}::date`)} else '' end as "fullName", v.code, v.parent_id as "parentId",
  lower(u.validity)::text as "validFrom", upper(u.validity)::text as "validTo"`;
const asOf = (at: string): Sql => sql`join unit_versions v on v.unit_id = u.id and v.validity @> ${at}::date`;
/** At a date before a unit began or after it ended, its nearest version stands in: references never break. */
const nearest = (at: string): Sql => sql`join lateral (
  select * from unit_versions w where w.unit_id = u.id
   order by w.validity @> ${at}::date desc, lower(w.validity) desc limit 1) v on true`;

const foundKey = sql`is_other, has_ended, level, has_digits, letters collate "vi-natural", digits, name collate "vi-natural", id`;

/**
 * "thôn 1 minh sơn": a version `n` of a hamlet with the name of its commune behind its own. Looked up only where the words
 * begin with the hamlet's.
 */
const isNamedWithParent = (q: string): Sql => {
  const words = sql`fold(${q.replace(/[\s,]+/g, ' ').trim()})`;
  const own = sql`fold(n.type || ' ' || n.name)`;
  return sql`(u.kind = 'hamlet' and ${words} like '%' || n.name_folded || ' %' and exists (
    select 1 from unit_versions p where p.unit_id = n.parent_id
      and (${own} || ' ' || p.name_folded like '%' || ${words} || '%'
        or ${own} || ' ' || fold(p.type || ' ' || p.name) like '%' || ${words} || '%')))`;
};

@Injectable()
export class UnitQueries {
  constructor(private readonly database: Database) {}

  unitsById(ids: readonly string[], at: string): Promise<UnitRow[]> {
    const asked = sql`select ${columns(at)} from units u ${nearest(at)}`;
    const only = onlyOf(ids);
    return this.database.rows(
      only
        ? prepared('unit-by-id', sql`${asked} where u.id = ${only}`)
        : ofFew(ids, sql`${asked} where u.id = any(${ids})`),
    );
  }

  children(parentId: string, at: string): Promise<UnitRow[]> {
    return this.database.rows(
      sql`select ${columns(at)} from units u ${asOf(at)} where v.parent_id = ${parentId} and u.validity @> ${at}::date
        order by ${byName}`,
    );
  }

  hamletsOf(unitId: string, at: string): Promise<UnitRow[]> {
    return this.database.rows(
      sql`select ${columns(at)} from unit_closure_at(${at}::date) c join units u on u.id = c.descendant_id ${asOf(at)}
        where c.ancestor_id = ${unitId} and c.descendant_kind = 'hamlet' and u.validity @> ${at}::date order by ${byName}`,
    );
  }

  /** From the top down to the unit itself. */
  ancestors(unitId: string, at: string): Promise<UnitRow[]> {
    return this.database.rows(
      prepared(
        'unit-ancestors',
        sql`select ${columns(at)} from unit_closure_at(${at}::date) c join units u on u.id = c.ancestor_id ${nearest(at)}
        where c.descendant_id = ${unitId} order by c.depth desc`,
      ),
    );
  }

  /** The same for many units at once. */
  ancestorsOf(unitIds: readonly string[], at: string): Promise<(UnitRow & { ofUnitId: string })[]> {
    return this.database.rows(
      ofFew(
        unitIds,
        sql`select c.descendant_id as "ofUnitId", ${columns(at)} from unit_closure_at(${at}::date) c join units u on u.id = c.ancestor_id ${nearest(at)}
        where c.descendant_id = any(${unitIds}) order by c.descendant_id, c.depth desc`,
      ),
    );
  }

  /** By name without marks, by code, or by an old name; within the given units and below. One more than the limit. */
  async search(
    scope: readonly string[],
    { q, kind, at, after, limit }: Search,
  ): Promise<{ rows: FoundUnit[]; total: number }> {
    const found = await this.database.rows<FoundUnit & { total: number }>(
      sql`with found as materialized (
         select ${columns(at)}, fold(v.name) <> fold(${q}) as is_other, not u.validity @> ${at}::date as has_ended,
                coalesce(array_position(array['province','district','commune','hamlet'], u.kind), 0) as level,
                ${hasDigits} as has_digits, ${letters} as letters, ${digits} as digits
           from units u ${nearest(at)}
          where exists (select 1 from unit_closure c where c.descendant_id = u.id and c.ancestor_id = any(${scope}))
            and (${q}::text = '' or exists (select 1 from unit_versions n where n.unit_id = u.id
              and (n.name_folded ~ ${searchPattern(q)}
                or fold(n.type || ' ' || n.name) ~ ${searchPattern(q)} or n.code = ${q}
                or ${isNamedWithParent(q)})))
            and (${kind ?? null}::text is null or u.kind = ${kind ?? null}))
       select f.*, json_build_array(is_other, has_ended, level, has_digits, letters, digits::text, name, id) as "sortKey",
              (select count(*)::int from found) as total
         from found f
        where ${
          after
            ? sql`(${foundKey}) > (${after[0]}::boolean, ${after[1]}::boolean, ${after[2]}::int, ${after[3]}::boolean,
          ${after[4]}::text, ${after[5]}::numeric, ${after[6]}::text, ${after[7]}::uuid)`
            : sql`true`
        }
        order by ${foundKey} limit ${limit + 1}`,
    );
    return { rows: found, total: found[0]?.total ?? 0 };
  }

  versions(unitId: string): Promise<(Pick<UnitVersion, 'name' | 'type' | 'code' | 'parentId' | 'basis'> & Validity)[]> {
    return this.database.rows(
      sql`select name, type, code, parent_id as "parentId", lower(validity)::text as from, upper(validity)::text as to, basis
         from unit_versions where unit_id = ${unitId} order by lower(validity)`,
    );
  }

  successors(unitIds: readonly string[]): Promise<Pick<UnitSuccessor, 'fromUnitId' | 'toUnitId'>[]> {
    return this.database.rows(
      sql`select from_unit_id as "fromUnitId", to_unit_id as "toUnitId" from unit_successors where from_unit_id = any(${unitIds})`,
    );
  }

  /** Other names of a unit, the names of the units that went into it, and where its hamlets stood before. */
  formerNames(unitId: string): Promise<{ kind: 'own' | 'merged' | 'hamlet'; unitId: string; name: string }[]> {
    return this.database.rows(
      sql`select distinct on (kind, unit_id, name) kind, unit_id as "unitId", name from (
         select 'own' as kind, v.unit_id, v.type || ' ' || v.name as name from unit_versions v where v.unit_id = ${unitId}
         union all
         select 'merged', s.from_unit_id, v.type || ' ' || v.name from unit_successors s join unit_versions v
           on v.unit_id = s.from_unit_id where s.to_unit_id = ${unitId}
         union all
         select 'hamlet', c.descendant_id, p.name from unit_closure c
           join unit_versions h on h.unit_id = c.descendant_id and h.parent_id <> ${unitId}
           join unit_versions p on p.unit_id = h.parent_id and p.validity && h.validity
          where c.ancestor_id = ${unitId} and c.descendant_kind = 'hamlet') as names`,
    );
  }
}
