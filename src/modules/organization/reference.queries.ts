/** Reads of what others stand on: directives, rules, indicators, registers, periods, offices. All by date and place. */
import { Injectable } from '@nestjs/common';
import type { Affiliation, Aggregation, Pillar, TeamRole } from '#contracts/enums';
import type { PeriodRule } from '#contracts/periods';
import { Database } from '#platform/database';

export interface CompositionRuleRow {
  code: string;
  subject: 'team' | 'committee';
  kind: 'min_members' | 'role_count' | 'affiliation';
  min: number;
  max: number | null;
  role: TeamRole | null;
  affiliation: Affiliation | null;
  citation: string;
  valid_from: string;
  valid_to: string | null;
}

export interface DirectiveRow {
  id: string;
  unit_id: string;
  kind: 'official_letter' | 'plan' | 'decision' | 'guidance' | 'resolution';
  number: string;
  issued_on: string;
  issuer: string;
  abstract: string;
  superseded_by: string | null;
  valid_from: string;
  valid_to: string | null;
  version: number;
  basis: { id: string; number: string; issuedOn: string } | null;
  basis_kind: DirectiveRow['kind'] | null;
}

export interface IndicatorRow {
  code: string;
  name: string;
  name_en: string;
  unit: string;
  unit_en: string;
  pillar: Pillar;
  aggregation: Aggregation;
  dimensions: { key: string; values: { key: string; name: string }[] }[];
  typed: boolean;
}

/** A rule without a unit holds everywhere; the nearest unit above with a rule of the same kind wins. */
const nearestUnit = (table: string) => `
  left join unit_closure c on c.ancestor_id = ${table}.unit_id and c.descendant_id = $1
  where (${table}.unit_id is null or c.descendant_id is not null) and ${table}.validity @> $2::date
  order by c.depth nulls last limit 1`;

const directiveColumns = `d.id, d.unit_id, d.kind, d.number, d.issued_on::text as issued_on, d.issuer, d.abstract, d.superseded_by,
  lower(d.validity)::text as valid_from, upper(d.validity)::text as valid_to, d.version, b.kind as basis_kind,
  case when b.id is not null then json_build_object('id', b.id, 'number', b.number, 'issuedOn', b.issued_on::text) end as basis`;

@Injectable()
export class ReferenceQueries {
  constructor(private readonly database: Database) {}

  /** Rules of the unit itself or of the nearest unit above that has rules for the subject; else the general ones. */
  compositionRules(subject: 'team' | 'committee', unitId: string, at: string): Promise<CompositionRuleRow[]> {
    return this.database.rows(
      `with valid as (
         select r.*, coalesce(c.depth, 1000) as distance from composition_rules r
           left join unit_closure c on c.ancestor_id = r.unit_id and c.descendant_id = $2
          where r.subject = $1 and r.validity @> $3::date and (r.unit_id is null or c.depth is not null))
       select code, subject, kind, min, max, role, affiliation, citation, lower(validity)::text as valid_from, upper(validity)::text as valid_to
         from valid where distance = (select min(distance) from valid) order by array_position(array['min_members','role_count','affiliation'], kind), code`,
      [subject, unitId, at],
    );
  }

  /** The same for many units at once. */
  compositionRulesOf(
    subject: 'team' | 'committee',
    unitIds: readonly string[],
    at: string,
  ): Promise<(CompositionRuleRow & { for_unit_id: string })[]> {
    return this.database.rows(
      `with valid as (
         select u.id as for_unit_id, r.*, coalesce(c.depth, 1000) as distance from unnest($2::uuid[]) as u(id) cross join composition_rules r
           left join unit_closure c on c.ancestor_id = r.unit_id and c.descendant_id = u.id
          where r.subject = $1 and r.validity @> $3::date and (r.unit_id is null or c.depth is not null)),
       nearest as (select *, min(distance) over (partition by for_unit_id) as least from valid)
       select for_unit_id, code, subject, kind, min, max, role, affiliation, citation, lower(validity)::text as valid_from, upper(validity)::text as valid_to
         from nearest where distance = least order by array_position(array['min_members','role_count','affiliation'], kind), code`,
      [subject, unitIds, at],
    );
  }

  groupNameTemplate(unitId: string, at: string): Promise<{ template: string; name_max: number } | undefined> {
    return this.database.one(`select g.template, g.name_max from group_name_templates g ${nearestUnit('g')}`, [
      unitId,
      at,
    ]);
  }

  async periodRule(unitId: string, at: string): Promise<PeriodRule | undefined> {
    return this.database.one(
      `select p.window_start_day as "windowStartDay", p.due_before_day as "dueBeforeDay" from period_rules p ${nearestUnit('p')}`,
      [unitId, at],
    );
  }

  contact(
    unitId: string,
    at: string,
  ): Promise<{ name: string; phone: string | null; email: string | null; holder: string | null } | undefined> {
    return this.database.one(`select o.name, o.phone, o.email, o.holder from offices o ${nearestUnit('o')}`, [
      unitId,
      at,
    ]);
  }

  /** Directives of the unit and of all above it, newest first. */
  directives(unitId: string, at: string): Promise<DirectiveRow[]> {
    return this.database.rows(
      `select ${directiveColumns} from directives d left join directives b on b.id = d.basis_id
        where d.validity @> $2::date and exists (select 1 from unit_closure c where c.descendant_id = $1 and c.ancestor_id = d.unit_id)
        order by d.issued_on desc, d.number`,
      [unitId, at],
    );
  }

  directivesById(ids: readonly string[]): Promise<DirectiveRow[]> {
    return this.database.rows(
      `select ${directiveColumns} from directives d left join directives b on b.id = d.basis_id where d.id = any($1)`,
      [ids],
    );
  }

  indicators(codes: readonly string[] | null, at: string): Promise<IndicatorRow[]> {
    return this.database.rows(
      `select code, name, name_en, unit, unit_en, pillar, aggregation, dimensions, typed from indicators
        where validity @> $2::date and ($1::text[] is null or code = any($1)) order by code`,
      [codes, at],
    );
  }

  households(unitIds: readonly string[], at: string): Promise<{ unit_id: string; value: number }[]> {
    return this.database.rows(
      `select unit_id, value from registers where unit_id = any($1) and metric = 'households' and validity @> $2::date`,
      [unitIds, at],
    );
  }

  providers(unitId: string, at: string): Promise<ProviderRow[]> {
    return this.database.rows(
      `select p.id, p.name, p.kind, p.contact, array_agg(v.unit_id) as coverage
         from providers p join provider_coverage v on v.provider_id = p.id and v.validity @> $2::date
        where exists (select 1 from unit_closure c where (c.ancestor_id = v.unit_id and c.descendant_id = $1) or (c.ancestor_id = $1 and c.descendant_id = v.unit_id))
        group by p.id order by p.name collate "vi-natural"`,
      [unitId, at],
    );
  }

  /** With the coverage of a day on which it may not have begun for others yet. */
  provider(id: string, at: string): Promise<ProviderRow | undefined> {
    return this.database.one(
      `select p.id, p.name, p.kind, p.contact, array_agg(v.unit_id) as coverage
         from providers p join provider_coverage v on v.provider_id = p.id and v.validity @> $2::date where p.id = $1 group by p.id`,
      [id, at],
    );
  }
}

export interface ProviderRow {
  id: string;
  name: string;
  kind: 'telecom' | 'post' | 'viettel_post';
  contact: string | null;
  coverage: string[];
}
