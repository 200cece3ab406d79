import type { QuickReportKind } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a team did on a day. Append-only: a correction is a new row, a taking back is a row beside it. */
@Entity('progress_entries')
export class ProgressEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  taskId!: string | null;

  @Column('uuid')
  teamId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  communeId!: string;

  @Column('text')
  kind!: 'progress' | 'quick';

  @Column('text', { nullable: true })
  quickKind!: QuickReportKind | null;

  @Column('date')
  happenedOn!: string;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('uuid')
  actorId!: string;

  @Column('uuid')
  commandId!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { array: true, default: [] })
  links!: string[];

  @Column('text', { array: true, default: [] })
  applicationCodes!: string[];

  @Column('uuid', { nullable: true })
  correctsId!: string | null;

  /** Number within the commune, as the member reads it. */
  @Column('text')
  receipt!: string;
}

/** One figure of an entry; the first is of the order's target. */
@Entity('progress_lines')
export class ProgressLine {
  @PrimaryColumn('uuid')
  entryId!: string;

  @PrimaryColumn('int')
  position!: number;

  @Column('text')
  indicatorCode!: string;

  @Column('jsonb', { default: {} })
  dimensions!: Record<string, string>;

  @Column('int')
  value!: number;

  /** What the commune confirmed of it; a line with an answer is settled and can no longer be corrected. */
  @Column('int', { nullable: true })
  confirmedValue!: number | null;

  @Column('uuid', { nullable: true })
  confirmedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  @Column('uuid', { nullable: true })
  decisionId!: string | null;

  @Column('uuid', { nullable: true })
  entryDecisionId!: string | null;
}

/** So many of an entry are of a kind, beside its lines: two breakdowns of one number would count it twice. */
@Entity('entry_breakdowns')
export class EntryBreakdown {
  @PrimaryColumn('uuid')
  entryId!: string;

  /** A dimension of the indicator, or an amount. */
  @PrimaryColumn('text')
  by!: string;

  /** Empty for an amount. */
  @PrimaryColumn('text')
  kind!: string;

  @Column('int')
  value!: number;
}

/** A product of the OCOP register that an entry has put onto a marketplace. */
@Entity('entry_products')
export class EntryProduct {
  @PrimaryColumn('uuid')
  entryId!: string;

  @PrimaryColumn('uuid')
  productId!: string;

  /** A kind of the dimension, in the words of the day of the work. */
  @Column('text')
  marketplace!: string;

  @Column('text')
  link!: string;

  /** False for what was named before, or stood on a marketplace already. */
  @Column('boolean')
  counted!: boolean;

  /** The entry that has named it before. */
  @Column('uuid', { nullable: true })
  firstEntryId!: string | null;
}

/** That an entry was taken back. */
@Entity('entry_withdrawals')
export class EntryWithdrawal {
  @PrimaryColumn('uuid')
  entryId!: string;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;
}

/** The last number that a commune has given. */
@Entity('receipt_counters')
export class ReceiptCounter {
  @PrimaryColumn('uuid')
  communeId!: string;

  @Column('int')
  last!: number;
}
