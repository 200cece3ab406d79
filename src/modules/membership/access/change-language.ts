import { Injectable } from '@nestjs/common';
import type { Language } from '#contracts/enums';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';

/** The language of the person's messages. */
@Injectable()
export class ChangeLanguage {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, language: Language): Promise<void> {
    await this.database.tx(async (tx) => {
      await tx.query('update people set language = $2 where id = $1', [actor.personId, language]);
      await tx.query(`select pg_notify('actor_changed', $1)`, [actor.personId]);
    });
  }
}
