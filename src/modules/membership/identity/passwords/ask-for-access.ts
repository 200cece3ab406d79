import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { accessErrors } from '../../membership.errors.ts';
import { LoginAttempts } from './login-attempts.ts';
import { readLogin } from './logins.ts';
import { MOST_PEOPLE } from './sign-in-with-password.ts';

/**
 * "Quên mật khẩu": an officer who cannot get in is shown to those who may invite them. Nothing opens by itself, since a
 * number or an address never opens an officer's account (rulings 3). The answer never tells whether the login is known.
 */
@Injectable()
export class AskForAccess {
  constructor(
    private readonly database: Database,
    private readonly attempts: LoginAttempts,
    private readonly clock: Clock,
  ) {}

  /**
   * @param address of the caller
   * @throws access.loginUnreadable, access.tooManyTries
   */
  async execute(text: string, address: string): Promise<void> {
    const login = readLogin(text);
    if (!login) throw accessErrors.loginUnreadable({ path: 'login' });
    // Under a name of its own: asking for help must not lock anybody out.
    await this.attempts.begin({ login: `help ${login.value}`, people: [], address });
    const { kind, value } = login;
    const has =
      kind === 'phone'
        ? sql`p.id in (select person_id from phones where e164 = ${value} and replaced_at is null)`
        : sql`(lower(p.login_email) = ${value}
            or p.id in (select person_id from emails where lower(address) = ${value} and replaced_at is null))`;
    const people = await this.database.rows<{ id: string }>(
      sql`select p.id from people p where p.anonymised_at is null and ${has}
        and exists (select 1 from posts o where o.person_id = p.id and o.validity @> ${this.clock.today()}::date)
        order by p.id limit ${MOST_PEOPLE}`,
    );
    await this.database.rows(
      sql`insert into access_requests (id, person_id, asked_at)
        select n.id, n.person_id, ${this.clock.now()}
          from unnest(${people.map(() => v7())}::uuid[], ${people.map(({ id }) => id)}::uuid[]) as n(id, person_id)
        on conflict (person_id) where closed_at is null do nothing`,
    );
  }
}
