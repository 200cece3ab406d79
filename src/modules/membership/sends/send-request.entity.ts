import type { SendContent, SendKindName } from '#contracts/membership/send-requests';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From which size on what a unit sends waits for a second officer. */
@Entity('second_approval_rules')
export class SecondApprovalRule {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  /** A unit may lay down that nobody else is asked although the unit above has a rule. */
  @Column('boolean')
  isNeeded!: boolean;

  @Column('text')
  measure!: 'teams' | 'people';

  /** What goes to more than so many waits; units that are asked count as teams. */
  @Column('int')
  above!: number;

  @Column('uuid')
  directiveId!: string;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}

/** What goes to very many and waits for a second officer, exactly as it was asked for. */
@Entity('send_requests')
export class SendRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  kind!: SendKindName;

  /** Of the order or the campaign; of a month's reminder the month, of names of groups empty. */
  @Column('text')
  title!: string;

  /** Of an order with each team's share. */
  @Column('jsonb')
  content!: SendContent;

  /** Teams or units. */
  @Column('int')
  places!: number;

  @Column('int')
  people!: number;

  /** Whom it would have reached when it was asked, where that is chosen anew; null where the content keeps each. */
  @Column('uuid', { array: true, nullable: true })
  chosenIds!: string[] | null;

  /** The same of what was sent. */
  @Column('uuid', { array: true, nullable: true })
  sentIds!: string[] | null;

  /** What an order was written in: when that is changed, this is void. */
  @Column('uuid', { nullable: true })
  draftId!: string | null;

  @Column('uuid')
  askedBy!: string;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('text', { nullable: true })
  outcome!: 'approved' | 'refused' | 'dropped' | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** Of a refusal. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The order, or the campaign, that came of it. */
  @Column('uuid', { nullable: true })
  resultId!: string | null;
}
