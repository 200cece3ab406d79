/** Reads of what others stand on: directives, rules, indicators, registers, periods, offices. All by date and place. */
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { DatedWords } from '#contracts/organization/dimensions';
import type { DueWording } from '#contracts/reporting/due-days';
import type { PeriodRule } from '#contracts/reporting/periods';
import { Database, ofFew, prepared, short, type Sql, sql } from '#platform/database';
import { nearestRule } from '../dated-rules/nearest-rule.ts';
import type { CompositionRule } from '../dated-rules/composition-rule.entity.ts';
import type { Directive, DirectiveKind } from '../directives/directive.entity.ts';
import type { GroupNameTemplate } from '../dated-rules/group-name-template.entity.ts';
import type { Indicator } from './indicator.entity.ts';
import type { Office } from '../offices/office.entity.ts';
import { OfficeAnswerers } from '../offices/office-answerers.ts';
import type { Provider, ProviderCoverage } from '../providers/provider.entity.ts';
import type { RegisterFigure } from '../registers/register.entity.ts';

interface Valid {
  validFrom: string;
  validTo: string | null;
}

export type CompositionRuleRow = Pick<
  CompositionRule,
  'code' | 'subject' | 'kind' | 'min' | 'max' | 'role' | 'affiliation' | 'citation'
> &
  Valid;

export interface DirectiveRow extends Omit<Directive, 'basisId' | 'validity'>, Valid {
  basis: Pick<Directive, 'id' | 'number' | 'issuedOn'> | null;
  basisKind: DirectiveKind | null;
}

export type IndicatorRow = Omit<Indicator, 'numerator' | 'denominator' | 'target' | 'validity'>;

/** Where lists go on: the day of issue or the name, and the id. */
export type DirectiveKey = [string, string];
export type ProviderKey = [string, string];

export interface ProviderRow extends Provider {
  coverage: string[];
}

/** A rule without a unit holds everywhere; the nearest unit above with a rule of the same kind wins. */
const nearestTo = (rules: Sql, unitId: string, at: string): Sql =>
  nearestRule(rules, sql`${unitId}::uuid`, sql`${at}::date`);

const ruleColumns = sql`code, subject, kind, min, max, role, affiliation, citation,
  lower(validity)::text as "validFrom", upper(validity)::text as "validTo"`;
const directiveColumns = sql`d.id, d.unit_id as "unitId", d.kind, d.number, d.issued_on as "issuedOn", d.issuer, d.abstract,
  d.superseded_by as "supersededBy", lower(d.validity)::text as "validFrom", upper(d.validity)::text as "validTo", d.version,
    b.kind as "basisKind",
  case when b.id is not null then json_build_object('id', b.id, 'number', b.number, 'issuedOn', b.issued_on::text) end as basis`;

/** Directives `d` in force that are the unit's or of a unit above it. */
const binding = (unitId: string, at: string): Sql => sql`d.validity @> ${at}::date and exists (
  select 1 from unit_closure_at(${at}::date) c where c.descendant_id = ${unitId} and c.ancestor_id = d.unit_id)`;

export type Contact = Pick<Office, 'name' | 'phone' | 'email' | 'holder' | 'hours'>;

@Injectable()
export class ReferenceQueries {
  constructor(
    private readonly database: Database,
    private readonly answerers: OfficeAnswerers,
  ) {}

  /** Rules of the unit itself or of the nearest unit above that has rules for the subject; else the general ones. */
  compositionRules(subject: 'team' | 'committee', unitId: string, at: string): Promise<CompositionRuleRow[]> {
    return this.database.rows(
      sql`with valid as (
         select r.*, coalesce(c.depth, 1000) as distance from composition_rules r
           left join unit_closure_at(${at}::date) c on c.ancestor_id = r.unit_id and c.descendant_id = ${unitId}
          where r.subject = ${subject} and r.validity @> ${at}::date and (r.unit_id is null or c.depth is not null))
       select ${ruleColumns} from valid where distance = (select min(distance) from valid)
         order by array_position(array['min_members','role_count','affiliation'], kind), code`,
    );
  }

  /** The same for many units at once. */
  compositionRulesOf(
    subject: 'team' | 'committee',
    unitIds: readonly string[],
    at: string,
  ): Promise<(CompositionRuleRow & { forUnitId: string })[]> {
    return this.database.rows(
      ofFew(
        unitIds,
        sql`with valid as (
         select u.id as for_unit_id, r.*, coalesce(c.depth, 1000) as distance from unnest(${unitIds}::uuid[]) as u(id) cross
           join composition_rules r
           left join unit_closure_at(${at}::date) c on c.ancestor_id = r.unit_id and c.descendant_id = u.id
          where r.subject = ${subject} and r.validity @> ${at}::date and (r.unit_id is null or c.depth is not null)),
       nearest as (select *, min(distance) over (partition by for_unit_id) as least from valid)
       select for_unit_id as "forUnitId", ${ruleColumns} from nearest where distance = least
         order by array_position(array['min_members','role_count','affiliation'], kind), code`,
      ),
    );
  }

