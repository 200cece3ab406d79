import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An account's tokens, sealed with the installation's key. */
@Entity('channel_tokens')
export class ChannelToken {
  @PrimaryColumn('text')
  name!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('int')
  version!: number;

  @Column('timestamptz')
  changedAt!: Date;
}
