import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The chat group of a team or commune as people know it; into which one messages are written stands in group_chats.
 */
@Entity('chat_groups')
export class ChatGroup {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('text')
  channel!: 'zalo' | 'telegram' | 'other';

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  link!: string | null;

  @Column('uuid')
  registeredBy!: string;

  @Column('timestamptz')
  registeredAt!: Date;
}
