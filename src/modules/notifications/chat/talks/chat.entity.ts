import type { ChannelId } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChatCommand, SaidEntry } from './chat-command.ts';

/** The one question that is open in a chat: what each of its answers orders. Numbers and buttons name the answer. */
@Entity('chat_questions')
export class ChatQuestion {
  @PrimaryColumn('text')
  channel!: ChannelId;

  @PrimaryColumn('text')
  address!: string;

  @Column('uuid')
  id!: string;

  @Column('jsonb')
  content!: { answers: ChatCommand[]; noteFor?: ChatCommand };

  @Column('timestamptz')
  expiresAt!: Date;

  /** The event that answered it; the same event may do so again after a crash, no other. */
  @Column('uuid', { nullable: true })
  answeredBy!: string | null;
}

/** When a stranger was last told how to link: once in a while, not at each word. */
@Entity('chat_hints')
export class ChatHint {
  @PrimaryColumn('text')
  channel!: ChannelId;

  @PrimaryColumn('text')
  address!: string;

  @Column('timestamptz')
  hintedAt!: Date;

  /** The event that was answered so: worked again after a crash, it is answered again. */
  @Column('uuid')
  hintedBy!: string;
}

/** What was recorded last from a chat: "sửa 4" means that, and nothing that was recorded elsewhere. */
@Entity('chat_said')
export class ChatRecord {
  @PrimaryColumn('text')
  channel!: ChannelId;

  @PrimaryColumn('text')
  address!: string;

  @Column('uuid')
  personId!: string;

  @Column('jsonb')
  entries!: SaidEntry[];

  @Column('timestamptz')
  saidAt!: Date;
}
