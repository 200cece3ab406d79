/** Who hears of a report: whoever writes it in its unit, and whoever receives it above. */
import { Injectable } from '@nestjs/common';
import { roleMay } from '#contracts/actions';
import { type CommitteeSeat, leadingSeats, type Role } from '#contracts/enums';
import { membershipSql } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { DeliveryChannels } from '../delivery-channels.ts';

/** Kinds that ask for a report to be sent. */
const asking = ['reportReminded', 'reportChased'];

interface OfficerRow {
  personId: string;
  unitId: string;
  role: Role;
  seat: CommitteeSeat | null;
  standIn: boolean;
  hasRoute: boolean;
}

@Injectable()
export class ReportAudience {
  constructor(
    private readonly database: Database,
    private readonly channels: DeliveryChannels,
    private readonly clock: Clock,
  ) {}

  /** The focal officer and the stand-in; in an office above communes all its officers. */
  async writers(unitIds: readonly string[]): Promise<string[]> {
    const officers = await this.officers(unitIds);
    return each(officers.filter(({ role }) => roleMay(role, 'report.write')));
  }

  /**
   * The focal officer; the stand-in too where there is none, where nothing reaches the focal officer, or where the focal
   * officer has opened nothing of what asked for this report before.
   */
  async askedFor(report: { id: string; writtenBy: readonly string[] }): Promise<string[]> {
    const writers = (await this.officers(report.writtenBy)).filter(({ role }) => roleMay(role, 'report.write'));
    const main = writers.filter(({ standIn }) => !standIn);
    const reached = main.filter(({ hasRoute }) => hasRoute);
    const silent = await this.silentOn(report.id, each(reached));
    return each(reached.some(({ personId }) => !silent.has(personId)) ? main : writers);
  }

  /** Whoever leads the committee. */
  async approvers(unitIds: readonly string[]): Promise<string[]> {
    const officers = await this.officers(unitIds);
    return each(officers.filter(({ seat }) => leadingSeats.has(seat)));
  }

  async receivers(receiverId: string | null): Promise<string[]> {
    if (!receiverId) return [];
    return each((await this.officers([receiverId])).filter(({ role }) => roleMay(role, 'report.receive')));
  }

  private officers(unitIds: readonly string[]): Promise<OfficerRow[]> {
    const now = this.clock.now();
    return this.database.rows<OfficerRow>(
      sql`select o.person_id as "personId", o.unit_id as "unitId", o.role, o.seat, o.stand_in as "standIn",
              k.has_session or exists (select 1 from addresses_at(${now}) a where a.person_id = o.person_id
                and a.address is not null and a.channel = any(${this.channels.ids})) as "hasRoute"
         from ${membershipSql.posts} o join contactable_at(${now}) k on k.person_id = o.person_id
        where o.unit_id = any(${unitIds}) and o.validity @> ${this.clock.today()}::date order by o.stand_in, o.id`,
    );
  }

  /** Those who were asked before and have opened none of it. */
  private async silentOn(reportId: string, personIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ personId: string }>(
      sql`select n.person_id as "personId" from notifications n join messages m on m.id = n.message_id
        where n.person_id = any(${personIds}) and m.kind = any(${asking}) and m.params->'report'->>'id' = ${reportId}
          and (m.created_at at time zone 'Asia/Ho_Chi_Minh')::date < ${this.clock.today()}
        group by 1 having bool_and(n.seen_at is null)`,
    );
    return new Set(rows.map(({ personId }) => personId));
  }
}

const each = (rows: readonly { personId: string }[]): string[] => [...new Set(rows.map(({ personId }) => personId))];
