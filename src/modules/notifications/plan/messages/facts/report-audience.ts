/** Who hears of a report: whoever writes it in its unit, and whoever receives it above. */
import { Injectable } from '@nestjs/common';
import { roleMay } from '#contracts/actions';
import { type CommitteeSeat, leadingSeats, type Role } from '#contracts/enums';
import { membershipSql } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { DeliveryChannels } from '../../../delivery-channels.ts';

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

interface Asked {
  id: string;
  writtenBy: readonly string[];
}
export type AskedPerson = Pick<OfficerRow, 'personId' | 'standIn'>;

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
  async askedFor(report: Asked): Promise<string[]> {
    const [asked] = await this.askedForEach([report]);
    return each(asked ?? []);
  }

  /** The same for many reports, in their order. */
  async askedForEach(reports: readonly Asked[]): Promise<AskedPerson[][]> {
    const officers = await this.officers(reports.flatMap(({ writtenBy }) => writtenBy));
    const writers = officers.filter(({ role }) => roleMay(role, 'report.write'));
    const reached = writers.filter(({ standIn, hasRoute }) => !standIn && hasRoute);
    const ids = reports.map(({ id }) => id);
    const silent = await this.silentOn(ids, each(reached));
    return reports.map(({ id, writtenBy }) => {
      const own = writers.filter(({ unitId }) => writtenBy.includes(unitId));
      const heard = reached.some(
        ({ unitId, personId }) => writtenBy.includes(unitId) && !silent.has(`${id} ${personId}`),
      );
      const told = heard ? own.filter(({ standIn }) => !standIn) : own;
      return [...new Map(told.map((one) => [one.personId, one])).values()];
    });
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

  /** Those who were asked before for a report and have opened none of it: "report person". */
  private async silentOn(reportIds: readonly string[], personIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ key: string }>(
      sql`select m.params->'report'->>'id' || ' ' || n.person_id as key
         from notifications n join messages m on m.id = n.message_id
        where n.person_id = any(${personIds}) and m.kind = any(${asking})
          and m.params->'report'->>'id' = any(${reportIds}::text[])
          and (m.created_at at time zone 'Asia/Ho_Chi_Minh')::date < ${this.clock.today()}
        group by 1 having bool_and(n.seen_at is null)`,
    );
    return new Set(rows.map(({ key }) => key));
  }
}

const each = (rows: readonly { personId: string }[]): string[] => [...new Set(rows.map(({ personId }) => personId))];
