import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a command was answered, kept so that the same command gets the same answer. */
@Entity('command_answers')
export class CommandAnswer {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  commandId!: string;

  @Column('text')
  route!: string;

  /** SHA-256 of the body, base64url. */
  @Column('text')
  bodyHash!: string;

  /** Null while it is worked. */
  @Column('int', { nullable: true })
  status!: number | null;

  @Column('jsonb', { nullable: true })
  answer!: unknown;

  @Column('timestamptz')
  startedAt!: Date;
}
