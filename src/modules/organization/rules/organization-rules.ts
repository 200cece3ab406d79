import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import { type KeepingKind, keepingKinds } from '#contracts/organization/keeping-terms';
import { Database, type Sql, sql, type Tx } from '#platform/database';
import { CompositionRule } from '../dated-rules/composition-rule.entity.ts';
import { GroupNameTemplate } from '../dated-rules/group-name-template.entity.ts';
import { PeriodRule } from '../dated-rules/period-rule.entity.ts';
import { rangeText } from '../units/validity.ts';
import { type Part, partsOf } from './composition-parts.ts';
import { AttentionRule } from './attention-rule.entity.ts';
import { InvitingRule } from './inviting-rule.entity.ts';
import { KeepingRule } from './keeping-rule.entity.ts';
import { keepRules } from '../dated-rules/keep-rules.ts';
import { type NewRule, RuleRegistry, type RuleKeeper, type RuleValue } from '../dated-rules/rule-registry.ts';

type Of<K extends RuleValue['kind']> = NewRule<Extract<RuleValue, { kind: K }>>;

/** A composition is several rows of one unit and the same days. */
const parts = (subject: Sql, value: Sql): Sql => sql`(
  select r.unit_id, r.validity, min(r.directive_id::text)::uuid as directive_id, min(r.citation) as citation, ${value} as value
    from composition_rules r where r.subject = ${subject} group by r.unit_id, r.validity)`;
const asked = sql`coalesce(jsonb_agg(r.affiliation order by r.code) filter (where r.kind = 'affiliation'), '[]')`;
const ofTeam = sql`jsonb_build_object('kind', 'composition',
  'members', coalesce(max(r.min) filter (where r.kind = 'min_members'), 1),
  'deputies', coalesce(max(r.min) filter (where r.kind = 'role_count' and r.role = 'deputy'), 0), 'affiliations', ${asked})`;
const ofCommittee = sql`jsonb_build_object('kind', 'committee', 'affiliations', ${asked})`;
const templates = sql`(select unit_id, validity, directive_id, null::text as citation,
  jsonb_build_object('kind', 'groupName', 'template', template, 'nameMax', name_max) as value from group_name_templates)`;
const periods = sql`(select unit_id, validity, directive_id, null::text as citation, jsonb_build_object('kind', 'period',
  'windowStartDay', window_start_day, 'dueBeforeDay', due_before_day, 'shift', shift, 'wording', wording) as value from period_rules)`;

const levels = sql`(select unit_id, validity, directive_id, null::text as citation, jsonb_build_object('kind', 'attention',
  'silentDays', silent_days, 'busyTeams', busy_teams, 'lateMonths', late_months, 'lateTimes', late_times, 'lateDays', late_days,
  'termDays', term_days) as value from attention_rules)`;

const invitings = sql`(select unit_id, validity, directive_id, null::text as citation, jsonb_build_object('kind', 'inviting',
  'donePercent', done_percent, 'slipsAtOnce', slips_at_once, 'slipDays', slip_days) as value from inviting_rules)`;

/** The rules that organization keeps itself. */
@Injectable()
export class OrganizationRules implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.keep('composition', this.compositions(sql`'team'`, ofTeam));
    this.registry.keep('committee', this.compositions(sql`'committee'`, ofCommittee));
    this.registry.keep(
      'groupName',
      keepRules(this.database, { table: sql`group_name_templates`, read: templates, among: sql`true`, insert: named }),
    );
    this.registry.keep(
      'period',
      keepRules(this.database, { table: sql`period_rules`, read: periods, among: sql`true`, insert: counted }),
    );
    this.registry.keep(
      'attention',
      keepRules(this.database, { table: sql`attention_rules`, read: levels, among: sql`true`, insert: noticed }),
    );
    this.registry.keep(
      'inviting',
      keepRules(this.database, { table: sql`inviting_rules`, read: invitings, among: sql`true`, insert: invited }),
    );
    for (const kind of keepingKinds) {
      const among = sql`kind = ${kind}`;
      const read = sql`(select unit_id, validity, directive_id, citation,
        jsonb_build_object('kind', kind, 'amount', amount) as value from keeping_rules where ${among})`;
      this.registry.keep(kind, keepRules(this.database, { table: sql`keeping_rules`, read, among, insert: keptFor }));
    }
  }

  private compositions(subject: Sql, value: Sql): RuleKeeper {
    return keepRules(this.database, {
      table: sql`composition_rules`,
      read: parts(subject, value),
      among: sql`subject = ${subject}`,
      insert: composed,
    });
  }
}

const row = ({ unitId, directiveId, from }: NewRule) => ({ id: v7(), unitId, directiveId, validity: rangeText(from) });

async function composed(tx: Tx, rule: NewRule): Promise<void> {
  const { value, citation } = rule as Of<'composition' | 'committee'>;
  const wholes: Part[] = partsOf(value);
  await tx.insert(
    CompositionRule,
    wholes.map((part) => ({ ...row(rule), ...part, citation })),
  );
}

async function named(tx: Tx, rule: NewRule): Promise<void> {
  const { template, nameMax } = (rule as Of<'groupName'>).value;
  await tx.insert(GroupNameTemplate, { ...row(rule), template, nameMax });
}

async function noticed(tx: Tx, rule: NewRule): Promise<void> {
  const { kind: _, ...attention } = (rule as Of<'attention'>).value;
  await tx.insert(AttentionRule, { ...row(rule), ...attention });
}

async function invited(tx: Tx, rule: NewRule): Promise<void> {
  const { kind: _, ...inviting } = (rule as Of<'inviting'>).value;
  await tx.insert(InvitingRule, { ...row(rule), ...inviting });
}

async function keptFor(tx: Tx, rule: NewRule): Promise<void> {
  const { kind, amount } = (rule as Of<KeepingKind>).value;
  await tx.insert(KeepingRule, { ...row(rule), kind, amount, citation: null });
}

async function counted(tx: Tx, rule: NewRule): Promise<void> {
  const { windowStartDay, dueBeforeDay, shift, wording = 'before' } = (rule as Of<'period'>).value;
  await tx.insert(PeriodRule, { ...row(rule), windowStartDay, dueBeforeDay, shift, wording });
}
