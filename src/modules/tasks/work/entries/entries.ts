/**
 * Writing progress entries: one row, its lines, its announced photos and its number, inside the caller's transaction.
 * Single rows by hand: every report of the bench `morning` comes through here.
 */
import { v7 } from 'uuid';
import type { QuickReportKind } from '#contracts/enums';
import type { BreakdownLine } from '#contracts/tasks/breakdown';
import { lastFour } from '#contracts/tasks/evidence';
import { execute, rowsOf, short, sql, type Tx } from '#platform/database';
import { keepFollowUp } from '../follow-ups/keep-follow-up.ts';
import { announcePhotos } from '../photos/announce-photos.ts';
import type { EntryProduct } from '../task/progress-entry.entity.ts';
import { receiptPrefix } from './receipts.ts';

export interface NewEntry {
  taskId: string | null;
  teamId: string;
  unitId: string;
  communeId: string;
  kind: 'progress' | 'quick';
  quickKind?: QuickReportKind;
  happenedOn: string;
  recordedAt: Date;
  actorId: string;
  commandId: string;
  note?: string | undefined;
  links?: readonly string[];
  applicationCodes?: readonly string[];
  photoIds?: readonly string[];
  correctsId?: string;
  followUpOn?: string | null | undefined;
  lines: readonly { indicatorCode: string; dimensions?: Record<string, string>; value: number }[];
  breakdown?: readonly BreakdownLine[];
  products?: readonly Omit<EntryProduct, 'entryId'>[];
}

export interface WrittenEntry {
  id: string;
  receipt: string;
}

/** The entry that this person's command has written before, if it has. */
export async function entryOfCommand(
  tx: Tx,
  actorId: string,
  commandId: string,
): Promise<(WrittenEntry & { taskId: string | null }) | undefined> {
  return (
    await rowsOf<WrittenEntry & { taskId: string | null }>(
      tx,
      short(
        sql`select id, receipt, task_id as "taskId" from progress_entries where actor_id = ${actorId} and command_id = ${commandId}`,
      ),
    )
  )[0];
}

export async function writeEntry(tx: Tx, entry: NewEntry): Promise<WrittenEntry> {
  const id = v7();
  const receipt = await nextReceipt(tx, entry.communeId, entry.happenedOn);
  // They leave together and are worked in this order.
  const row = execute(
    tx,
    short(sql`insert into progress_entries (id, task_id, team_id, unit_id, commune_id, kind, quick_kind, happened_on, recorded_at,
      actor_id, command_id, note, links, application_codes, corrects_id, receipt)
     values (${id}, ${entry.taskId}, ${entry.teamId}, ${entry.unitId}, ${entry.communeId}, ${entry.kind},
       ${entry.quickKind ?? null}, ${entry.happenedOn}, ${entry.recordedAt}, ${entry.actorId}, ${entry.commandId},
         ${entry.note || null}, ${entry.links ?? []}, ${codesOf(entry)}, ${entry.correctsId ?? null}, ${receipt})`),
  );
  const lines = execute(
    tx,
    short(sql`insert into progress_lines (entry_id, position, indicator_code, dimensions, value)
     select ${id}, n - 1, code, dimensions, value from unnest(${entry.lines.map((line) => line.indicatorCode)}::text[],
       ${entry.lines.map((line) => JSON.stringify(line.dimensions ?? {}))}::jsonb[],
         ${entry.lines.map((line) => line.value)}::int[]) with ordinality as l(code, dimensions, value, n)`),
  );
  await Promise.all([
    row,
    lines,
    writeBreakdown(tx, id, entry.breakdown ?? []),
    writeProducts(tx, id, entry.products ?? []),
    keepFollowUp(tx, { ...entry, entryId: id }),
    announcePhotos(tx, { entryId: id }, entry),
  ]);
  return { id, receipt };
}

/** Of products that are named, theirs: the commune looks at the links in one place. */
export const linksOf = (input: { links: readonly string[]; products?: readonly { link: string }[] | undefined }) => [
  ...new Set([...input.links, ...(input.products ?? []).map(({ link }) => link)]),
];

const codesOf = ({ applicationCodes = [] }: NewEntry): string[] => applicationCodes.map(lastFour).filter(Boolean);

async function writeBreakdown(tx: Tx, entryId: string, lines: readonly BreakdownLine[]): Promise<void> {
  if (lines.length === 0) return;
  await execute(
    tx,
    sql`insert into entry_breakdowns (entry_id, by, kind, value)
     select ${entryId}, by, kind, value from unnest(${lines.map(({ by }) => by)}::text[],
       ${lines.map(({ kind }) => kind)}::text[], ${lines.map(({ value }) => value)}::int[]) as b(by, kind, value)`,
  );
}

async function writeProducts(tx: Tx, entryId: string, products: NonNullable<NewEntry['products']>): Promise<void> {
  if (products.length === 0) return;
  await execute(
    tx,
    sql`insert into entry_products (entry_id, product_id, marketplace, link, counted, first_entry_id)
     select ${entryId}, id, marketplace, link, counted, first_entry_id
       from unnest(${products.map(({ productId }) => productId)}::uuid[], ${products.map((one) => one.marketplace)}::text[],
         ${products.map(({ link }) => link)}::text[], ${products.map(({ counted }) => counted)}::boolean[],
         ${products.map(({ firstEntryId }) => firstEntryId)}::uuid[]) as p(id, marketplace, link, counted, first_entry_id)`,
  );
}

/** "MS-4822": the commune's initials and its running number. The counter's row keeps two writers apart. */
async function nextReceipt(tx: Tx, communeId: string, at: string): Promise<string> {
  const [[unit], [counter]] = await Promise.all([
    rowsOf<{ name: string }>(tx, short(sql`select name from units_at(${at}) where id = ${communeId}`)),
    rowsOf<{ last: number }>(
      tx,
      short(sql`insert into receipt_counters (commune_id, last) values (${communeId}, 1) on conflict (commune_id) do update
        set last = receipt_counters.last + 1 returning last`),
    ),
  ]);
  return `${receiptPrefix(unit?.name ?? '')}-${counter?.last ?? 1}`;
}
