import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import { type Due, OpenWork } from '#platform/measures';
import { isHeld } from '../../deliver/sending/chunks/chunk-store.ts';

/** What waits here, each by the index of what is open. */
@Injectable()
export class NameOpenWork implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly work: OpenWork,
  ) {}

  onModuleInit(): void {
    const paced = { isPaced: true };
    this.work.name('delivery', (now) => this.deliveries(now), paced);
    this.work.name('group-post', (now) => this.groupPosts(now), paced);
    this.work.name('webhook', (now) => this.webhooks(now));
    this.work.name('letter', (now) => this.letters(now));
  }

  /** Chunks of messages. */
  private deliveries(now: Date): Promise<Due | undefined> {
    return this.database.one<Due>(
      sql`select count(*)::int as n, min(c.due_at) as since from delivery_chunks c
        where c.state <> 'done' and c.due_at <= ${now} and not (${isHeld})`,
    );
  }

  private groupPosts(now: Date): Promise<Due | undefined> {
    return this.database.one<Due>(
      sql`select count(*)::int as n, min(due_at) as since from group_posts where state = 'due' and due_at <= ${now}`,
    );
  }

  private webhooks(now: Date): Promise<Due | undefined> {
    return this.database.one<Due>(
      sql`select count(*)::int as n, min(due_at) as since from webhook_events where done_at is null and due_at <= ${now}`,
    );
  }

  /** Reports and invites by e-mail. */
  private letters(now: Date): Promise<Due | undefined> {
    return this.database.one<Due>(
      sql`select count(*)::int as n, min(due_at) as since from office_mails where state in ('due', 'claimed') and due_at <= ${now}`,
    );
  }
}
