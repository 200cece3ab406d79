import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import type { Opinion, ToAsk } from './opinions.ts';

interface Asking {
  id: string;
  /** Of the whole place: what of it is not asked about now is not any more. */
  hamletIds: readonly string[];
  asked: readonly ToAsk[];
  answerBy: string;
  by: string;
  now: Date;
}
interface Answering {
  id: string;
  answers: RouteBody<typeof routes.answerNames>['answers'];
  by: string;
  now: Date;
}

const columns = sql`hamlet_id as "hamletId", commune_id as "communeId", name, asked_at as "askedAt", answer_by::text as "answerBy",
  stands, about, other_name as "otherName", remark, answered_at as "answeredAt"`;

/** About which names communes are asked, and what they said. */
@Injectable()
export class OpinionStore {
  constructor(private readonly database: Database) {}

  /** Also of names that are not asked about any more. */
  ofHamlets(reformId: string, hamletIds: readonly string[]): Promise<Opinion[]> {
    return this.database.rows(
      sql`select ${columns} from name_opinions where reorganisation_id = ${reformId} and hamlet_id = any(${hamletIds}::uuid[])
        order by commune_id, hamlet_id`,
    );
  }

  ofCommune(reformId: string, communeId: string, tx: Tx = this.database.manager): Promise<Opinion[]> {
    return rowsOf(
      tx,
      sql`select ${columns} from name_opinions
        where reorganisation_id = ${reformId} and commune_id = ${communeId} and stands order by hamlet_id`,
    );
  }

  /** In which commune each stands on the day. */
  async communes(hamletIds: readonly string[], day: string): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ id: string; communeId: string }>(
      sql`select v.unit_id as id, v.parent_id as "communeId" from unit_versions v
          join units u on u.id = v.parent_id and u.kind = 'commune'
        where v.unit_id = any(${hamletIds}::uuid[]) and v.validity @> ${day}::date`,
    );
    return new Map(rows.map(({ id, communeId }) => [id, communeId]));
  }

  /** What was said before stays with the name of which it was said. */
  async ask(tx: Tx, { id, hamletIds, asked, answerBy, by, now }: Asking): Promise<void> {
    const of = (part: keyof ToAsk): string[] => asked.map((one) => one[part]);
    await execute(
      tx,
      sql`update name_opinions set stands = false where reorganisation_id = ${id} and hamlet_id = any(${hamletIds}::uuid[])`,
    );
    await execute(
      tx,
      sql`insert into name_opinions (reorganisation_id, hamlet_id, commune_id, name, asked_by, asked_at, answer_by)
        select ${id}::uuid, n.hamlet_id, n.commune_id, n.name, ${by}::uuid, ${now}::timestamptz, ${answerBy}::date
          from unnest(${of('hamletId')}::uuid[], ${of('communeId')}::uuid[], ${of('name')}::text[]) as n(hamlet_id, commune_id, name)
        on conflict (reorganisation_id, hamlet_id) do update set commune_id = excluded.commune_id, name = excluded.name,
          asked_by = excluded.asked_by, asked_at = excluded.asked_at, stands = true`,
    );
    await execute(
      tx,
      sql`update name_opinions set answer_by = ${answerBy} where reorganisation_id = ${id} and stands
        and commune_id = any(${of('communeId')}::uuid[])`,
    );
  }

  async answer(tx: Tx, { id, answers, by, now }: Answering): Promise<void> {
    await execute(
      tx,
      sql`update name_opinions o set about = o.name, other_name = n.other_name, remark = n.remark, answered_by = ${by},
          answered_at = ${now}
        from unnest(${answers.map(({ hamletId }) => hamletId)}::uuid[],
          ${answers.map(({ otherName = null }) => otherName)}::text[],
          ${answers.map(({ remark = null }) => remark)}::text[]) as n(hamlet_id, other_name, remark)
        where o.reorganisation_id = ${id} and o.hamlet_id = n.hamlet_id`,
    );
  }
}
