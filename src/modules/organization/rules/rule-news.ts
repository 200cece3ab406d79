import { Injectable } from '@nestjs/common';
import type { RuleKind } from '#contracts/organization/rule-kinds';
import { Database } from '#platform/database';
import { RuleAnnouncement } from './rule-announcement.entity.ts';
import { type RulePlace, RuleRegistry, type RuleValue } from '../dated-rules/rule-registry.ts';

/** A rule as people were told of it before its day. */
export interface AnnouncedRule {
  id: string;
  unitId: string;
  kind: RuleKind;
  from: string;
  directiveId: string;
  value: RuleValue;
  /** What would hold on that day without it. */
  held: RuleValue | null;
  recallUntil: Date;
  calledOffAt: Date | null;
}

/** What is told of rules, and to whom. */
@Injectable()
export class RuleNews {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  async announcement(id: string): Promise<AnnouncedRule | undefined> {
    const row = await this.database.manager.findOneBy(RuleAnnouncement, { id });
    return row ? { ...row, from: row.fromOn } : undefined;
  }

  place({ unitId, value, from }: AnnouncedRule): Promise<RulePlace> {
    return this.registry.place(unitId, value, from);
  }

  /** All whom it concerns but leaders of teams. */
  officers(place: RulePlace, exceptId: string | null): Promise<string[]> {
    return this.registry.hearers.officers(place, exceptId);
  }
}
