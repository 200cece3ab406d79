import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { type ReformNumber, reformNumbers } from '#contracts/organization/reform-kinds';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import { OrganizationApi } from '../../organization.api.ts';
import { grouped } from '#contracts/grouped';
import { ReadReforms } from '../lines/read-reforms.ts';
import { ReformTree } from '../lines/reform-tree.ts';
import { nameOf, type ReformLine, ReformShape } from '../lines/reform-lines.ts';
import { type ReformAsked, ReformParts } from '../lines/reform-parts.ts';
import { reformPlan } from '../lines/reform-plan.ts';
import { ReformStore } from '../lines/reform-store.ts';

type Rehearsal = RouteAnswer<typeof routes.rehearseReform>;
type Listed = RouteAnswer<typeof routes.listRehearsed>;

interface Row {
  id: string;
  label: string;
  unitId: string | null;
}

/** Their rows are no units: what becomes of one is said by where its unit goes. */
const reportNumbers: ReadonlySet<ReformNumber> = new Set(['reports', 'draftsPassed', 'draftsKept']);

const pages = pagesOf('rehearsed', z.tuple([z.uuid()]));
/** Of lists that are already here. */
const listed = (rows: readonly Row[]): Sql => sql`select * from unnest(${rows.map(({ id }) => id)}::uuid[],
  ${rows.map(({ label }) => label)}::text[], ${rows.map(({ unitId }) => unitId)}::uuid[]) as r(id, label, unit_id)`;

/** What the day of a reform would do, as things stand now: every module counts its own, nothing is written. */
@Injectable()
export class RehearseReform {
  // oxlint-disable-next-line max-params -- the plan and its tree, what each module counts, by which day and under which names
  constructor(
    private readonly database: Database,
    private readonly reforms: ReadReforms,
    private readonly store: ReformStore,
    private readonly tree: ReformTree,
    private readonly parts: ReformParts,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, id: string): Promise<Rehearsal> {
    const started = performance.now();
    const reform = await this.reforms.allowed(actor, id);
    const lines = await this.store.lines(reform);
    const asked = await this.tree.asked(reform, lines);
    const own = await this.own(reform, lines);
    const numbers: Partial<Record<ReformNumber, number>> = {};
    for (const number of reformNumbers) numbers[number] = await this.count(this.statement(number, asked, own));
    const findings = await this.tree.findings(reform, lines);
    const { onDate, version } = reform;
    return {
      version,
      late: onDate <= this.clock.today(),
      took: Math.round(performance.now() - started),
      numbers: numbers as Rehearsal['numbers'],
      invariants: await this.invariants(own, asked),
      blocks: findings.filter(({ blocks }) => blocks),
      warnings: findings.filter(({ blocks }) => !blocks),
    };
  }

  async list(actor: Actor, id: string, query: RouteQuery<typeof routes.listRehearsed>): Promise<Listed> {
    const reform = await this.reforms.allowed(actor, id);
    const lines = await this.store.lines(reform);
    const asked = await this.tree.asked(reform, lines);
    const own = await this.own(reform, lines);
    const of = this.statement(query.number, asked, own);
    const page = { ...query, id, version: reform.version };
    const after = pages.after(page);
    const rows = await this.database.rows<Row>(
      sql`select id, label, unit_id as "unitId" from (${of}) r where ${after ? sql`id > ${after[0]}::uuid` : sql`true`}
        order by id limit ${query.limit + 1}`,
    );
    const { items, nextCursor } = pages.cut(page, rows, (row) => [row.id]);
    const units = await this.organization.unitRefs(
      items.flatMap(({ unitId }) => unitId ?? []),
      asked.dayBefore,
    );
    return {
      items: items.map((row) => ({
        id: row.id,
        label: row.label,
        unit: units.get(row.unitId ?? '') ?? null,
        into: own.into.get(reportNumbers.has(query.number) ? (row.unitId ?? '') : row.id) ?? null,
      })),
      total: await this.count(of),
      nextCursor,
    };
  }

