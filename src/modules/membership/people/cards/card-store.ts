import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { dateInVietnam } from '#i18n';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import type { Person } from '../people/person.entity.ts';
import type { TeamMember } from '../teams/team.entity.ts';
import { type CardPhoto, CardRequest, MemberCard } from '../people/member-card.entity.ts';

export interface CardRow
  extends Pick<
      MemberCard,
      'code' | 'teamId' | 'personId' | 'kind' | 'publicKey' | 'validUntil' | 'issuedAt' | 'revokedAt' | 'revokedBy'
    >,
    Pick<Person, 'fullName'> {
  /** Null: no longer of the team. */
  role: TeamMember['role'] | null;
  /** The sign-in that it was made under is over. */
  sessionOver: boolean;
  /** Null: the person wants none. */
  photo: CardPhoto['contentHash'] | null;
}

export interface NewCard extends Pick<MemberCard, 'teamId' | 'personId' | 'kind' | 'publicKey' | 'sessionId'> {
  issuedBy: string;
  at: Date;
  validUntil: string;
}

/** Without letters that are read for one another; 16 of 32 signs are 80 bits, which nobody guesses. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const newCode = (): string => [...randomBytes(16)].map((byte) => SIGNS[byte % SIGNS.length]).join('');

@Injectable()
export class CardStore {
  constructor(private readonly database: Database) {}

  byCode(code: string, now: Date, today: string): Promise<CardRow | undefined> {
    return this.database.one(
      sql`select c.code, c.team_id as "teamId", c.person_id as "personId", c.kind, c.public_key as "publicKey",
             c.valid_until as "validUntil", c.issued_at as "issuedAt", c.revoked_at as "revokedAt", c.revoked_by as "revokedBy",
             p.full_name as "fullName", m.role, (select f.content_hash from card_photos f where f.person_id = c.person_id) as photo,
             c.session_id is not null and not exists (
               select 1 from sessions s where s.id = c.session_id and s.ended_at is null and s.expires_at > ${now}) as "sessionOver"
        from member_cards c join people p on p.id = c.person_id
        left join team_members m on m.team_id = c.team_id and m.person_id = c.person_id and m.validity @> ${today}::date
       where c.code = ${code}`,
    );
  }

  /** The open card's code; of a phone only where it was made under this sign-in. */
  async openCode(
    personId: string,
    teamId: string,
    kind: MemberCard['kind'],
    sessionId: string | null,
  ): Promise<string | undefined> {
    const row = await this.database.one<Pick<MemberCard, 'code'>>(
      sql`select code from member_cards where person_id = ${personId} and team_id = ${teamId} and kind = ${kind}
        and revoked_at is null and session_id is not distinct from ${sessionId}::uuid`,
    );
    return row?.code;
  }

  /** A new one; the open one of its kind ends. */
  async issue(tx: Tx, card: NewCard): Promise<string> {
    await execute(
      tx,
      sql`update member_cards set revoked_at = ${card.at}, revoked_by = ${card.personId}
        where person_id = ${card.personId} and team_id = ${card.teamId} and kind = ${card.kind} and revoked_at is null`,
    );
    const code = newCode();
    await tx.insert(MemberCard, {
      id: v7(),
      code,
      teamId: card.teamId,
      personId: card.personId,
      kind: card.kind,
      publicKey: card.publicKey,
      sessionId: card.sessionId,
      validUntil: card.validUntil,
      issuedAt: card.at,
      issuedBy: card.issuedBy,
    });
    return code;
  }

  /** Printing a card answers who asked for one. */
  async answer(tx: Tx, personId: string, teamId: string): Promise<void> {
    await tx.delete(CardRequest, { personId, teamId });
  }

  async askedAt(personId: string, teamId: string): Promise<Date | undefined> {
    const row: Pick<CardRequest, 'at'> | null = await this.database.manager.findOne(CardRequest, {
      select: { at: true },
      where: { personId, teamId },
    });
    return row?.at;
  }

  async wasMember(personId: string, teamId: string): Promise<boolean> {
    const rows = await this.database.rows(
      sql`select 1 from team_members where person_id = ${personId} and team_id = ${teamId} limit 1`,
    );
    return rows.length > 0;
  }

  /** Somebody else took the person's cards away, and nobody has given them one since. */
  async isTakenAway(tx: Tx, personId: string, teamId: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      sql`select 1 from member_cards r where r.person_id = ${personId} and r.team_id = ${teamId} and r.revoked_by <> ${personId}
        and not exists (
          select 1 from member_cards n where n.person_id = r.person_id and n.team_id = r.team_id and n.id > r.id
             and n.issued_by <> n.person_id and n.issued_at >= r.revoked_at) limit 1`,
    );
    return rows.length > 0;
  }

  /** How many ended. */
  async revoke(tx: Tx, personId: string, teamId: string, by: string, at: Date): Promise<number> {
    const ended = await rowsOf(
      tx,
      sql`update member_cards set revoked_at = ${at}, revoked_by = ${by} where person_id = ${personId} and team_id = ${teamId}
        and revoked_at is null returning 1`,
    );
    return ended.length;
  }

  /** Where there was none to end: it is written down all the same that the person is to have none. */
  async withhold(tx: Tx, personId: string, teamId: string, by: string, at: Date): Promise<void> {
    await tx.insert(MemberCard, {
      id: v7(),
      code: newCode(),
      teamId,
      personId,
      kind: 'paper',
      validUntil: dateInVietnam(at),
      issuedAt: at,
      issuedBy: by,
      revokedAt: at,
      revokedBy: by,
    });
  }
}
