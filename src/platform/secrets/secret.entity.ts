import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The installation's key material where no key is configured: one secret per use. */
@Entity('secrets')
export class Secret {
  @PrimaryColumn('text')
  name!: string;

  @Column('text')
  value!: string;
}
