import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import type { Post } from '../posts/post.entity.ts';
import type { Person } from '../../people/people/person.entity.ts';

type Officer = RouteAnswer<typeof routes.appointOfficer>;

interface Row extends Pick<Post, 'id' | 'personId' | 'title'>, Pick<Person, 'fullName'> {
  role: Officer['role'];
  from: string;
  to: string | null;
  signedIn: boolean;
}

/** One post as it stands. */
@Injectable()
export class ReadOfficers {
  constructor(private readonly database: Database) {}

  async one(postId: string): Promise<Officer> {
    const row = await this.database.one<Row>(
      sql`select o.id, o.person_id as "personId", p.full_name as "fullName", o.role, o.title,
              lower(o.validity)::text as from, upper(o.validity)::text as to,
              exists (select 1 from sessions s where s.person_id = p.id) as "signedIn"
         from posts o join people p on p.id = o.person_id where o.id = ${postId}`,
    );
    if (!row) throw platformErrors.notFound();
    const { personId, fullName, ...post } = row;
    return { ...post, person: { id: personId, fullName, position: row.title } };
  }
}
