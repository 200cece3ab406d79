import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An officer who cannot get in has asked for help; who may invite them sees it. */
@Entity('access_requests')
export class AccessRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  askedAt!: Date;

  /** When a new invite was issued or the person came in. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
