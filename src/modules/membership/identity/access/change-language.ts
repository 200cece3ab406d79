import { Injectable } from '@nestjs/common';
import type { Language } from '#contracts/enums';
import type { Actor } from '#platform/auth';
import { Database, execute, sql } from '#platform/database';
import { Person } from '../../people/people/person.entity.ts';

/** The language of the person's messages. */
@Injectable()
export class ChangeLanguage {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, language: Language): Promise<void> {
    await this.database.tx(async (tx) => {
      await tx.update(Person, { id: actor.personId }, { language });
      await execute(tx, sql`select pg_notify('actor_changed', ${actor.personId})`);
    });
  }
}
