import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DirectiveKind = 'official_letter' | 'plan' | 'decision' | 'guidance' | 'resolution';

/** A document that tasks, rules, periods and reports cite. */
@Entity('directives')
export class Directive {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  kind!: DirectiveKind;

  @Column('text')
  number!: string;

  @Column('date')
  issuedOn!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  abstract!: string;

  @Column('uuid', { nullable: true })
  basisId!: string | null;

  @Column('uuid', { nullable: true })
  supersededBy!: string | null;

  @Column('daterange')
  validity!: string;

  /** Grows with each correction. */
  @Column('int', { default: 1 })
  version!: number;
}

type Words = Pick<Directive, 'kind' | 'number' | 'issuedOn' | 'issuer' | 'abstract'>;

/** What stood in a directive before it was put right, and why. Rows are only added. */
@Entity('directive_corrections')
export class DirectiveCorrection {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  directiveId!: string;

  /** The version that was put right. */
  @Column('int')
  version!: number;

  @Column('jsonb')
  before!: Words;

  @Column('jsonb')
  after!: Words;

  @Column('text')
  reason!: string;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;
}
