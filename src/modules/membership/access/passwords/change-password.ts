import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, execute, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { accessErrors } from '../../membership.errors.ts';
import { passwordChanged } from '../../membership.events.ts';
import type { Person } from '../../people/person.entity.ts';
import { isEasyToGuess, type KnownOfPerson } from './common-passwords.ts';
import { LoginAttempts } from './login-attempts.ts';
import { hashPassword, inTurn, isPassword } from './passwords.ts';
import { Sessions } from '../sessions/sessions.ts';

type PersonRow = KnownOfPerson & Pick<Person, 'passwordHash'>;

/** Sets the first password, or changes it with the current one; all other devices are signed out. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param address of the caller
   * @throws access.wrongPassword at `current`, access.passwordCommon at `next`, access.tooManyTries, platform.busy
   */
  async execute(
    actor: Actor,
    { current, next }: RouteBody<typeof routes.changePassword>,
    address: string,
  ): Promise<void> {
    const hash = await inTurn(async () => {
      const person = await this.person(actor.personId);
      if (person?.passwordHash) await this.check(actor, person.passwordHash, current ?? '', address);
      if (person && isEasyToGuess(next, person)) throw accessErrors.passwordCommon({ path: 'next' });
      return hashPassword(next);
    });
    await this.database.tx(async (tx) => {
      await execute(tx, sql`update people set password_hash = ${hash} where id = ${actor.personId}`);
      await this.sessions.end(tx, actor.personId, {
        because: 'changed',
        by: actor.personId,
        except: actor.sessionId,
      });
      await this.outbox.append(tx, passwordChanged({ personId: actor.personId }), actor);
    });
  }

  private person(personId: string): Promise<PersonRow | undefined> {
    return this.database.one<PersonRow>(
      sql`select password_hash as "passwordHash", full_name as "fullName",
              array(select e164 from phones where person_id = p.id) as phones,
              array(select address from emails where person_id = p.id) || array_remove(array[p.login_email], null) as emails
         from people p where id = ${personId}`,
    );
  }

  /** Signed in already, so that strangers' tries do not count here. */
  private async check({ personId, sessionId }: Actor, stored: string, current: string, address: string): Promise<void> {
    const succeeded = await this.attempts.begin({ people: [personId], address, device: Buffer.from(sessionId) });
    if (!(await isPassword(stored, current))) throw accessErrors.wrongPassword({ path: 'current' });
    await succeeded(personId);
  }
}
