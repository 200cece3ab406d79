import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { accessErrors } from '../membership.errors.ts';
import { passwordChanged } from '../membership.events.ts';
import { LoginAttempts } from './login-attempts.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { Sessions } from './sessions.ts';

/** Sets the first password, or changes it with the current one; all other devices are signed out. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
  ) {}

  /** @throws access.wrongPassword at `current`, access.tooManyTries */
  async execute(actor: Actor, { current, next }: RouteBody<typeof routes.changePassword>): Promise<void> {
    const person = await this.database.one<{ password_hash: string | null }>(
      'select password_hash from people where id = $1',
      [actor.personId],
    );
    if (person?.password_hash) await this.check(actor.personId, person.password_hash, current ?? '');
    const hash = await hashPassword(next);
    await this.database.tx(async (tx) => {
      await tx.query('update people set password_hash = $2 where id = $1', [actor.personId, hash]);
      await this.sessions.end(tx, actor.personId, { except: actor.sessionId });
      await this.outbox.append(tx, passwordChanged({ personId: actor.personId }), actor);
    });
  }

  private async check(personId: string, stored: string, current: string): Promise<void> {
    const succeeded = await this.attempts.begin(`password of ${personId}`);
    if (!(await isPassword(stored, current))) throw accessErrors.wrongPassword({ path: 'current' });
    await succeeded();
  }
}
