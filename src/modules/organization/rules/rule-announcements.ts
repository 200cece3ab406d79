import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { hearersOf, type RuleKind } from '#contracts/organization/rule-kinds';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { ruleErrors } from '../organization.errors.ts';
import { ruleAnnounced, ruleCalledOff } from '../organization.events.ts';
import { RuleAnnouncement } from './rule-announcement.entity.ts';
import {
  type AnsweredValue,
  type HearerCount,
  type RulePlace,
  RuleRegistry,
  type RuleValue,
} from '../dated-rules/rule-registry.ts';

interface SetRule {
  unitId: string;
  value: RuleValue;
  from: string;
  directiveId: string;
  /** What would hold on that day without it. */
  held: AnsweredValue | null;
}
type Standing = Pick<RuleAnnouncement, 'unitId' | 'kind' | 'fromOn' | 'people' | 'announcedAt' | 'recallUntil'>;

/** Rules that people are told of before their day, and are told again when it does not come. */
@Injectable()
export class RuleAnnouncements {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly registry: RuleRegistry,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Who would be told; null of a rule that begins today or has begun. */
  async hearers(place: RulePlace, from: string, actor: Actor): Promise<HearerCount | null> {
    return from > this.clock.today() ? this.registry.hearers.count(place, actor.personId) : null;
  }

  /** @returns how many are told. @throws rules.announceLate */
  async announce(tx: Tx, actor: Actor, { unitId, value, from, directiveId, held }: SetRule): Promise<number> {
    if (from <= this.clock.today()) throw ruleErrors.announceLate({ path: 'announce' });
    const place = await this.registry.place(unitId, value, from);
    const { people, by } = await this.registry.hearers.count(place, actor.personId);
    if (people === 0) return 0;
    const id = v7();
    const now = this.clock.now();
    const recallUntil = new Date(now.getTime() + this.env.HOLD_SECONDS * 1000);
    await tx.insert(RuleAnnouncement, {
      id,
      unitId,
      kind: value.kind,
      fromOn: from,
      directiveId,
      value,
      held,
      people,
      recallUntil,
      announcedAt: now,
    });
    const told = new Set(by.filter(({ count }) => count > 0).map(({ who }) => toOf(who)));
    const events = [...told].map((to) => ruleAnnounced({ announcementId: id, to }, { unitId }));
    await this.outbox.appendMany(tx, events, actor);
    return people;
  }

  /** The rule is taken back. @returns how many are told: none where nothing has gone out yet */
  async callOff(tx: Tx, actor: Actor, unitId: string, kind: RuleKind, from: string): Promise<number> {
    const now = this.clock.now();
    const [off] = await rowsOf<Pick<RuleAnnouncement, 'id' | 'people' | 'recallUntil'>>(
      tx,
      sql`update rule_announcements set called_off_at = ${now} where unit_id = ${unitId} and kind = ${kind}
         and from_on = ${from}::date and called_off_at is null returning id, people, recall_until as "recallUntil"`,
    );
    if (!off) return 0;
    const silent = now < off.recallUntil;
    const events = [...new Set(hearersOf[kind].map(toOf))].map((to) =>
      ruleCalledOff({ announcementId: off.id, to, silent }, { unitId }),
    );
    await this.outbox.appendMany(tx, events, actor);
    return silent ? 0 : off.people;
  }

  /** Those that stand, by unit, kind and first day. */
  async standing(
    unitIds: readonly string[],
  ): Promise<(unitId: string, kind: RuleKind, from: string) => Standing | null> {
    const rows = await this.database.rows<Standing>(
      sql`select unit_id as "unitId", kind, from_on as "fromOn", people, announced_at as "announcedAt", recall_until as "recallUntil"
        from rule_announcements where called_off_at is null and unit_id = any(${unitIds}::uuid[])`,
    );
    const known = new Map(rows.map((row) => [`${row.unitId} ${row.kind} ${row.fromOn}`, row]));
    return (unitId, kind, from) => known.get(`${unitId} ${kind} ${from}`) ?? null;
  }
}

const toOf = (who: HearerCount['by'][number]['who']) => (who === 'leaders' ? 'teams' : 'officers');
