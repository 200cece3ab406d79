import type { Affiliation, CommitteeSeat, OfficerRole } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An officer's or trainer's post at a unit for a time: what carries rights beside team membership. */
@Entity('posts')
export class Post {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  role!: OfficerRole | 'trainer';

  @Column('uuid')
  unitId!: string;

  @Column('uuid', { nullable: true })
  providerId!: string | null;

  @Column('text')
  title!: string;

  @Column('text', { default: 'other' })
  affiliation!: Affiliation;

  /** Of the focal officer only. */
  @Column('boolean', { default: false })
  standIn!: boolean;

  /** Of the committee, looks after the focal post while nobody holds it: derived from the other posts, never given by hand. */
  @Column('boolean', { default: false })
  caretaker!: boolean;

  /** Of a committee's post; null says "member". */
  @Column('text', { nullable: true })
  seat!: CommitteeSeat | null;

  /** Null: at the server, by rule, or before this was noted. */
  @Column('uuid', { nullable: true })
  givenBy!: string | null;

  @Column('timestamptz', { nullable: true })
  givenAt!: Date | null;

  @Column('daterange')
  validity!: string;

  @Column('text', { nullable: true })
  endReason!: string | null;

  /** Ended with its unit: until this day, not included, its holder reads that unit's past. */
  @Column('date', { nullable: true })
  pastUntil!: string | null;
}
