import type { Question } from '#contracts/questions/question-kinds';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A form as it is written now. */
@Entity('forms')
export class Form {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  title!: string;

  @Column('jsonb')
  questions!: Question[];

  /** Counts what was written. */
  @Column('int', { default: 0 })
  edit!: number;

  @Column('uuid')
  writtenBy!: string;

  @Column('timestamptz')
  writtenAt!: Date;

  @Column('uuid')
  madeBy!: string;

  @Column('timestamptz')
  madeAt!: Date;
}

/** What was asked: it never changes. */
@Entity('form_versions')
export class FormVersion {
  @PrimaryColumn('uuid')
  formId!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('text')
  title!: string;

  @Column('jsonb')
  questions!: Question[];

  @Column('uuid')
  publishedBy!: string;

  @Column('timestamptz')
  publishedAt!: Date;
}
