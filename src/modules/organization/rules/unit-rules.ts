import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { RuleKind } from '#contracts/organization/rule-kinds';
import { OrganizationApi } from '../organization.api.ts';
import { RuleAnnouncements } from './rule-announcements.ts';
import { type KeptRule, RuleRegistry } from '../dated-rules/rule-registry.ts';
import { type Placed, type Span, timeline } from './timeline.ts';

export type RuleSpan = RouteAnswer<typeof routes.datedRules>[number]['spans'][number];

/** Farther than any unit above. */
const EVERYWHERE = 1000;

/** The rules that hold for one unit: its own, and those of the units above. */
@Injectable()
export class UnitRules {
  constructor(
    private readonly registry: RuleRegistry,
    private readonly announcements: RuleAnnouncements,
    private readonly organization: OrganizationApi,
  ) {}

  /** Stretches of days by their first one. */
  async of(unitId: string, kinds: readonly RuleKind[]): Promise<Map<RuleKind, RuleSpan[]>> {
    const above = (await this.organization.ancestors(unitId)).toReversed().map(({ id }) => id);
    const nearest = above.includes(unitId) ? above : [unitId, ...above];
    const found = await Promise.all(
      kinds.map(
        async (kind) => [kind, timeline((await this.registry.keeper(kind).of(nearest)).map(placed(nearest)))] as const,
      ),
    );
    const present = await this.presenter(found.flatMap(([, spans]) => spans.map(({ rule }) => rule)));
    return new Map(found.map(([kind, spans]) => [kind, spans.map(present)]));
  }

  private async presenter(rules: readonly KeptRule[]): Promise<(span: Span<KeptRule>) => RuleSpan> {
    const [units, directives, standing] = await Promise.all([
      this.organization.unitRefs(rules.flatMap(({ unitId }) => unitId ?? [])),
      this.organization.directives([...new Set(rules.flatMap(({ directiveId }) => directiveId ?? []))]),
      this.announcements.standing([...new Set(rules.flatMap(({ unitId }) => unitId ?? []))]),
    ]);
    return ({ rule, from, until }) => {
      const paper = directives.get(rule.directiveId ?? '');
      const told = standing(rule.unitId ?? '', rule.value.kind, rule.from);
      return {
        value: rule.value,
        unit: units.get(rule.unitId ?? '') ?? null,
        from,
        until,
        ruleFrom: rule.from,
        directive: paper
          ? { id: paper.id, number: paper.number, issuedOn: paper.issuedOn, issuer: paper.issuer }
          : null,
        citation: paper?.citation ?? rule.citation ?? '',
        announced: told && {
          people: told.people,
          at: told.announcedAt.toISOString(),
          recallUntil: told.recallUntil.toISOString(),
        },
      };
    };
  }
}

const placed =
  (nearest: readonly string[]) =>
  (rule: KeptRule): KeptRule & Placed => ({
    ...rule,
    distance: rule.unitId === null ? EVERYWHERE : nearest.indexOf(rule.unitId),
  });
