import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of a divided unit's sent figure belongs to one of the units that it became, with who says so and from where. */
@Entity('figure_parts')
export class FigurePart {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('text')
  code!: string;

  @PrimaryColumn('uuid')
  unitId!: string;

  @Column('bigint')
  numerator!: number;

  @Column('bigint', { nullable: true })
  denominator!: number | null;

  @Column('text')
  source!: string;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;
}
