import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { accessErrors } from '../../membership.errors.ts';
import { passwordChanged } from '../../membership.events.ts';
import { Person } from '../../people/people/person.entity.ts';
import { isEasyToGuess, type KnownOfPerson } from './common-passwords.ts';
import { LoginAttempts } from './login-attempts.ts';
import { inTurn, Passwords } from './passwords.ts';
import { Sessions } from '../sessions/sessions.ts';

/** A new invite is how a forgotten password is replaced: whoever came in by it just now need not know the old one. */
const FRESH_MS = 30 * 60_000;

type PersonRow = KnownOfPerson & Pick<Person, 'passwordHash'> & { invitedAt: Date | null };

/** Sets the first password, or changes it with the current one; all other devices are signed out. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
  ) {}

  /**
   * @param address of the caller
   * @throws access.wrongPassword at `current`, access.passwordCommon at `next`, access.loginKnown, access.loginTaken, access.tooManyTries, platform.busy
   */
  async execute(
    actor: Actor,
    { current, next, login }: RouteBody<typeof routes.changePassword>,
    address: string,
  ): Promise<void> {
    const hash = await inTurn(async () => {
      const person = await this.person(actor);
      if (person?.passwordHash && !this.isFresh(person))
        await this.check(actor, person.passwordHash, current ?? '', address);
      if (person && (await isEasyToGuess(next, person))) throw accessErrors.passwordCommon({ path: 'next' });
      if (login && person && (person.phones.length > 0 || person.emails.length > 0))
        throw accessErrors.loginKnown({ path: 'login' });
      return this.passwords.hash(next);
    });
    await this.database.tx(async (tx) => {
      await tx.update(Person, { id: actor.personId }, { passwordHash: hash });
      if (login) await this.setLogin(tx, actor.personId, login);
      await this.sessions.end(tx, actor.personId, {
        because: 'changed',
        by: actor.personId,
        except: actor.sessionId,
      });
      await this.outbox.append(tx, passwordChanged({ personId: actor.personId }), actor);
    });
  }

  private person({ personId, sessionId }: Actor): Promise<PersonRow | undefined> {
    return this.database.one<PersonRow>(
      sql`select password_hash as "passwordHash", full_name as "fullName",
              (select s.created_at from sessions s where s.id = ${sessionId} and s.opened_by = 'invite') as "invitedAt",
              array(select e164 from phones where person_id = p.id) as phones,
              array(select address from emails where person_id = p.id) || array_remove(array[p.login_email], null) as emails
         from people p where id = ${personId}`,
    );
  }

  private isFresh({ invitedAt }: PersonRow): boolean {
    return invitedAt !== null && this.clock.now().getTime() - invitedAt.getTime() < FRESH_MS;
  }

  /** Only for who has neither an address nor a number: what others wrote down is changed by those who may invite. */
  private async setLogin(tx: Tx, personId: string, login: string): Promise<void> {
    const taken = await rowsOf(
      tx,
      sql`select 1 from people where lower(login_email) = ${login.toLowerCase()} and id <> ${personId}`,
    );
    if (taken.length > 0) throw accessErrors.loginTaken({ path: 'login' });
    await tx.update(Person, { id: personId }, { loginEmail: login.toLowerCase() });
  }

  /** Signed in already, so that strangers' tries do not count here. */
  private async check({ personId, sessionId }: Actor, stored: string, current: string, address: string): Promise<void> {
    const succeeded = await this.attempts.begin({ people: [personId], address, device: Buffer.from(sessionId) });
    if (!(await this.passwords.isRight(stored, current))) throw accessErrors.wrongPassword({ path: 'current' });
    await succeeded(personId);
  }
}
