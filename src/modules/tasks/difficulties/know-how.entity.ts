import type { DifficultyKind } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An answer that helps others too, without who asked. It stays when the difficulty goes on. */
@Entity('know_how')
export class KnowHow {
  @PrimaryColumn('uuid')
  difficultyId!: string;

  @Column('text')
  kind!: DifficultyKind;

  @Column('text')
  title!: string;

  @Column('text')
  answer!: string;

  @Column('uuid')
  communeId!: string;

  /** What the work counts in which it was asked; null when it belongs to no task. */
  @Column('text', { nullable: true })
  indicatorCode!: string | null;

  @Column('uuid', { nullable: true })
  publishedBy!: string | null;

  @Column('timestamptz')
  publishedAt!: Date;

  /** An office took it back: shown to nobody until it is published again. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}

/** A team that said it has helped. */
@Entity('know_how_uses')
export class KnowHowUse {
  @PrimaryColumn('uuid')
  difficultyId!: string;

  @PrimaryColumn('uuid')
  teamId!: string;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;
}
