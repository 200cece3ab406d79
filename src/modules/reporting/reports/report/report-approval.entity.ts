import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether reports of a unit and all below it are approved by their head before they are sent. */
@Entity('report_approval_rules')
export class ReportApprovalRule {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  /** A unit may lay down that it is not needed although the unit above asks for it. */
  @Column('boolean')
  isNeeded!: boolean;

  @Column('uuid')
  directiveId!: string;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}

/** One time that a report was put before the head of its unit; at most one of a report is open. */
@Entity('report_approvals')
export class ReportApproval {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  reportId!: string;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('uuid')
  askedBy!: string;

  /** To whoever approves. */
  @Column('text', { nullable: true })
  note!: string | null;

  /** What sending it will say of a late report. */
  @Column('text', { nullable: true })
  lateReason!: string | null;

  @Column('boolean')
  withMissing!: boolean;

  /** Null while it waits; `dropped`: taken back, or sent without it after the rule had ended. */
  @Column('text', { nullable: true })
  outcome!: 'approved' | 'refused' | 'dropped' | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  /** Why it was refused. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The version that approving it sent. */
  @Column('int', { nullable: true })
  version!: number | null;
}
