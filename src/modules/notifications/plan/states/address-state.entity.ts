import type { ChannelId } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What is known of an address besides that it exists: when its owner last wrote (the window in which texts are free),
 * how many were sent since, and whether the platform says that it is gone.
 */
@Entity('address_states')
export class AddressState {
  @PrimaryColumn('text')
  channel!: ChannelId;

  @PrimaryColumn('text')
  address!: string;

  @Column('timestamptz', { nullable: true })
  lastInboundAt!: Date | null;

  @Column('int', { default: 0 })
  sentSince!: number;

  @Column('timestamptz', { nullable: true })
  goneAt!: Date | null;

  @Column('text', { nullable: true })
  goneCode!: string | null;

  /** The platform gave another address for it: a group that became a supergroup. */
  @Column('text', { nullable: true })
  movedTo!: string | null;

  @Column('timestamptz')
  changedAt!: Date;
}

/** A limit that holds over all workers: the instant from which the next send is free of it (GCRA's arrival time). */
@Entity('pace_buckets')
export class PaceBucket {
  @PrimaryColumn('text')
  key!: string;

  @Column('timestamptz')
  freeAt!: Date;
}