  /** Units below that have rules of their own, with all below them: of most units there are none. */
  unitsUnderOwnRules(subject: 'team' | 'committee', unitId: string, at: string): Promise<{ id: string }[]> {
    return this.database.rows(
      sql`select distinct d.descendant_id as id from composition_rules r
         join unit_closure_at(${at}::date) c on c.descendant_id = r.unit_id and c.ancestor_id = ${unitId} and c.depth > 0
         join unit_closure_at(${at}::date) d on d.ancestor_id = r.unit_id
        where r.subject = ${subject} and r.validity @> ${at}::date`,
    );
  }

  groupNameTemplate(unitId: string, at: string): Promise<Pick<GroupNameTemplate, 'template' | 'nameMax'> | undefined> {
    return this.database.one(
      sql`select g.template, g.name_max as "nameMax" from ${nearestTo(sql`group_name_templates`, unitId, at)} g`,
    );
  }

  /** The same for many units at once; none for a unit that has no template. */
  groupNameTemplatesOf(
    unitIds: readonly string[],
    at: string,
  ): Promise<(Pick<GroupNameTemplate, 'template' | 'nameMax'> & { forUnitId: string })[]> {
    return this.database.rows(
      sql`select w.id as "forUnitId", n.template, n.name_max as "nameMax" from unnest(${unitIds}::uuid[]) as w(id)
         cross join lateral ${nearestRule(sql`group_name_templates`, sql`w.id`, sql`${at}::date`)} n`,
    );
  }

  async periodRule(unitId: string, at: string): Promise<PeriodRule | undefined> {
    return this.database.one(
      prepared(
        'period-rule',
        sql`select p.window_start_day as "windowStartDay", p.due_before_day as "dueBeforeDay" from ${nearestTo(sql`period_rules`, unitId, at)} p`,
      ),
    );
  }

  /** How the rule of a unit's month words its due day. */
  async dueWording(unitId: string, at: string): Promise<DueWording> {
    const rule = await this.database.one<{ wording: DueWording }>(
      sql`select p.wording from ${nearestTo(sql`period_rules`, unitId, at)} p`,
    );
    return rule?.wording ?? 'before';
  }

  /**
   * The nearest office that can be called, with who answers there on the day; where there is none, the nearest of which
   * anything is known.
   */
  async contact(unitId: string, at: string): Promise<Contact | undefined> {
    const within = (cards: Sql) =>
      this.database.one<Contact & Pick<Office, 'unitId' | 'answeredBy'>>(
        sql`select o.unit_id as "unitId", o.name, o.phone, o.email, o.holder, o.hours, o.answered_by as "answeredBy"
           from ${nearestTo(cards, unitId, at)} o`,
      );
    const found = (await within(sql`(select * from offices where phone is not null)`)) ?? (await within(sql`offices`));
    return found && { ...found, holder: await this.answerers.nameOf(found, at) };
  }

  ownOffice(unitId: string, at: string): Promise<Pick<Office, 'email'> | undefined> {
    return this.database.one(
      sql`select email from offices where unit_id = ${unitId} and validity @> ${at}::date order by lower(validity) desc limit 1`,
    );
  }

