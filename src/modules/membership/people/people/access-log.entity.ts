import type { ExportPurpose } from '#contracts/access/log-kinds';
import type { PhonePurpose } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who read personal data of whom, and for what. */
@Entity('access_log')
export class AccessLogEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid')
  personId!: string;

  @Column('text')
  what!: string;

  @Column('uuid', { nullable: true })
  subjectId!: string | null;

  @Column('text', { nullable: true })
  purpose!: PhonePurpose | ExportPurpose | null;

  /** The look of which it is one line. */
  @Column('uuid', { nullable: true })
  actId!: string | null;
}
