import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A wish for more time; the task keeps its state. */
@Entity('extension_requests')
export class ExtensionRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  taskId!: string;

  /** The last day that is asked for. */
  @Column('date')
  until!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid')
  askedBy!: string;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** Null while it is open. */
  @Column('boolean', { nullable: true })
  granted!: boolean | null;

  @Column('date', { nullable: true })
  grantedUntil!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
