import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { citationOf } from '../../directives/citation.ts';
import { ReferenceQueries } from '../../references/reference.queries.ts';
import { type Entered, UnitChanges } from '../../units/unit-changes.ts';
import { UnitTree } from '../../units/unit-tree.ts';
import { rangeText } from '../../units/validity.ts';
import type { ReformPlan } from '../lines/reform-plan.ts';
import type { ReformRow } from '../lines/reform-store.ts';

type Reform = Pick<ReformRow, 'onDate' | 'title' | 'directiveId' | 'scheduledBy'>;

/**
 * The tree's part of a reform, a country's in a few statements: units begin, change, end, and what stands below goes where the
 * plan says. Rows are locked so that people who write about them meanwhile do not wait.
 */
@Injectable()
export class WriteReform {
  constructor(
    private readonly references: ReferenceQueries,
    private readonly changes: UnitChanges,
    private readonly tree: UnitTree,
  ) {}

  async lock(tx: Tx, ids: readonly string[]): Promise<void> {
    await rowsOf(tx, sql`select 1 from units where id = any(${ids}::uuid[]) order by id for no key update`);
  }

  async execute(tx: Tx, reform: Reform, plan: ReformPlan): Promise<void> {
    const { onDate } = reform;
    const basis = await this.basisOf(reform);
    await this.begin(tx, plan, onDate, basis);
    await this.change(tx, plan, onDate, basis);
    await this.move(tx, plan, onDate, basis);
    await this.end(tx, plan, onDate, basis);
    if (reform.scheduledBy)
      await this.changes.ofReform(tx, { personId: reform.scheduledBy }, entered(plan, onDate, basis));
    const { begins, changes, moves, halves } = plan;
    await this.tree.place(tx, [...endsOf(plan), ...[...begins, ...changes, ...moves, ...halves].map(({ id }) => id)]);
  }

  private async basisOf({ directiveId, title }: Reform): Promise<string> {
    const [directive] = directiveId ? await this.references.directivesById([directiveId]) : [];
    return directive ? citationOf(directive) : title;
  }

  private async begin(tx: Tx, plan: ReformPlan, onDate: string, basis: string): Promise<void> {
    const halves = plan.halves.map(({ toId, ...half }) => ({ ...half, kind: 'hamlet', code: null, parentId: toId }));
    const begins = [...plan.begins, ...halves];
    await execute(
      tx,
      sql`insert into units (id, kind, validity) select id, kind, ${rangeText(onDate)}::daterange
        from unnest(${begins.map(({ id }) => id)}::uuid[], ${begins.map(({ kind }) => kind)}::text[]) as n(id, kind)`,
    );
    await execute(
      tx,
      sql`insert into unit_versions (id, unit_id, name, type, code, parent_id, validity, basis)
        select n.id, n.unit_id, n.name, n.type, n.code, n.parent_id, ${rangeText(onDate)}::daterange, ${basis}::text
          from unnest(${begins.map(() => v7())}::uuid[], ${begins.map(({ id }) => id)}::uuid[],
            ${begins.map(({ name }) => name)}::text[], ${begins.map(({ type }) => type)}::text[],
            ${begins.map(({ code }) => code)}::text[], ${begins.map(({ parentId }) => parentId)}::uuid[])
            as n(id, unit_id, name, type, code, parent_id)`,
    );
  }

  /** Units that go on have no version of that day or later: a reform to which that applies is not scheduled. */
  private async change(tx: Tx, { changes }: ReformPlan, onDate: string, basis: string): Promise<void> {
    const ids = changes.map(({ id }) => id);
    await this.cut(tx, ids, onDate);
    await execute(
      tx,
      sql`insert into unit_versions (id, unit_id, name, type, code, parent_id, validity, basis)
        select n.id, n.unit_id, n.name, n.type, n.code, coalesce(n.parent_id, v.parent_id), ${rangeText(onDate)}::daterange, ${basis}::text
          from unnest(${changes.map(() => v7())}::uuid[], ${ids}::uuid[], ${changes.map(({ name }) => name)}::text[],
            ${changes.map(({ type }) => type)}::text[], ${changes.map(({ code }) => code)}::text[],
            ${changes.map(({ parentId }) => parentId)}::uuid[]) as n(id, unit_id, name, type, code, parent_id)
          join unit_versions v on v.unit_id = n.unit_id and upper(v.validity) = ${onDate}::date`,
    );
  }

