import type { AccountSpace } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `officer`: a number alone opens no account of somebody with a post; `changed`: nobody has proved this number since it was changed. */
export type LinkReason = 'nobody' | 'several' | 'rejected' | 'number_reused' | 'officer' | 'changed';

/** A proven account without a person, for the minutes in which it is asked who it is. */
@Entity('link_tickets')
export class LinkTicket {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('text')
  space!: AccountSpace;

  @Column('text')
  scope!: string;

  @Column('text')
  externalId!: string;

  @Column('text')
  displayName!: string;

  @Column('text', { nullable: true })
  phoneE164!: string | null;

  @Column('uuid', { nullable: true })
  matchedPersonId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}

/** A proven account of which an officer has to decide whose it is. */
@Entity('link_requests')
export class LinkRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  space!: AccountSpace;

  @Column('text')
  scope!: string;

  @Column('text')
  externalId!: string;

  @Column('text')
  displayName!: string;

  @Column('text', { nullable: true })
  phoneE164!: string | null;

  @Column('text')
  reason!: LinkReason;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  /** Candidates of whom an officer has said that it is not them. */
  @Column('uuid', { array: true, default: [] })
  notThese!: string[];
}

/** Sent from a chat, it ties that chat's account to the person who asked for it. */
@Entity('link_codes')
export class LinkCode {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('bytea')
  codeHash!: Buffer;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
