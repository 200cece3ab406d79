import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import { topics } from './topics.ts';

/** Brings the table of topics up to the catalogue's file at start; safe when several processes do it at once. */
@Injectable()
export class LoadTopics implements OnApplicationBootstrap {
  constructor(private readonly database: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.database.rows(
      sql`insert into training_topics (code, title, title_en, topic_group, hours, position)
       select * from unnest(${topics.map(({ code }) => code)}::text[], ${topics.map(({ title }) => title)}::text[],
         ${topics.map(({ titleEn }) => titleEn)}::text[], ${topics.map(({ group }) => group)}::text[],
           ${topics.map(({ hours }) => hours)}::numeric[], ${topics.map((_, i) => i)}::int[])
       on conflict (code) do update set title = excluded.title, title_en = excluded.title_en, topic_group = excluded.topic_group,
         hours = excluded.hours, position = excluded.position`,
    );
  }
}
