import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RuleKind } from '#contracts/organization/rule-kinds';
import type { RuleValue } from '../dated-rules/rule-registry.ts';

/** A rule that people were told of before its day. It stays as it was told. */
@Entity('rule_announcements')
export class RuleAnnouncement {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  kind!: RuleKind;

  /** The rule's first day. */
  @Column('date')
  fromOn!: string;

  @Column('uuid')
  directiveId!: string;

  @Column('jsonb')
  value!: RuleValue;

  /** What would hold on that day without it. */
  @Column('jsonb', { nullable: true })
  held!: RuleValue | null;

  /** How many were to be told. */
  @Column('int')
  people!: number;

  /** External channels wait until then; taking the rule back before is silent. */
  @Column('timestamptz')
  recallUntil!: Date;

  @Column('timestamptz')
  announcedAt!: Date;

  @Column('timestamptz', { nullable: true })
  calledOffAt!: Date | null;
}
