import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Denominators by unit and date; a later figure ends the earlier one. */
@Entity('registers')
export class RegisterFigure {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  metric!: 'households' | 'population';

  @Column('int')
  value!: number;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
