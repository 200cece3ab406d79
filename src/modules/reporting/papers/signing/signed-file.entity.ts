import type { SignableFormat } from '#contracts/reporting/report-states';
import type { SignatureState } from '#contracts/reporting/signatures';
import type { SignatureFact } from '#documents';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A document handed to the agency's signing tool, and what came back. */
@Entity('signed_files')
export class SignedFile {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  reportId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  format!: SignableFormat;

  @Column('text')
  exportedHash!: string;

  @Column('uuid')
  exportedBy!: string;

  @Column('timestamptz')
  exportedAt!: Date;
}

/**
 * Signed files that came back for an export, with what was found of their signatures. One counts, earlier ones stay.
 */
@Entity('signed_returns')
export class SignedReturn {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  exportId!: string;

  @Column('text')
  hash!: string;

  @Column('uuid')
  takenBy!: string;

  @Column('timestamptz')
  takenAt!: Date;

  /** A file with a broken signature is never kept. */
  @Column('text')
  state!: Exclude<SignatureState, 'invalid'>;

  @Column('boolean')
  addedAfter!: boolean;

  @Column('jsonb')
  signatures!: SignatureFact[];

  @Column('uuid', { nullable: true })
  asideBy!: string | null;

  @Column('timestamptz', { nullable: true })
  asideAt!: Date | null;

  @Column('text', { nullable: true })
  asideReason!: string | null;
}
