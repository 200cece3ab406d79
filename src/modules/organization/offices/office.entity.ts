import type { OfficerRole } from '#contracts/enums';
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

  /** Who answers there, on cards from before `answered_by`. */
  @Column('text', { nullable: true })
  holder!: string | null;

  @Column('text', { nullable: true })
  hours!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  /** The role whose holder answers: who holds it changes, the card does not. */
  @Column('text', { nullable: true })
  answeredBy!: OfficerRole | null;

  /** Somebody said that a number that looks like a person's is the office's. */
  @Column('boolean', { default: false })
  isOffice!: boolean;

  /** The number is one that a person can have, as it was judged when it was kept. */
  @Column('boolean', { default: false })
  looksPersonal!: boolean;

  /** The day on which somebody last said that the card is right. */
  @Column('date', { nullable: true })
  checkedOn!: string | null;

  /** The day on which somebody called and nobody answered. */
  @Column('date', { nullable: true })
  unansweredOn!: string | null;

  /** The day on which its keepers were last asked whether it is still right. */
  @Column('date', { nullable: true })
  askedOn!: string | null;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
