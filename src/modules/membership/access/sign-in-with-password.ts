import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Database } from '#platform/database';
import { accessErrors } from '../membership.errors.ts';
import { readPhones } from '../roster/phones.ts';
import { LoginAttempts } from './login-attempts.ts';
import { checkNothing, isPassword } from './passwords.ts';
import { Sessions, type SignedIn } from './sessions.ts';

/** A phone may serve a family; more people than this behind one login are not tried. */
const MOST_PEOPLE = 3;

/** Officers sign in with an e-mail address or a phone number and a password. */
@Injectable()
export class SignInWithPassword {
  constructor(
    private readonly database: Database,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
  ) {}

  /** @throws access.wrongCredentials (the same for an unknown login), access.tooManyTries */
  async execute({
    login,
    password,
    privateDevice,
    device,
  }: RouteBody<typeof routes.signInWithPassword>): Promise<SignedIn> {
    const succeeded = await this.attempts.begin(login);
    const personId = await this.personBehind(login, password);
    if (!personId) throw accessErrors.wrongCredentials();
    await succeeded();
    return this.database.tx((tx) => this.sessions.open(tx, personId, { device, privateDevice }));
  }

  private async personBehind(login: string, password: string): Promise<string | undefined> {
    const people = await this.database.rows<{ id: string; password_hash: string }>(
      `select id, password_hash from people p where p.password_hash is not null and p.anonymised_at is null
          and (lower(p.login_email) = lower($1) or p.id in (select person_id from emails where lower(address) = lower($1)) or p.id in (select person_id from phones where e164 = $2))
        order by id limit ${MOST_PEOPLE}`,
      [login.trim(), readPhones(login).phones[0]?.e164 ?? null],
    );
    if (people.length === 0) await checkNothing(password);
    for (const person of people) if (await isPassword(person.password_hash, password)) return person.id;
    return undefined;
  }
}
