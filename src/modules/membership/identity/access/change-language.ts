import { Injectable } from '@nestjs/common';
import type { Language } from '#contracts/enums';
import type { Actor } from '#platform/auth';
import { Database, execute, sql } from '#platform/database';

/** The language of the person's messages. */
@Injectable()
export class ChangeLanguage {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, language: Language): Promise<void> {
    await this.database.tx(async (tx) => {
      await execute(tx, sql`update people set language = ${language} where id = ${actor.personId}`);
      await execute(tx, sql`select pg_notify('actor_changed', ${actor.personId})`);
    });
  }
}