  private statement(number: ReformNumber, asked: ReformAsked, own: Own): Sql {
    const rows = own.numbers[number];
    if (rows) return listed(rows);
    for (const { numbers } of this.parts.all()) {
      const of = numbers[number];
      if (of) return of(asked);
    }
    return listed([]);
  }

  private async count(of: Sql): Promise<number> {
    return (await this.database.one<{ n: number }>(sql`select count(*)::int as n from (${of}) r`))?.n ?? 0;
  }

  /** What of the tree the reform changes, from its plan. */
  private async own(reform: Parameters<ReformTree['units']>[0], lines: readonly ReformLine[]): Promise<Own> {
    const shape = new ReformShape(lines);
    const units = await this.tree.units(reform, lines);
    const below = await this.tree.below(shape.sources(), reform);
    // A new unit has no id before its day: its line stands for it.
    let made = 0;
    const newId = (): string => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`;
    const plan = reformPlan(lines, { units, below, newId });
    const names = new Map([...units].map(([id, { fullName }]) => [id, fullName]));
    for (const line of plan.begins) names.set(line.id, nameOf(line));
    const into = new Map(plan.moves.map(({ id, toId }) => [id, names.get(toId) ?? '']));
    for (const { fromId, toId } of plan.heirs)
      into.set(fromId, [into.get(fromId), names.get(toId)].filter(Boolean).join(', '));
    const splits = grouped(plan.halves, ({ hamletId }) => hamletId);
    for (const [id, halves] of splits)
      into.set(id, halves.map(({ type, name, toId }) => `${nameOf({ type, name })} (${names.get(toId)})`).join(', '));
    const row = (id: string, unitId: string | null = id): Row => ({ id, label: names.get(id) ?? '', unitId });
    const fullNames = new Map(below.map(({ id, fullName }) => [id, fullName]));
    return {
      into,
      numbers: {
        endingUnits: plan.ends.map((id) => row(id)),
        newUnits: plan.begins.map(({ id }) => row(id, null)),
        keptUnits: plan.changes.map(({ id }) => row(id)),
        postsBeginning: lines.flatMap(({ kind, name }) =>
          kind === 'post' ? [{ id: newId(), label: name ?? '', unitId: null }] : [],
        ),
        movedUnits: plan.moves.map(({ id }) => ({ id, label: fullNames.get(id) ?? '', unitId: id })),
        splitHamlets: [...splits.keys()].map((id) => ({ id, label: fullNames.get(id) ?? '', unitId: id })),
      },
      hamlets: below
        .filter(({ kind, parentId }) => kind === 'hamlet' && shape.ends(parentId ?? ''))
        .map(({ id }) => id),
      placed: new Set([...plan.moves.map(({ id }) => id), ...splits.keys()]),
      units: { before: units.size, after: units.size - plan.ends.length + plan.begins.length },
    };
  }

  private async invariants({ hamlets, placed, units }: Own, asked: ReformAsked): Promise<Rehearsal['invariants']> {
    const there = await this.count(
      sql`select c.descendant_id from unit_closure_at(${asked.dayBefore}::date) c join units u on u.id = c.descendant_id
        where c.ancestor_id = any(${asked.endingIds}::uuid[]) and c.descendant_kind = 'hamlet' and c.depth = 1
          and (upper(u.validity) is null or upper(u.validity) > ${asked.onDate}::date)`,
    );
    return {
      unitsBefore: units.before,
      unitsAfter: units.after,
      hamlets: Math.max(there, hamlets.length),
      hamletsPlaced: hamlets.filter((id) => placed.has(id)).length,
    };
  }
}

interface Own {
  into: ReadonlyMap<string, string>;
  numbers: Partial<Record<ReformNumber, Row[]>>;
  /** Of units that end. */
  hamlets: readonly string[];
  placed: ReadonlySet<string>;
  units: { before: number; after: number };
}
