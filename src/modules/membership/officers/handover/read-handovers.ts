import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { OfficeRole } from '#contracts/access/office-roles';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { addDays } from '#contracts/reporting/periods';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import type { Post } from '../posts/post.entity.ts';
import type { Handover } from '../posts/handover.entity.ts';
import { HandoverPeople } from './handover-people.ts';
import { OpenWork } from '../posts/open-work.ts';

type Shown = RouteAnswer<typeof routes.myHandovers>[number];

interface Row
  extends Pick<Handover, 'id' | 'mode' | 'unitId' | 'fromPersonId' | 'toPersonId' | 'fromOn' | 'basis' | 'readAt'>,
    Pick<Post, 'title' | 'seat'> {
  postId: string;
  role: OfficeRole;
  until: string | null;
  /** Whether it is the reader's now. */
  holds: boolean;
}

const MOST = 50;
const SHOWN_DAYS = 366;

/** What came to a person with a post, and what went from them. */
@Injectable()
export class ReadHandovers {
  constructor(
    private readonly database: Database,
    private readonly work: OpenWork,
    private readonly people: HandoverPeople,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async mine({ personId }: Actor): Promise<Shown[]> {
    const today = this.clock.today();
    const rows = await this.database.rows<Row>(
      sql`select h.id, h.mode, h.unit_id as "unitId", h.from_person_id as "fromPersonId", h.to_person_id as "toPersonId",
          h.from_on::text as "fromOn", h.basis, h.read_at as "readAt", p.id as "postId", p.role, p.title, p.seat,
          case when h.mode in ('stand_in', 'caretaker') then upper(p.validity)::text end as until,
          coalesce(h.to_person_id = ${personId} and p.validity @> ${today}::date, false) as holds
        from handovers h join posts p on p.id = coalesce(h.to_post_id, h.from_post_id)
       where h.taken_back_at is null and h.from_on > ${addDays(today, -SHOWN_DAYS)}::date
         and (h.to_person_id = ${personId} or h.from_person_id = ${personId})
       order by h.from_on desc, h.id desc limit ${MOST}`,
    );
    const [units, names] = await Promise.all([
      this.organization.unitRefs(rows.map(({ unitId }) => unitId)),
      this.people.refs(rows.flatMap((row) => [row.fromPersonId, ...(row.toPersonId ? [row.toPersonId] : [])])),
    ]);
    const shown: Shown[] = [];
    for (const row of rows) {
      const [unit, from] = [units.get(row.unitId), names.get(row.fromPersonId)];
      if (!unit || !from) continue;
      shown.push({
        id: row.id,
        mode: row.mode,
        post: { id: row.postId, role: row.role, title: row.title, unit },
        from,
        to: (row.toPersonId && names.get(row.toPersonId)) || null,
        fromOn: row.fromOn,
        lastOn: row.until && addDays(row.until, -1),
        basis: row.basis,
        readAt: row.readAt?.toISOString() ?? null,
        received: row.toPersonId === personId,
        parts: row.holds ? await this.work.of(row.unitId, row) : [],
      });
    }
    return shown;
  }

  /** Ticked by whoever received it, from its day on; a second tick changes nothing. @throws platform.notFound */
  async tick({ personId }: Actor, handoverId: string): Promise<void> {
    const rows = await this.database.rows(
      sql`update handovers set read_at = coalesce(read_at, ${this.clock.now()}) where id = ${handoverId}
        and to_person_id = ${personId} and taken_back_at is null and from_on <= ${this.clock.today()}::date returning id`,
    );
    if (rows.length === 0) throw platformErrors.notFound();
  }
}