  /** What is entered for a later day stays: it takes over the new place where it had kept the old one. */
  private async move(tx: Tx, { moves }: ReformPlan, onDate: string, basis: string): Promise<void> {
    const ids = moves.map(({ id }) => id);
    const n = sql`unnest(${ids}::uuid[], ${moves.map(({ fromId }) => fromId)}::uuid[],
      ${moves.map(({ toId }) => toId)}::uuid[]) as n(unit_id, from_id, to_id)`;
    await execute(
      tx,
      sql`update unit_versions v set parent_id = n.to_id, basis = case when lower(v.validity) = ${onDate}::date
            then ${basis} else v.basis end
        from ${n} where v.unit_id = n.unit_id and v.parent_id = n.from_id and lower(v.validity) >= ${onDate}::date`,
    );
    const cut = await this.cut(tx, ids, onDate);
    await execute(
      tx,
      sql`insert into unit_versions (id, unit_id, name, type, code, parent_id, validity, basis)
        select gen_random_uuid(), v.unit_id, v.name, v.type, v.code, n.to_id,
            daterange(${onDate}::date, coalesce((select min(lower(w.validity)) from unit_versions w
              where w.unit_id = v.unit_id and lower(w.validity) > ${onDate}::date), upper(u.validity))), ${basis}::text
          from ${n} join unit_versions v on v.unit_id = n.unit_id and v.id = any(${cut}::uuid[])
          join units u on u.id = v.unit_id`,
    );
  }

  private async end(tx: Tx, plan: ReformPlan, onDate: string, basis: string): Promise<void> {
    const ends = endsOf(plan);
    const halves = plan.halves.map(({ hamletId, id, share }) => ({ fromId: hamletId, toId: id, share }));
    const heirs = [...plan.heirs, ...halves];
    await this.cut(tx, ends, onDate);
    await execute(
      tx,
      sql`update units set validity = daterange(lower(validity), ${onDate}::date) where id = any(${ends}::uuid[])`,
    );
    await execute(
      tx,
      sql`insert into unit_successors (from_unit_id, to_unit_id, on_date, share, basis)
        select n.from_id, n.to_id, ${onDate}::date, n.share, ${basis}::text
          from unnest(${heirs.map(({ fromId }) => fromId)}::uuid[], ${heirs.map(({ toId }) => toId)}::uuid[],
            ${heirs.map(({ share }) => share)}::numeric[]) as n(from_id, to_id, share)
        on conflict do nothing`,
    );
  }

  /** The versions of that day end with the day before. Gives which. */
  private async cut(tx: Tx, unitIds: readonly string[], onDate: string): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`update unit_versions set validity = daterange(lower(validity), ${onDate}::date)
        where unit_id = any(${unitIds}::uuid[]) and validity @> ${onDate}::date and lower(validity) < ${onDate}::date returning id`,
    );
    return rows.map(({ id }) => id);
  }
}

/** Hamlets that are divided themselves end too. */
const endsOf = ({ ends, halves }: ReformPlan): string[] => [
  ...ends,
  ...new Set(halves.map(({ hamletId }) => hamletId)),
];

const entered = (plan: ReformPlan, onDate: string, basis: string): Entered[] => [
  ...[...plan.begins, ...plan.halves].map(({ id }): Entered => ({ unitId: id, kind: 'create', onDate, basis })),
  ...plan.changes.map(({ id }): Entered => ({ unitId: id, kind: 'list', onDate, basis })),
  ...plan.moves.map(({ id }): Entered => ({ unitId: id, kind: 'move', onDate, basis })),
  ...endsOf(plan).map((id): Entered => ({ unitId: id, kind: 'close', onDate, basis })),
];
