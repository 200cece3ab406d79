import { Injectable } from '@nestjs/common';
import type { GmfProduct } from '#channels';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

/** The account may invite people who wrote to it within seven days. */
const WINDOW_MS = 7 * 86_400_000;
/** Ninety-nine in one call, whatever the seat's size. */
const most: Record<GmfProduct, number> = { gmf10: 10, gmf50: 50, gmf100: 99, gmf1000: 99 };

/** Whom the account can put into a team's new group at once; the others come by the group's link. */
@Injectable()
export class GroupInvitees {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** User ids towards the account: its administrators, then members of the team in their order. */
  async of(teamId: string, admins: readonly string[], product: GmfProduct): Promise<string[]> {
    const now = this.clock.now();
    const rows = await this.database.rows<{ externalId: string }>(
      sql`select l.external_id as "externalId"
         from team_members_at(${this.clock.today()}::date) m join linked_accounts_at(${now}) l on l.person_id = m.person_id
           and l.space = 'zalo-oa'
         join address_states s on s.channel = 'zalo-oa' and s.address = l.external_id
        where m.team_id = ${teamId} and s.gone_at is null and s.last_inbound_at > ${new Date(now.getTime() - WINDOW_MS)}
        order by array_position(array['leader', 'deputy', 'member'], m.role), l.linked_at`,
    );
    return [...new Set([...admins, ...rows.map((row) => row.externalId)])].slice(0, most[product]);
  }
}
