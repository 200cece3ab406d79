import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { type ReformInvariant, reformInvariants } from '#contracts/organization/reform-kinds';
import { addDays } from '#i18n';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, type Sql, sql } from '#platform/database';
import { ReferenceQueries } from '../../references/reference.queries.ts';
import { ReadReforms } from '../lines/read-reforms.ts';
import { ReformShape } from '../lines/reform-lines.ts';
import { type Invariant, type ReformAsked, ReformParts } from '../lines/reform-parts.ts';
import { type ReformRow, ReformStore } from '../lines/reform-store.ts';

type Running = RouteAnswer<typeof routes.reformRunning>;

/** Whatever stood in the old units on their last day. */
const hamlets = ({ dayBefore, sourceIds }: ReformAsked): Sql => sql`(
  select distinct c.descendant_id as id from unit_closure_at(${dayBefore}::date) c
   where c.ancestor_id = any(${sourceIds}::uuid[]) and c.descendant_kind = 'hamlet')`;
const heirs = ({ onDate }: ReformAsked): Sql =>
  sql`(select from_unit_id, to_unit_id from unit_successors where on_date = ${onDate}::date)`;

const ofHamlets: Invariant = {
  before: (asked) => sql`select h.id from ${hamlets(asked)} h`,
  // In one commune on the day, or two others are there instead of it.
  lost: (asked) => sql`select h.id from ${hamlets(asked)} h
    where not exists (select 1 from ${heirs(asked)} s where s.from_unit_id = h.id)
      and (select count(*) from unit_closure_at(${asked.onDate}::date) c where c.descendant_id = h.id and c.ancestor_kind = 'commune') <> 1`,
  added: (asked) =>
    sql`select h.id from ${hamlets(asked)} h join ${heirs(asked)} s on s.from_unit_id = h.id group by h.id having count(*) > 1`,
};

/** What must be as much after the day as before it: counted once when it comes, and looked for ever after. */
@Injectable()
export class ReformRunning {
  constructor(
    private readonly database: Database,
    private readonly store: ReformStore,
    private readonly reforms: ReadReforms,
    private readonly parts: ReformParts,
    private readonly references: ReferenceQueries,
    private readonly clock: Clock,
  ) {}

  /** Once: what is closed later was there before. */
  async count(reform: ReformRow, shape: ReformShape): Promise<void> {
    const [known] = await this.database.rows(
      sql`select 1 from reorganisation_counts where reorganisation_id = ${reform.id} limit 1`,
    );
    if (known) return;
    const asked = askedOf(reform, shape);
    const counts: { name: ReformInvariant; before: number }[] = [];
    for (const name of reformInvariants) {
      const before = this.invariant(name)?.before(asked);
      if (before) counts.push({ name, before: await this.sizeOf(before) });
    }
    await this.database.tx((tx) =>
      execute(
        tx,
        sql`insert into reorganisation_counts (reorganisation_id, name, before)
          select ${reform.id}::uuid, n.name, n.before from unnest(${counts.map(({ name }) => name)}::text[],
            ${counts.map(({ before }) => before)}::int[]) as n(name, before) on conflict do nothing`,
      ),
    );
  }

  /** Before its day nothing was counted yet. @throws organization.reformNotFound */
  async read(actor: Actor, id: string): Promise<Running> {
    const reform = await this.reforms.allowed(actor, id);
    const asked = askedOf(reform, new ReformShape(await this.store.lines(reform)));
    const rows = await this.database.rows<{ name: ReformInvariant; before: number }>(
      sql`select name, before from reorganisation_counts where reorganisation_id = ${id}`,
    );
    const invariants: Running['invariants'] = [];
    for (const name of reformInvariants) {
      const before = rows.find((row) => row.name === name)?.before;
      const kept = this.invariant(name);
      if (before === undefined || !kept) continue;
      const gone = kept.kept ? Math.max(0, before - (await this.sizeOf(kept.kept(asked)))) : 0;
      const lost = kept.lost ? await this.sizeOf(kept.lost(asked)) : gone;
      const added = kept.added ? await this.sizeOf(kept.added(asked)) : 0;
      invariants.push({ name, before, after: before - lost + added, added, lost });
    }
    return {
      at: this.clock.now().toISOString(),
      pausedBy: (await this.parts.nameOf(reform.pausedBy)) ?? null,
      invariants,
      sums: await this.sums(asked, reform.onDate.slice(0, 4)),
      year: Number(reform.onDate.slice(0, 4)),
    };
  }

  private invariant(name: ReformInvariant): Invariant | undefined {
    if (name === 'hamlets') return ofHamlets;
    return this.parts.all().find(({ invariants }) => invariants?.[name])?.invariants?.[name];
  }

  private async sums(asked: ReformAsked, year: string): Promise<Running['sums']> {
    const sums = await Promise.all(this.parts.all().map((part) => part.sums?.(asked, year) ?? []));
    const rows = sums.flat();
    const indicators = await this.references.indicators(
      rows.map(({ code }) => code),
      this.clock.today(),
    );
    return rows.flatMap((row) => {
      const indicator = indicators.find(({ code }) => code === row.code);
      return indicator ? [{ ...row, name: indicator.name, nameEn: indicator.nameEn }] : [];
    });
  }

  private async sizeOf(of: Sql): Promise<number> {
    const [row] = await this.database.rows<{ n: number }>(sql`select count(*)::int as n from (${of}) r`);
    return row?.n ?? 0;
  }
}

/** The hamlets that were allotted or divided stood in units that go on: after the day nothing else tells. */
function askedOf({ onDate }: Pick<ReformRow, 'onDate'>, shape: ReformShape): ReformAsked {
  const endingIds = [...shape.parts.keys()].filter((id) => shape.ends(id));
  return {
    onDate,
    dayBefore: addDays(onDate, -1),
    endingIds,
    sourceIds: [...endingIds, ...shape.allotted.keys(), ...shape.splits.keys()],
    chosen: [],
  };
}
