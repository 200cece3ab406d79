import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { type BreakdownLine, type DatedWords, wordOf } from '#contracts/tasks/breakdown';
import { type PeriodRule, periodOf } from '#contracts/reporting/periods';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { Database, prepared, sql } from '#platform/database';
import { ReadPhotos } from '../../work/photos/read-photos.ts';
import type { ProgressEntry, ProgressLine } from '../../work/task/progress-entry.entity.ts';
import { type KeptProduct, NamedProductQueries } from './named-product.queries.ts';

export type Entry = RouteAnswer<typeof routes.getTask>['entries'][number];

interface EntryRow
  extends Omit<ProgressEntry, 'teamId' | 'unitId' | 'kind' | 'commandId'>,
    Pick<ProgressLine, 'indicatorCode' | 'value' | 'confirmedValue' | 'confirmedAt'> {
  breakdown: BreakdownLine[];
  products: KeptProduct[] | null;
  pending: number;
  correctedById: string | null;
  followUpOn: string | null;
}

const columns = sql`e.id, e.task_id as "taskId", e.commune_id as "communeId", e.receipt, e.quick_kind as "quickKind", e.happened_on as "happenedOn",
  e.recorded_at as "recordedAt", e.actor_id as "actorId", l.indicator_code as "indicatorCode", l.value, e.note, e.links, e.application_codes as "applicationCodes",
  e.corrects_id as "correctsId", c.id as "correctedById", l.confirmed_value as "confirmedValue", l.confirmed_at as "confirmedAt",
  (select coalesce(json_agg(json_build_object('by', b.by, 'kind', b.kind, 'value', b.value) order by b.by, b.value desc), '[]')
     from entry_breakdowns b where b.entry_id = e.id) as breakdown,
  (select json_agg(json_build_object('productId', n.product_id, 'marketplace', n.marketplace, 'link', n.link, 'counted', n.counted,
     'firstEntryId', n.first_entry_id) order by n.product_id) from entry_products n where n.entry_id = e.id) as products,
  (select count(*)::int from photos p where p.entry_id = e.id and p.content_hash is null and p.erased_at is null) as pending,
  (select f.ask_on from follow_ups f where f.entry_id = e.id and f.done_at is null) as "followUpOn"`;
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
    private readonly named: NamedProductQueries,
  ) {}

  /** Oldest first, corrected ones included. */
  async ofTasks(taskIds: readonly string[], readerId: string): Promise<Map<string, Entry[]>> {
    const rows = await this.database.rows<EntryRow>(
      prepared(
        'entries-of-tasks',
        sql`select ${columns} from ${source} where e.task_id = any(${taskIds}) and ${shown} order by e.recorded_at, e.id`,
      ),
    );
    const entries = await this.present(rows, readerId);
    const byTask = new Map<string, Entry[]>(taskIds.map((id) => [id, []]));
    for (const [index, row] of rows.entries()) byTask.get(row.taskId as string)?.push(entries[index] as Entry);
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
    return entry && { entry, taskId: rows[0]?.taskId ?? null };
  }

  private async present(rows: readonly EntryRow[], readerId: string): Promise<Entry[]> {
    if (rows.length === 0) return [];
    const [people, photos, rules, words, named] = await Promise.all([
      this.membership.people([...new Set(rows.map((row) => row.actorId))]),
      this.photos.ofEntries(rows.map((row) => row.id)),
      this.rulesOf(rows),
      this.wordsOf(rows),
      this.named.ofEntries(rows),
    ]);
    return rows.map((row) => ({
      id: row.id,
      receipt: row.receipt,
      happenedOn: row.happenedOn,
      recordedAt: row.recordedAt.toISOString(),
      by: people.get(row.actorId) ?? { id: row.actorId, fullName: '', position: null },
      value: row.value,
      note: row.note,
      links: row.links,
      applicationCodes: row.applicationCodes,
      photos: photos.get(row.id) ?? [],
      photosPending: row.pending,
      correctsId: row.correctsId,
      correctedById: row.correctedById,
      confirmedValue: row.confirmedValue,
      confirmedAt: row.confirmedAt?.toISOString() ?? null,
      periodMonth: periodOf(row.happenedOn, rules.get(row.communeId)).month,
      mine: row.actorId === readerId,
      ...(row.followUpOn && { followUpOn: row.followUpOn }),
      ...(row.quickKind && { quickKind: row.quickKind }),
      breakdown: row.breakdown.map((line) => {
        const { name, nameEn } = wordOf(words.get(row.indicatorCode) ?? [], row.happenedOn, line);
        return { ...line, name, nameEn };
      }),
      ...(named.has(row.id) && { products: named.get(row.id) ?? [] }),
    }));
  }

  private rulesOf(rows: readonly EntryRow[]): Promise<Map<string, PeriodRule>> {
    return byKey(
      rows.map((row) => row.communeId),
      (communeId) => this.organization.periodRule(communeId),
    );
  }

  private wordsOf(rows: readonly EntryRow[]): Promise<Map<string, readonly DatedWords[]>> {
    return byKey(
      rows.filter(({ breakdown }) => breakdown.length > 0).map((row) => row.indicatorCode),
      (code) => this.organization.wordsOfIndicator(code),
    );
  }
}

async function byKey<T>(keys: readonly string[], find: (key: string) => Promise<T>): Promise<Map<string, T>> {
  return new Map(await Promise.all([...new Set(keys)].map(async (key) => [key, await find(key)] as const)));
}
