import { Injectable } from '@nestjs/common';
import { roleMay } from '#contracts/actions';
import { type OpenWorkKind, openWorkKindNames, openWorkKinds } from '#contracts/access/handover-modes';
import { type CommitteeSeat, leadingSeats, type Role } from '#contracts/enums';
import { Database, type Sql, sql } from '#platform/database';

/** What is open in a unit: id uuid, label text (what people call it), due_on date (null: none). */
export type OpenWorkSource = (unitId: string) => Sql;
/** How much of a person's own doing keeps their name. */
export type StaysSource = (personId: string) => Sql;

export interface OpenWorkItem {
  id: string;
  label: string;
  dueOn: string | null;
}
export interface OpenWorkPart {
  kind: OpenWorkKind;
  count: number;
  /** The first by their day. */
  first: OpenWorkItem[];
}

/** Of a kind; who opens more sees them on their own screen. */
const NAMED = 20;

/**
 * Drafts, reminders and decisions are a unit's, and whoever holds the post sees to them: they change hands by the days of the
 * posts themselves. Modules above say what of theirs can be open.
 */
@Injectable()
export class OpenWork {
  private readonly sources = new Map<OpenWorkKind, OpenWorkSource>();
  private readonly stays = new Map<'confirmed' | 'reports', StaysSource>();

  constructor(private readonly database: Database) {}

  /** Called once at start by the module whose it is. */
  register(kind: OpenWorkKind, source: OpenWorkSource): void {
    this.sources.set(kind, source);
  }

  /** The same, of what stays with the person. `source` gives one row with `n`. */
  registerStays(kind: 'confirmed' | 'reports', source: StaysSource): void {
    this.stays.set(kind, source);
  }

  /** What a post with this role and seat sees to; kinds of which nothing is open are left out. */
  async of(unitId: string, post: { role: Role; seat?: CommitteeSeat | null }): Promise<OpenWorkPart[]> {
    const parts: OpenWorkPart[] = [];
    for (const kind of kindsOf(post)) {
      const source = this.sources.get(kind);
      if (!source) continue;
      const rows = await this.database.rows<OpenWorkItem & { count: number }>(
        sql`select w.id, w.label, w.due_on::text as "dueOn", count(*) over ()::int as count from (${source(unitId)}) w
          order by w.due_on nulls last, w.id limit ${NAMED}`,
      );
      const [first] = rows;
      if (first) parts.push({ kind, count: first.count, first: rows.map(({ count: _, ...item }) => item) });
    }
    return parts;
  }

  async count(unitId: string, post: { role: Role; seat?: CommitteeSeat | null }): Promise<number> {
    return (await this.of(unitId, post)).reduce((sum, { count }) => sum + count, 0);
  }

  /** Under the person's own name for good. */
  async stayingWith(personId: string): Promise<{ confirmed: number; reports: number }> {
    const found = { confirmed: 0, reports: 0 };
    for (const [kind, source] of this.stays)
      found[kind] = (await this.database.one<{ n: number }>(source(personId)))?.n ?? 0;
    return found;
  }
}

/** Approving is for whoever leads the committee. */
export function kindsOf({ role, seat }: { role: Role; seat?: CommitteeSeat | null }): OpenWorkKind[] {
  return openWorkKindNames.filter(
    (kind) => roleMay(role, openWorkKinds[kind].right) && (kind !== 'approval' || leadingSeats.has(seat ?? null)),
  );
}
