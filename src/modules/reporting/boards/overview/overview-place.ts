import { Injectable } from '@nestjs/common';
import type { Attention } from '#contracts/organization/attention';
import { addDays, type PeriodRule } from '#contracts/reporting/periods';
import { AttentionRules, OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { BoardQueries } from '../consolidation/board.queries.ts';
import { type Windows, windowsOf } from '../../reports/figures/windows.ts';
import { OverviewQueries } from '../standing/overview.queries.ts';

/** What is looked at: a unit in a month, by its communes or hamlets. */
export interface Looked {
  unit: UnitRef;
  month: string;
  isCurrent: boolean;
  rule: PeriodRule;
  windows: Windows;
  today: string;
  /** The day whose tree is meant: the one asked for, or today for the month that people work on, else the month's last. */
  at: string;
  parts: UnitRef[];
  /** The parts, or the commune of which they are hamlets; empty for a country, which is read province by province. */
  communeIds: string[];
  /** Of the unit itself, and of each commune: some may have a rule of their own. */
  attention: Attention;
  attentionOf: (communeId: string) => Attention;
}

@Injectable()
export class OverviewPlace {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly attention: AttentionRules,
    private readonly boards: BoardQueries,
    private readonly queries: OverviewQueries,
    private readonly clock: Clock,
  ) {}

  /** Of a month, or of a day: then of the month that people worked on, in the tree of that day. @throws platform.denied */
  async of(actor: Actor, unitId: string, asked: { month?: string; at?: string }): Promise<Looked> {
    await this.scope.require(actor, 'report.read', { unitId });
    const today = this.clock.today();
    const day = asked.at ?? today;
    const rule = await this.organization.periodRule(unitId);
    const working = await this.boards.workingMonth(unitId, day < today ? day : today, rule);
    const month = asked.month ?? working;
    const isCurrent = day === today && month >= working;
    const windows = windowsOf(month, rule);
    const isOfMonth = day === today || (asked.month !== undefined && windows.period.endsOn < day);
    const at = isOfMonth && !isCurrent ? windows.period.endsOn : day;
    const unit = await this.organization.unitRef(unitId, at);
    if (!unit) throw platformErrors.denied();
    return this.withParts({ unit, month, isCurrent, rule, windows, today, at });
  }

  /** A province of the country that is looked at: the same month and day, by the province's own period rule. */
  async within({ month, isCurrent, today, at }: Looked, unit: UnitRef): Promise<Looked> {
    const rule = await this.organization.periodRule(unit.id);
    return this.withParts({ unit, month, isCurrent, rule, windows: windowsOf(month, rule), today, at });
  }

  private async withParts(
    looked: Pick<Looked, 'unit' | 'month' | 'isCurrent' | 'rule' | 'windows' | 'today' | 'at'>,
  ): Promise<Looked> {
    const { unit, at } = looked;
    const parts = await this.queries.partsOf(unit, at);
    const communeIds = communesOf(unit, parts);
    const attentionOf = await this.attention.ofEach([unit.id, ...communeIds], at);
    return { ...looked, parts, communeIds, attention: attentionOf(unit.id), attentionOf };
  }
}

const communesOf = (unit: UnitRef, parts: readonly UnitRef[]): string[] => {
  if (unit.kind === 'country') return [];
  return unit.kind === 'commune' ? [unit.id] : parts.map(({ id }) => id);
};

/** The work that had come due by the end of the day that is looked at. */
export const workSpan = ({ windows, at, today }: Looked) => ({
  span: { startsOn: windows.period.startsOn, endsOn: windows.period.endsOn },
  at,
  today: at < today ? addDays(at, 1) : today,
});
