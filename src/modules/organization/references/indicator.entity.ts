import type { Aggregation, Pillar } from '#contracts/enums';
import type { Dimension } from '#contracts/organization/dimensions';
import type { z } from 'zod';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a figure may be broken down by; what has a name can be asked for by an order. */
export type IndicatorDimension = z.infer<typeof Dimension>;

/** A figure of the monthly report, as it is defined from a day on. */
@Entity('indicators')
export class Indicator {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  nameEn!: string;

  @Column('text')
  unit!: string;

  @Column('text')
  unitEn!: string;

  @Column('text')
  pillar!: Pillar;

  @Column('text')
  aggregation!: Aggregation;

  /** Of a ratio: the code of what is counted. */
  @Column('text', { nullable: true })
  numerator!: string | null;

  /** Of a ratio: the code of what it is counted against. */
  @Column('text', { nullable: true })
  denominator!: string | null;

  @Column('jsonb', { default: [] })
  dimensions!: IndicatorDimension[];

  @Column('text', { nullable: true })
  target!: string | null;

  /** Typed in by an officer: it does not come from records. */
  @Column('boolean')
  typed!: boolean;

  /** Null: of the catalogue. */
  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  /** PostgreSQL range text, half-open. */
  @PrimaryColumn('daterange')
  validity!: string;
}
