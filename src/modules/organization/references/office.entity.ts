import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit's contact card. */
@Entity('offices')
export class Office {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  /** Who answers there. */
  @Column('text', { nullable: true })
  holder!: string | null;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
