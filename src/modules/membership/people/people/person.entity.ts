import type { Language } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person is global: teams, posts and sessions point here. Whoever asks to be forgotten is anonymised in place. */
@Entity('people')
export class Person {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  fullName!: string;

  /** For searching: without marks, in small letters. */
  @Column({ type: 'text', generatedType: 'STORED', asExpression: 'fold(full_name)', insert: false, update: false })
  readonly fullNameFolded!: string;

  @Column('text', { default: 'vi' })
  language!: Language;

  @Column('text', { nullable: true })
  loginEmail!: string | null;

  @Column('text', { nullable: true })
  passwordHash!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  anonymisedAt!: Date | null;

  /** The record that this one is part of today: docs/decisions/0143. */
  @Column('uuid', { nullable: true })
  mergedIntoId!: string | null;
}
