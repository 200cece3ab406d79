import type { AccountProof, AccountSpace } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Within which bot, app or Official Account this installation knows ids: the configured one. Written at start. */
@Entity('account_scopes')
export class AccountScope {
  @PrimaryColumn('text')
  space!: AccountSpace;

  @Column('text')
  scope!: string;
}

/** An account of a messaging platform that is proven to be a person's. A person may have several. */
@Entity('linked_accounts')
export class LinkedAccount {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  space!: AccountSpace;

  @Column('text')
  scope!: string;

  @Column('text')
  externalId!: string;

  @Column('text')
  proof!: AccountProof;

  /** The number that the platform proved, when it did. */
  @Column('text', { nullable: true })
  phoneE164!: string | null;

  @Column('timestamptz')
  linkedAt!: Date;

  /** Another account has proved the same number since: nothing goes there until an officer has looked. */
  @Column('timestamptz', { nullable: true })
  suspendedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endReason!: string | null;

  /**
   * What it was proven by does not count any more: it signs nobody in until it is proven anew, and hears for three
   * days more.
   */
  @Column('timestamptz', { nullable: true })
  doubtedAt!: Date | null;
}

/**
 * One person of the platform under two of its ids, as the platform itself has signed: an Official Account's user and
 * the app's. What is proven of the one holds for the other.
 */
@Entity('account_joins')
export class AccountJoin {
  @PrimaryColumn('text')
  fromSpace!: AccountSpace;

  @PrimaryColumn('text')
  fromScope!: string;

  @PrimaryColumn('text')
  fromId!: string;

  @Column('text')
  toSpace!: AccountSpace;

  @Column('text')
  toScope!: string;

  @Column('text')
  toId!: string;

  @Column('timestamptz')
  seenAt!: Date;
}
