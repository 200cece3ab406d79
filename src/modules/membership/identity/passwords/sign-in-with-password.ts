import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Database, execute, sql, type Tx } from '#platform/database';
import { AccessActs } from '#platform/trail';
import { accessErrors } from '../../membership.errors.ts';
import type { Person } from '../../people/people/person.entity.ts';
import { KnownDevices } from './known-devices.ts';
import { LoginAttempts } from './login-attempts.ts';
import { type Login, readLogin } from './logins.ts';
import { inTurn, Passwords } from './passwords.ts';
import { Sessions, type SignedIn } from '../sessions/sessions.ts';

/** A phone may serve a family; more people than this behind one login are not tried. */
export const MOST_PEOPLE = 3;

type Credentials = RouteBody<typeof routes.signInWithPassword>;
interface Candidate extends Pick<Person, 'id'> {
  passwordHash: string;
}

/** Officers sign in with an e-mail address or a phone number and a password. */
@Injectable()
export class SignInWithPassword {
  constructor(
    private readonly database: Database,
    private readonly attempts: LoginAttempts,
    private readonly devices: KnownDevices,
    private readonly sessions: Sessions,
    private readonly acts: AccessActs,
    private readonly passwords: Passwords,
  ) {}

  /**
   * The whole try takes its turn, the counting too: a flood must not take the database's connections either.
   * @param address of the caller
   * @throws access.loginUnreadable, access.wrongCredentials (the same for an unknown login), access.tooManyTries, platform.busy
   */
  async execute(credentials: Credentials, address: string): Promise<SignedIn> {
    const login = readLogin(credentials.login);
    if (!login) throw accessErrors.loginUnreadable({ path: 'login' });
    return inTurn(() => this.enter(login, credentials, address));
  }

  private async enter(login: Login, { password, deviceKeys = [], ...more }: Credentials, address: string) {
    const people = await this.peopleBehind(login);
    const ids = people.map(({ id }) => id);
    const device = await this.devices.find(deviceKeys, ids);
    const succeeded = await this.attempts.begin({ login: login.value, people: ids, address, device });
    const person = await this.whose(people, password);
    if (!person) {
      await this.refused(ids);
      throw accessErrors.wrongCredentials();
    }
    const { id: personId } = person;
    await succeeded(personId);
    const renewed = this.passwords.isOld(person.passwordHash) ? await this.passwords.hash(password) : undefined;
    return this.database.tx(async (tx) => {
      if (renewed) await this.renew(tx, person, renewed);
      const { device: name, privateDevice } = more;
      const { hash: deviceHash, fresh } = await this.devices.remember(tx, personId, deviceKeys);
      const options = { device: name, privateDevice, by: 'password', deviceHash } as const;
      const signedIn = await this.sessions.open(tx, personId, options);
      return { ...signedIn, ...(fresh && { deviceKey: fresh }) };
    });
  }

  /** Stands in the log where the login means one person; how often it can, the limits say. */
  private async refused(ids: readonly string[]): Promise<void> {
    const [personId] = ids;
    if (!personId || ids.length > 1) return;
    const unitId = await this.sessions.placeOf(personId);
    await this.acts.note({ personId }, { kind: 'refused', what: 'password', unitId, byUnitId: unitId });
  }

  private peopleBehind({ kind, value }: Login): Promise<Candidate[]> {
    const has =
      kind === 'phone'
        ? sql`p.id in (select person_id from phones where e164 = ${value})`
        : sql`(lower(p.login_email) = ${value} or p.id in (select person_id from emails where lower(address) = ${value}))`;
    return this.database.rows<Candidate>(
      sql`select id, password_hash as "passwordHash" from people p
        where p.password_hash is not null and p.anonymised_at is null and ${has} order by id limit ${MOST_PEOPLE}`,
    );
  }

  private async whose(people: readonly Candidate[], password: string): Promise<Candidate | undefined> {
    if (people.length === 0) await this.passwords.isNothing(password);
    for (const person of people) if (await this.passwords.isRight(person.passwordHash, password)) return person;
    return undefined;
  }

  /** Unless it was changed meanwhile. */
  private renew(tx: Tx, { id, passwordHash }: Candidate, hash: string): Promise<void> {
    return execute(
      tx,
      sql`update people set password_hash = ${hash} where id = ${id} and password_hash = ${passwordHash}`,
    );
  }
}
