import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { type Actor, ActorCache } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { accessErrors } from '../../membership.errors.ts';
import type { Person } from '../../people/people/person.entity.ts';
import { LoginAttempts } from '../passwords/login-attempts.ts';
import { inTurn, Passwords } from '../passwords/passwords.ts';
import { Sessions } from '../sessions/sessions.ts';
import { CheckShown } from './check-shown.ts';

/** "Xác nhận đúng là mình": the code or the key, or the password of who has no second factor; it holds for ten minutes. */
@Injectable()
export class ShowProof {
  constructor(
    private readonly database: Database,
    private readonly check: CheckShown,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
    private readonly cache: ActorCache,
    private readonly passwords: Passwords,
  ) {}

  /**
   * @param address of the caller
   * @throws access.wrongCode at `code`, access.wrongKey at `passkey`, access.wrongPassword at `password`, access.tooManyTries, platform.busy
   */
  async execute(actor: Actor, shown: RouteBody<typeof routes.showProof>, address: string): Promise<void> {
    const { password } = shown;
    if (password === undefined) await this.check.execute(actor, shown, address);
    else await inTurn(() => this.password(actor, password, address));
    await this.database.tx((tx) => this.sessions.prove(tx, actor));
    this.cache.forget(actor.personId);
  }

  /** Whoever has a second factor shows that. */
  private async password({ personId, sessionId }: Actor, typed: string, address: string): Promise<void> {
    const succeeded = await this.attempts.begin({ people: [personId], address, device: Buffer.from(sessionId) });
    const row = await this.database.one<Pick<Person, 'passwordHash'>>(
      sql`select password_hash as "passwordHash" from people p where id = ${personId} and not exists (
        select 1 from second_factors f where f.person_id = p.id and f.confirmed_at is not null)`,
    );
    const stored = row?.passwordHash;
    const isRight = stored ? await this.passwords.isRight(stored, typed) : await this.passwords.isNothing(typed);
    if (!isRight) throw accessErrors.wrongPassword({ path: 'password' });
    await succeeded(personId);
  }
}