  /** Directives of the unit and of all above it, newest first; one more than the limit, and how many there are. */
  async directives(
    unitId: string,
    at: string,
    after: DirectiveKey | null,
    limit: number,
  ): Promise<{ rows: DirectiveRow[]; total: number }> {
    const inForce = binding(unitId, at);
    const [rows, count] = await Promise.all([
      this.database.rows<DirectiveRow>(
        sql`select ${directiveColumns} from directives d left join directives b on b.id = d.basis_id
          where ${inForce} and ${after ? sql`(d.issued_on, d.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql`true`}
          order by d.issued_on desc, d.id desc limit ${limit + 1}`,
      ),
      this.database.one<{ total: number }>(sql`select count(*)::int as total from directives d where ${inForce}`),
    ]);
    return { rows, total: count?.total ?? 0 };
  }

  newestDirectiveFromAbove(
    unitId: string,
    kinds: readonly DirectiveKind[],
    at: string,
  ): Promise<Pick<Directive, 'id'> | undefined> {
    return this.database.one(
      sql`select d.id from directives d where ${binding(unitId, at)} and d.unit_id <> ${unitId} and d.kind = any(${kinds})
        order by d.issued_on desc, d.id desc limit 1`,
    );
  }

  async bindsUnit(directiveId: string, unitId: string, at: string): Promise<boolean> {
    return !!(await this.database.one(
      sql`select 1 as one from directives d where d.id = ${directiveId} and ${binding(unitId, at)}`,
    ));
  }

  directivesById(ids: readonly string[]): Promise<DirectiveRow[]> {
    return this.database.rows(
      ofFew(
        ids,
        sql`select ${directiveColumns} from directives d left join directives b on b.id = d.basis_id where d.id = any(${ids})`,
      ),
    );
  }

  indicators(codes: readonly string[] | null, at: string): Promise<IndicatorRow[]> {
    return this.database.rows(
      short(
        sql`select code, name, name_en as "nameEn", unit, unit_en as "unitEn", pillar, aggregation, dimensions, typed from indicators
        where validity @> ${at}::date and (${codes}::text[] is null or code = any(${codes})) order by code`,
      ),
    );
  }

  /** What the indicator can be broken down by, from its first day to its last. */
  wordsOf(code: string): Promise<z.infer<typeof DatedWords>[]> {
    return this.database.rows(
      short(
        sql`select lower(validity)::text as "from", upper(validity)::text as until, dimensions from indicators where code = ${code}
        order by validity`,
      ),
    );
  }

  households(unitIds: readonly string[], at: string): Promise<Pick<RegisterFigure, 'unitId' | 'value'>[]> {
    return this.database.rows(
      ofFew(
        unitIds,
        sql`select unit_id as "unitId", value from registers where unit_id = any(${unitIds}) and metric = 'households'
        and validity @> ${at}::date`,
      ),
    );
  }

  /** Providers that cover the unit or a part of it, by name; one more than the limit, and how many there are. */
  async providers(
    unitId: string,
    at: string,
    after: ProviderKey | null,
    limit: number,
  ): Promise<{ rows: ProviderRow[]; total: number }> {
    const rows = await this.database.rows<ProviderRow & { total: number }>(
      sql`with covering as materialized (
         select v.provider_id as id, array_agg(v.unit_id) as coverage from provider_coverage v
          where v.validity @> ${at}::date and exists (
            select 1 from unit_closure_at(${at}::date) c where (c.ancestor_id = v.unit_id and c.descendant_id = ${unitId})
              or (c.ancestor_id = ${unitId} and c.descendant_id = v.unit_id))
          group by v.provider_id)
       select p.id, p.name, p.kind, p.contact, v.coverage, (select count(*)::int from covering) as total
         from covering v join providers p on p.id = v.id
        where ${after ? sql`(p.name collate "vi-natural", p.id) > (${after[0]}::text, ${after[1]}::uuid)` : sql`true`}
        order by p.name collate "vi-natural", p.id limit ${limit + 1}`,
    );
    return { rows, total: rows[0]?.total ?? 0 };
  }

  providerNames(ids: readonly string[]): Promise<Pick<Provider, 'id' | 'name'>[]> {
    return this.database.rows(short(sql`select id, name from providers where id = any(${ids})`));
  }

  providersById(ids: readonly string[]): Promise<Provider[]> {
    return this.database.rows(short(sql`select id, name, kind, contact from providers where id = any(${ids})`));
  }

  /** Whose signal covers the unit or a place above it. */
  signalProviders(unitId: string, at: string): Promise<Pick<Provider, 'id' | 'name' | 'contact'>[]> {
    return this.database.rows(
      sql`select p.id, p.name, p.contact from providers p
        where p.kind = 'telecom' and exists (
          select 1 from provider_coverage v join unit_closure_at(${at}::date) c on c.ancestor_id = v.unit_id and c.descendant_id = ${unitId}
           where v.provider_id = p.id and v.validity @> ${at}::date)
        order by p.name, p.id`,
    );
  }

  async coveringProviders(ids: readonly string[], unitId: string, inParts: boolean, at: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct v.provider_id as id from provider_coverage v
         join unit_closure_at(${at}::date) c on (c.ancestor_id = v.unit_id and c.descendant_id = ${unitId})
           or (${inParts} and c.ancestor_id = ${unitId} and c.descendant_id = v.unit_id)
        where v.provider_id = any(${ids}) and v.validity @> ${at}::date`,
    );
    return rows.map(({ id }) => id);
  }

  async unitsCoveredBy(providerIds: readonly string[], at: string): Promise<string[]> {
    const rows = await this.database.rows<Pick<ProviderCoverage, 'unitId'>>(
      sql`select distinct unit_id as "unitId" from provider_coverage where provider_id = any(${providerIds}) and validity @> ${at}::date`,
    );
    return rows.map(({ unitId }) => unitId);
  }

  /** With the coverage of a day on which it may not have begun for others yet. */
  provider(id: string, at: string): Promise<ProviderRow | undefined> {
    return this.database.one(
      sql`select p.id, p.name, p.kind, p.contact, array_agg(v.unit_id) as coverage
         from providers p join provider_coverage v on v.provider_id = p.id and v.validity @> ${at}::date where p.id = ${id}
           group by p.id`,
    );
  }
}
