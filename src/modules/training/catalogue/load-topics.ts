import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#platform/database';
import { topics } from './topics.ts';

/** Brings the table of topics up to the catalogue's file at start; safe when several processes do it at once. */
@Injectable()
export class LoadTopics implements OnApplicationBootstrap {
  constructor(private readonly database: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.database.rows(
      `insert into training_topics (code, title, title_en, topic_group, hours, position)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::numeric[], $6::int[])
       on conflict (code) do update set title = excluded.title, title_en = excluded.title_en, topic_group = excluded.topic_group, hours = excluded.hours, position = excluded.position`,
      [
        topics.map(({ code }) => code),
        topics.map(({ title }) => title),
        topics.map(({ titleEn }) => titleEn),
        topics.map(({ group }) => group),
        topics.map(({ hours }) => hours),
        topics.map((_, i) => i),
      ],
    );
  }
}
