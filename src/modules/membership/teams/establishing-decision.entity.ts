import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The document by which a team or committee is set up, changed or dissolved. */
@Entity('establishing_decisions')
export class EstablishingDecision {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: 'establish' | 'change' | 'dissolve';

  @Column('text')
  number!: string;

  @Column('date')
  signedOn!: string;

  @Column('text')
  signer!: string;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('uuid', { nullable: true })
  committeeId!: string | null;

  @Column('timestamptz')
  recordedAt!: Date;
}
