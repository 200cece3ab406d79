/** Who counts as a second person beside whoever asks for something that one alone may not do (docs/decisions/0226). */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';

/** So long before it lets somebody approve a post was given, and an invite by who asks was used. */
const APART_MS = 86_400_000;
/** Devices that were used by both since then are one. */
const DEVICE_MS = 90 * APART_MS;

@Injectable()
export class SecondPersons {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Holders of these posts, in their order, who were appointed by somebody else than who asks, at least a day ago, and are
   * another person by every sign there is: phone, address, account, device, and no invite of who asks that was just used.
   */
  async beside(askerId: string, postIds: readonly string[]): Promise<string[]> {
    const now = this.clock.now();
    const rows = await this.database.rows<{ personId: string }>(
      sql`with records as (select id from people where id = ${askerId} or merged_into_id = ${askerId})
        select o.person_id as "personId" from unnest(${postIds}::uuid[]) with ordinality as n(id, n)
          join posts o on o.id = n.id and o.person_id <> ${askerId}
           and (o.given_at is null or o.given_at <= ${new Date(now.getTime() - APART_MS)})
           and (o.given_by is null or o.given_by not in (select id from records))
         where not ${sameContact(sql`o.person_id`, sql`${askerId}::uuid`)}
           and not exists (select 1 from linked_accounts a join linked_accounts b
              on b.space = a.space and b.scope = a.scope and b.external_id = a.external_id
             where a.person_id = o.person_id and b.person_id = ${askerId})
           and not exists (select 1 from known_devices a join known_devices b on b.device_id = a.device_id
             where a.person_id = o.person_id and b.person_id = ${askerId}
               and least(a.used_at, b.used_at) > ${new Date(now.getTime() - DEVICE_MS)})
           and not exists (select 1 from invites i where i.person_id = o.person_id and i.created_by = ${askerId}
             and i.used_at > ${new Date(now.getTime() - APART_MS)})
         order by n.n`,
    );
    return [...new Set(rows.map(({ personId }) => personId))];
  }
}

/** Also a number that two said they share: an approval is not asked of one telephone twice. */
const sameContact = (one: Sql, other: Sql): Sql => sql`(exists (
    select 1 from phones a join phones b on b.e164 = a.e164 and b.replaced_at is null
     where a.person_id = ${one} and a.replaced_at is null and b.person_id = ${other})
  or exists (
    select 1 from emails a join emails b on lower(b.address) = lower(a.address) and b.replaced_at is null
     where a.person_id = ${one} and a.replaced_at is null and b.person_id = ${other}))`;
