import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { RecordKind } from '#contracts/privacy/record-kinds';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, empty, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import { trailSql } from '#platform/trail';
import type { AccessLogEntry } from '../../people/people/access-log.entity.ts';
import type { Person } from '../../people/people/person.entity.ts';
import { maskPhone } from '../../people/people/phones.ts';
import { OwnRecords, type OwnTable } from './own-records.ts';

type OwnData = RouteAnswer<typeof routes.ownData>;
type Role = OwnData['roles'][number];
type Looks = RouteAnswer<typeof routes.ownLooks>;
type Look = Looks['items'][number];
interface RoleRow extends Pick<Role, 'role' | 'from' | 'to'> {
  unitId: string;
}
type LookRow = Pick<AccessLogEntry, 'id' | 'at' | 'purpose'> &
  Pick<Person, 'fullName'> &
  Pick<Look, 'kind' | 'people'> & { unitId: string | null; total: number };

const LOOKS_DAYS = 30;
const pages = pagesOf('ownLooks', z.tuple([z.iso.datetime(), z.uuid()]));

/** What is held about whoever asks. */
@Injectable()
export class ReadOwnData {
  constructor(
    private readonly database: Database,
    private readonly records: OwnRecords,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async execute({ personId }: Pick<Actor, 'personId'>): Promise<OwnData> {
    const since = new Date(this.clock.now().getTime() - LOOKS_DAYS * 24 * 3_600_000);
    const row = await this.database.one<
      Pick<Person, 'fullName'> & { phones: string[]; emails: string[]; looks: number }
    >(
      sql`select p.full_name as "fullName",
          array(select e164 from phones where person_id = p.id and replaced_at is null order by is_primary desc, added_at) as phones,
          array(select address from emails where person_id = p.id and replaced_at is null order by is_primary desc, added_at) as emails,
          (select count(*)::int from access_log where subject_id = p.id and person_id <> p.id and at >= ${since}) as looks
         from people p where p.id = ${personId}`,
    );
    return {
      fullName: row?.fullName ?? '',
      phones: row?.phones.map(maskPhone) ?? [],
      emails: row?.emails ?? [],
      roles: await this.roles(personId),
      held: await this.records.countOf(personId),
      looks: row?.looks ?? 0,
    };
  }

  /** Everything with its rows: name and roles, then what each module has said that it holds. */
  async tables(personId: string): Promise<OwnTable[]> {
    const [{ fullName, roles }, records] = await Promise.all([
      this.execute({ personId }),
      this.records.tablesOf(personId),
    ]);
    const ofRoles = roles.map((role) => ({ ...role }));
    return [{ kind: 'identity', rows: [{ fullName }] }, { kind: 'roles', rows: ofRoles }, ...records];
  }

  /** JSON that says the same and more, to be taken elsewhere. */
  async file({ personId }: Pick<Actor, 'personId'>): Promise<Buffer> {
    const told: Partial<Record<RecordKind, OwnTable['rows']>> = {};
    for (const { kind, rows } of await this.tables(personId)) told[kind] = [...(told[kind] ?? []), ...rows];
    return Buffer.from(JSON.stringify({ at: this.clock.now().toISOString(), ...told }, null, 2));
  }

  async looks({ personId }: Actor, query: RouteQuery<typeof routes.ownLooks>): Promise<Looks> {
    const after = pages.after(query);
    const rows = await this.database.rows<LookRow>(
      sql`with seen as materialized (
         select l.id, l.at, l.purpose, l.person_id, l.act_id from access_log l where l.subject_id = ${personId} and l.person_id <> ${personId})
       select l.id, l.at, l.purpose, p.full_name as "fullName", coalesce(a.kind, 'look') as kind, a.people,
              a.by_unit_id as "unitId", (select count(*)::int from seen) as total
         from seen l join people p on p.id = l.person_id left join ${trailSql.acts} a on a.id = l.act_id
         ${after ? sql`where (l.at, l.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
        order by l.at desc, l.id desc limit ${query.limit + 1}`,
    );
    const { items, nextCursor } = pages.cut(query, rows, ({ at, id }) => [at.toISOString(), id]);
    const units = await this.organization.unitRefs(items.flatMap(({ unitId }) => unitId ?? []));
    return {
      items: items.map(({ id, at, fullName, unitId, kind, purpose, people }) => ({
        id,
        at: at.toISOString(),
        by: { fullName, unit: (unitId && units.get(unitId)?.fullName) || null },
        kind,
        purpose,
        people: kind === 'export' ? people : null,
      })),
      total: rows[0]?.total ?? 0,
      nextCursor,
    };
  }

  /** The latest first; a unit that has ended by the name that it had last. */
  private async roles(personId: string): Promise<Role[]> {
    const rows = await this.database.rows<RoleRow>(
      sql`select role, unit_id as "unitId", lower(validity)::text as "from", (upper(validity) - 1)::text as "to"
         from person_places where person_id = ${personId} and not isempty(validity)
        order by upper(validity) desc nulls first, lower(validity) desc, post_id`,
    );
    const today = this.clock.today();
    return Promise.all(
      rows.map(async ({ role, unitId, from, to }) => {
        const unit = await this.organization.unitRef(unitId, to && to < today ? to : from > today ? from : today);
        return { role, of: unit?.fullName ?? '', from, to };
      }),
    );
  }
}
