import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ANONYMOUS, PersonErasures, personAnonymised } from '#modules/membership';
import { Database, sql } from '#platform/database';
import { FileStore } from '#platform/files';
import { OnEvent, type PayloadOf } from '#platform/outbox';

/** How what training holds about a person goes: hours and sessions go on counting, for nobody by name. */
@Injectable()
export class TrainingErasures implements OnModuleInit {
  constructor(
    private readonly erasures: PersonErasures,
    private readonly database: Database,
    private readonly store: FileStore,
  ) {}

  onModuleInit(): void {
    this.erasures.erases(
      'check_ins',
      'full_name',
      ({ ids }) => sql`update check_ins set full_name = ${ANONYMOUS} where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erases(
      'certificates',
      'full_name',
      ({ ids }) => sql`update certificates set full_name = ${ANONYMOUS} where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erases(
      'training_credits',
      'course note organiser proof_url',
      ({ ids, words }) => sql`update training_credits set course = without_words(course, ${words}::text[]),
            organiser = without_words(organiser, ${words}::text[]), note = without_words(note, ${words}::text[]),
            proof_url = null
          where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erases(
      'training_feedback',
      'next_topic',
      ({ ids, words }) => sql`update training_feedback set next_topic = without_words(next_topic, ${words}::text[])
          where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erases(
      'calendar_feeds',
      'token_hash',
      ({ ids }) => sql`delete from calendar_feeds where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.later('training_credits.proof_file');
  }

  /** The certificate of somebody else's course, as they uploaded it. */
  @OnEvent(personAnonymised, 'training.forget-proofs')
  async forgetProofs({ personId }: PayloadOf<typeof personAnonymised>): Promise<void> {
    const gone = await this.database.rows<{ hash: string }>(
      sql`with theirs as (select id, proof_file from training_credits where person_id = ${personId} and proof_file is not null)
        update training_credits c set proof_file = null from theirs t where c.id = t.id returning t.proof_file as hash`,
    );
    for (const { hash } of gone) {
      const [other] = await this.database.rows(sql`select 1 from training_credits where proof_file = ${hash} limit 1`);
      if (!other) await this.store.remove(hash);
    }
  }
}
