import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which confirmed lines the current version of a month's report counts. A line is in one at most. */
@Entity('report_facts')
export class ReportFact {
  @PrimaryColumn('uuid')
  entryId!: string;

  @PrimaryColumn('int')
  position!: number;

  @Column('uuid')
  reportId!: string;

  @Column('date')
  month!: string;

  /** Its day lies in an earlier period, whose report had been sent when it was confirmed. */
  @Column('boolean')
  isLate!: boolean;
}

/** Which confirmed lines the current version of a campaign's report counts; each counts in its month as well. */
@Entity('campaign_facts')
export class CampaignFact {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('uuid')
  entryId!: string;

  @PrimaryColumn('int')
  position!: number;
}

/** A figure of a version as it was sent. */
@Entity('report_figures')
export class ReportFigure {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('text')
  code!: string;

  @Column('bigint', { nullable: true })
  numerator!: number | null;

  @Column('bigint', { nullable: true })
  denominator!: number | null;

  @Column('bigint', { nullable: true })
  previousNumerator!: number | null;

  @Column('bigint', { nullable: true })
  previousDenominator!: number | null;

  @Column('bigint', { nullable: true })
  yearNumerator!: number | null;

  @Column('bigint', { nullable: true })
  yearDenominator!: number | null;

  @Column('bigint', { nullable: true })
  plan!: number | null;

  @Column('int')
  records!: number;

  @Column('bigint')
  late!: number;

  @Column('boolean')
  isTyped!: boolean;
}

/** Figures from outside our records, with who says so and from where. */
@Entity('typed_figures')
export class TypedFigure {
  @PrimaryColumn('uuid')
  unitId!: string;

  @PrimaryColumn('date')
  month!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('bigint')
  numerator!: number;

  @Column('bigint', { nullable: true })
  denominator!: number | null;

  @Column('text')
  source!: string;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;
}

/** What a unit wants to reach in a year. */
@Entity('figure_plans')
export class FigurePlan {
  @PrimaryColumn('uuid')
  unitId!: string;

  @PrimaryColumn('int')
  year!: number;

  @PrimaryColumn('text')
  code!: string;

  @Column('bigint')
  value!: number;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;
}
