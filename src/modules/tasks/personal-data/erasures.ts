import { Injectable, type OnModuleInit } from '@nestjs/common';
import { membershipSql, PersonErasures, personAnonymised } from '#modules/membership';
import { Database, sql } from '#platform/database';
import { FileStore } from '#platform/files';
import { OnEvent, type PayloadOf } from '#platform/outbox';

/** How what tasks hold about a person goes: results and their sums stay, names leave the words, photos leave with their bytes. */
@Injectable()
export class TasksErasures implements OnModuleInit {
  constructor(
    private readonly erasures: PersonErasures,
    private readonly database: Database,
    private readonly store: FileStore,
  ) {}

  onModuleInit(): void {
    this.results();
    this.difficulties();
    this.erasures.later('photos.content_hash');
  }

  /** A photo that somebody else has sent too stays for their result. */
  @OnEvent(personAnonymised, 'tasks.forget-photos')
  async forgetPhotos({ personId }: PayloadOf<typeof personAnonymised>): Promise<void> {
    const gone = await this.database.rows<{ hash: string | null }>(
      sql`delete from photos where taken_by in (
          select id from ${membershipSql.people} p where p.id = ${personId} or p.merged_into_id = ${personId})
        returning content_hash as hash`,
    );
    const hashes = [...new Set(gone.flatMap(({ hash }) => hash ?? []))];
    const others = await this.database.rows<{ hash: string }>(
      sql`select distinct content_hash as hash from photos where content_hash = any(${hashes}::text[])`,
    );
    const named = new Set(others.map(({ hash }) => hash));
    for (const hash of hashes) if (!named.has(hash)) await this.store.remove(hash);
  }

  private results(): void {
    this.erasures.erases(
      'progress_entries',
      'note links',
      ({ ids, words }) => sql`update progress_entries set note = without_words(note, ${words}::text[]),
            links = array(select without_words(l, ${words}::text[]) from unnest(links) l)
          where actor_id = any(${ids}::uuid[])`,
    );
    this.erasures.erases(
      'follow_ups',
      '',
      ({ ids }) => sql`delete from follow_ups where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erases(
      'entry_decisions',
      'comment',
      ({ ids, words }) => sql`update entry_decisions set comment = without_words(comment, ${words}::text[])
          where comment is not null and entry_id in (select id from progress_entries where actor_id = any(${ids}::uuid[]))`,
    );
    this.erasures.erases(
      'extension_requests',
      'note reason',
      ({ teamIds, words }) => sql`update extension_requests set note = without_words(note, ${words}::text[]),
            reason = without_words(reason, ${words}::text[])
          where task_id in (select id from tasks where team_id = any(${teamIds}::uuid[]))`,
    );
    this.erasures.erases(
      'task_decisions',
      'comment',
      ({ teamIds, words }) => sql`update task_decisions set comment = without_words(comment, ${words}::text[])
          where comment is not null and task_id in (select id from tasks where team_id = any(${teamIds}::uuid[]))`,
    );
    this.erasures.erases(
      'partner_reports',
      'note',
      ({ ids, teamIds, words }) => sql`update partner_reports set note = without_words(note, ${words}::text[])
          where by_id = any(${ids}::uuid[]) or task_id in (select id from tasks where team_id = any(${teamIds}::uuid[]))`,
    );
  }

  private difficulties(): void {
    this.erasures.erases(
      'difficulties',
      'answer spot text',
      ({ teamIds, words }) => sql`update difficulties set answer = without_words(answer, ${words}::text[]),
            spot = without_words(spot, ${words}::text[]), text = without_words(text, ${words}::text[])
          where team_id = any(${teamIds}::uuid[])`,
    );
    this.erasures.erases(
      'difficulty_steps',
      'text',
      ({ teamIds, words }) => sql`update difficulty_steps set text = without_words(text, ${words}::text[])
          where difficulty_id in (select id from difficulties where team_id = any(${teamIds}::uuid[]))`,
    );
    // What was published of them: title and answer are copies.
    this.erasures.erases(
      'know_how',
      'answer title',
      ({ teamIds, words }) => sql`update know_how set answer = without_words(answer, ${words}::text[]),
            title = without_words(title, ${words}::text[])
          where difficulty_id in (select id from difficulties where team_id = any(${teamIds}::uuid[]))`,
    );
  }
}
