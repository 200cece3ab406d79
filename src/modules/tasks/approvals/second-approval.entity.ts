import type { OrderToApprove } from '#contracts/tasks/order-requests';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From which size on an order of a unit waits for a second officer before it is sent. */
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

  /** Orders to more than so many wait. */
  @Column('int')
  above!: number;

  @Column('uuid')
  directiveId!: string;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}

/** An order that waits for a second officer, exactly as it will be issued. */
@Entity('order_requests')
export class OrderRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  /** The order with each team's share. */
  @Column('jsonb')
  content!: OrderToApprove;

  @Column('int')
  teams!: number;

  @Column('int')
  people!: number;

  /** What it was written in: when that is changed, this is void. */
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

  /** The order that approving it issued. */
  @Column('uuid', { nullable: true })
  assignmentId!: string | null;
}
