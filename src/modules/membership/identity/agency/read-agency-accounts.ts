import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import type { AgencyAccount } from './agency-account.entity.ts';

type Key = [string, string];
const key: z.ZodType<Key> = z.tuple([z.iso.datetime(), z.uuid()]);
const pages = pagesOf('agencyAccounts', key);

type Row = Pick<AgencyAccount, 'id' | 'saidName' | 'saidEmail' | 'askedAt' | 'decidedAt' | 'personId'> & {
  fullName: string | null;
};

/** Accounts that wait, or that were decided, the oldest first. */
@Injectable()
export class ReadAgencyAccounts {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
  ) {}

  async execute(
    actor: Actor,
    query: RouteQuery<typeof routes.agencyAccounts>,
  ): Promise<RouteAnswer<typeof routes.agencyAccounts>> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    const [at, id] = pages.after(query) ?? [null, null];
    const decided = query.state === 'decided';
    const rows = await this.database.rows<Row>(
      sql`select a.id, a.said_name as "saidName", a.said_email as "saidEmail", a.asked_at as "askedAt",
              a.decided_at as "decidedAt", a.person_id as "personId", p.full_name as "fullName"
         from agency_accounts a left join people p on p.id = a.person_id
        where (a.decided_at is not null) = ${decided}::boolean
          and (${at}::timestamptz is null or (a.asked_at, a.id) > (${at}::timestamptz, ${id}::uuid))
        order by a.asked_at, a.id limit ${query.limit + 1}`,
    );
    const counted = await this.database.one<{ total: number }>(
      sql`select count(*)::int as total from agency_accounts where (decided_at is not null) = ${decided}::boolean`,
    );
    const { items, nextCursor } = pages.cut(query, rows, (row): Key => [row.askedAt.toISOString(), row.id]);
    return {
      items: items.map(({ personId, fullName, askedAt, decidedAt, ...row }) => ({
        ...row,
        askedAt: askedAt.toISOString(),
        state: personId ? 'tied' : decidedAt ? 'refused' : 'waiting',
        person: personId ? { id: personId, fullName: fullName ?? '', position: null } : null,
      })),
      total: counted?.total ?? 0,
      nextCursor,
    };
  }
}
