/** What other modules may say and ask of people's numbers and addresses. */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, execute, sql, type Tx } from '#platform/database';
import type { TeamRole } from '#contracts/enums';
import type { Phone } from '../people/contact-point.entity.ts';
import type { Person } from '../people/person.entity.ts';
import { maskPhone } from '../people/phones.ts';
import { AskAboutNumbers, SAID } from './ask-about-numbers.ts';
import type { NumberQuestion } from './number-question.entity.ts';

export interface AskedNumber {
  personId: string;
  fullName: string;
  /** '051•••5678' */
  masked: string;
  e164: string;
  /** Somebody's word, not a platform's answer. */
  isSaid: boolean;
  replyByOn: string;
  isKept: boolean;
  /** Who knows the person: leaders, else deputies of their teams; for a leader who has no deputy they themselves. */
  askedOf: { personId: string; teamId: string }[];
}

export interface OpenQuestion extends Pick<NumberQuestion, 'id' | 'replyByOn'> {
  isOpen: boolean;
}

@Injectable()
export class NumbersApi {
  constructor(
    private readonly database: Database,
    private readonly ask: AskAboutNumbers,
    private readonly clock: Clock,
  ) {}

  /** A platform says that there is no such number any more: why, by number with '+'. */
  async numbersGone(tx: Tx, codes: ReadonlyMap<string, string>): Promise<void> {
    await this.ask.answered(tx, codes);
  }

  /** A mail server says that there is no such box: another address of the person is written to, where there is one. */
  async mailboxesGone(tx: Tx, addresses: readonly string[]): Promise<void> {
    await execute(
      tx,
      sql`update emails set state = 'bounced' where lower(address) = any(${addresses.map((one) => one.toLowerCase())})
           and state <> 'bounced'`,
    );
  }

  async question(id: string): Promise<AskedNumber | undefined> {
    const row = await this.database.one<
      Pick<NumberQuestion, 'personId' | 'code' | 'replyByOn' | 'answer'> &
        Pick<Person, 'fullName'> &
        Pick<Phone, 'e164'>
    >(
      sql`select q.person_id as "personId", q.code, q.reply_by_on as "replyByOn", q.answer, p.full_name as "fullName", f.e164
         from number_questions q join phones f on f.id = q.phone_id join people p on p.id = q.person_id where q.id = ${id}`,
    );
    if (!row) return undefined;
    const { code, e164, answer, ...rest } = row;
    return {
      ...rest,
      e164,
      masked: maskPhone(e164),
      isSaid: code === SAID,
      isKept: answer === 'kept',
      askedOf: await this.whoKnows(row.personId),
    };
  }

  /** Those of them that there are, and whether an answer is still wanted: a number can be changed elsewhere too. */
  async questions(ids: readonly string[]): Promise<Map<string, OpenQuestion>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<OpenQuestion>(
      sql`select q.id, q.reply_by_on as "replyByOn", q.answered_at is null and f.is_primary and f.state = 'bounced' as "isOpen"
         from number_questions q join phones f on f.id = q.phone_id where q.id = any(${ids})`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async whoKnows(personId: string): Promise<AskedNumber['askedOf']> {
    const rows = await this.database.rows<{ personId: string; teamId: string; role: TeamRole }>(
      sql`select l.person_id as "personId", l.team_id as "teamId", l.role from team_members_at(${this.clock.today()}::date) m
          cross join lateral (select * from team_members_at(${this.clock.today()}::date) o where o.team_id = m.team_id offset 0) l
         where m.person_id = ${personId} and l.role in ('leader', 'deputy') order by l.team_id, l.person_id`,
    );
    const of = (role: TeamRole, self: boolean) =>
      rows.filter((row) => row.role === role && (row.personId === personId) === self);
    const known =
      [of('leader', false), of('deputy', false), of('leader', true)].find((found) => found.length > 0) ?? [];
    return known.map(({ personId, teamId }) => ({ personId, teamId }));
  }
}
