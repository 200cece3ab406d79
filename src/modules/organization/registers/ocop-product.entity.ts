import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A product of the OCOP register: the denominator of "100% of OCOP products on e-commerce", by name. */
@Entity('ocop_products')
export class OcopProduct {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  owner!: string;

  @Column('int', { nullable: true })
  stars!: number | null;

  @Column('text', { nullable: true })
  certificate!: string | null;

  @Column('date', { nullable: true })
  listedOn!: string | null;

  @Column('text', { nullable: true })
  marketplace!: string | null;

  @Column('text', { nullable: true })
  link!: string | null;

  @Column('text', { nullable: true })
  endReason!: string | null;

  /** The confirmed report of a team that put it onto the marketplace; null when an officer recorded it. */
  @Column('uuid', { nullable: true })
  listedBy!: string | null;

  @Column('daterange')
  validity!: string;
}
