import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { type PeriodRule, periodOf } from '#contracts/reporting/periods';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { Database, sql } from '#platform/database';
import { ReadPhotos } from '../photos/read-photos.ts';

export type Entry = RouteAnswer<typeof routes.getTask>['entries'][number];

interface EntryRow {
  id: string;
  task_id: string | null;
  commune_id: string;
  receipt: string;
  happened_on: string;
  recorded_at: Date;
  actor_id: string;
  value: number;
  note: string | null;
  links: string[];
  application_codes: string[];
  pending: number;
  corrects_id: string | null;
  corrected_by_id: string | null;
  confirmed_value: number | null;
  confirmed_at: Date | null;
}

const columns = sql`e.id, e.task_id, e.commune_id, e.receipt, e.happened_on, e.recorded_at, e.actor_id, l.value, e.note, e.links,
  e.application_codes, e.corrects_id, c.id as corrected_by_id, l.confirmed_value, l.confirmed_at,
  (select count(*)::int from photos p where p.entry_id = e.id and p.content_hash is null) as pending`;
const source = sql`progress_entries e join progress_lines l on l.entry_id = e.id and l.position = 0 left join progress_entries c
  on c.corrects_id = e.id`;
/** What was taken back is told in the trail only. */
const shown = sql`not exists (select 1 from entry_withdrawals w where w.entry_id = e.id)`;

/** Progress entries as the screens get them: with people, photos and the report's month that they count in. */
@Injectable()
export class EntryQueries {
  constructor(
    private readonly database: Database,
    private readonly membership: MembershipApi,
    private readonly organization: OrganizationApi,
    private readonly photos: ReadPhotos,
  ) {}

  /** Oldest first, corrected ones included. */
  async ofTasks(taskIds: readonly string[], readerId: string): Promise<Map<string, Entry[]>> {
    const rows = await this.database.rows<EntryRow>(
      sql`select ${columns} from ${source} where e.task_id = any(${taskIds}) and ${shown} order by e.recorded_at, e.id`,
    );
    const entries = await this.present(rows, readerId);
    const byTask = new Map<string, Entry[]>(taskIds.map((id) => [id, []]));
    for (const [index, row] of rows.entries()) byTask.get(row.task_id as string)?.push(entries[index] as Entry);
    return byTask;
  }

  async byIds(entryIds: readonly string[], readerId: string): Promise<Map<string, Entry>> {
    const rows = await this.database.rows<EntryRow>(
      sql`select ${columns} from ${source} where e.id = any(${entryIds})`,
    );
    return new Map((await this.present(rows, readerId)).map((entry) => [entry.id, entry]));
  }

  async one(entryId: string, readerId: string): Promise<{ entry: Entry; taskId: string | null } | undefined> {
    const rows = await this.database.rows<EntryRow>(sql`select ${columns} from ${source} where e.id = ${entryId}`);
    const [entry] = await this.present(rows, readerId);
    return entry && { entry, taskId: rows[0]?.task_id ?? null };
  }

  private async present(rows: readonly EntryRow[], readerId: string): Promise<Entry[]> {
    if (rows.length === 0) return [];
    const people = await this.membership.people([...new Set(rows.map((row) => row.actor_id))]);
    const photos = await this.photos.ofEntries(rows.map((row) => row.id));
    const rules = new Map<string, PeriodRule>();
    for (const communeId of new Set(rows.map((row) => row.commune_id)))
      rules.set(communeId, await this.organization.periodRule(communeId));
    return rows.map((row) => ({
      id: row.id,
      receipt: row.receipt,
      happenedOn: row.happened_on,
      recordedAt: row.recorded_at.toISOString(),
      by: people.get(row.actor_id) ?? { id: row.actor_id, fullName: '', position: null },
      value: row.value,
      note: row.note,
      links: row.links,
      applicationCodes: row.application_codes,
      photos: photos.get(row.id) ?? [],
      photosPending: row.pending,
      correctsId: row.corrects_id,
      correctedById: row.corrected_by_id,
      confirmedValue: row.confirmed_value,
      confirmedAt: row.confirmed_at?.toISOString() ?? null,
      periodMonth: periodOf(row.happened_on, rules.get(row.commune_id)).month,
      mine: row.actor_id === readerId,
    }));
  }
}
