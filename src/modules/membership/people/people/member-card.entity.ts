import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A card with which a member shows that they are of a team. */
@Entity('member_cards')
export class MemberCard {
  @PrimaryColumn('uuid')
  id!: string;

  /** In its address. */
  @Column('text')
  code!: string;

  @Column('uuid')
  teamId!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  kind!: 'phone' | 'paper';

  /** The half of the phone's key that checks what it signed; SPKI, base64url. */
  @Column('text', { nullable: true })
  publicKey!: string | null;

  /** The sign-in that it was made under: it ends with that. */
  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  /** Its last day. */
  @Column('date')
  validUntil!: string;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('uuid')
  issuedBy!: string;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  /** The person, where they lost it or another phone has taken its place. */
  @Column('uuid', { nullable: true })
  revokedBy!: string | null;
}

/** What somebody who doubted a card wrote to the commune, without a name. */
@Entity('card_reports')
export class CardReport {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  teamId!: string;

  @Column('uuid')
  communeId!: string;

  @Column('text', { nullable: true })
  text!: string | null;

  @Column('timestamptz')
  at!: Date;

  /** Of the address, by the day's key: it counts, and names nobody. */
  @Column('bytea')
  fromHash!: Buffer;
}

/** A member's own picture of themselves, for their cards and the page that checks them, while they want it there. */
@Entity('card_photos')
export class CardPhoto {
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('text')
  contentHash!: string;

  @Column('timestamptz')
  at!: Date;
}

/** A member asks for a card on paper and has none yet; printing it takes the row away. */
@Entity('card_requests')
export class CardRequest {
  @PrimaryColumn('uuid')
  teamId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('timestamptz')
  at!: Date;
}
