import { Injectable } from '@nestjs/common';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { citationOf } from '../../directives/citation.ts';
import { ReferenceQueries } from '../../references/reference.queries.ts';
import { UnitChanges } from '../../units/unit-changes.ts';
import type { ReformLine } from '../lines/reform-lines.ts';
import type { ReformRow } from '../lines/reform-store.ts';

interface Decided {
  unitId: string;
  type: string;
  name: string;
  from: string;
  basis: string;
}

/** Names that a council has decided hold from its day on. What is only proposed changes nothing. */
@Injectable()
export class WriteNames {
  constructor(
    private readonly references: ReferenceQueries,
    private readonly changes: UnitChanges,
  ) {}

  async execute(
    tx: Tx,
    { onDate, scheduledBy }: Pick<ReformRow, 'onDate' | 'scheduledBy'>,
    lines: readonly ReformLine[],
  ): Promise<void> {
    const bases = await this.basesOf(lines);
    const names = lines.flatMap(({ kind, unitId, type, name, fromOn, directiveId }) => {
      if (kind !== 'name' || !unitId || !type || !name || !fromOn || !directiveId) return [];
      const from = fromOn > onDate ? fromOn : onDate;
      return [{ unitId, type, name, from, directiveId, basis: bases.get(directiveId) ?? '' }];
    });
    if (names.length === 0) return;
    await this.write(tx, names);
    const entered = names.map(({ unitId, from, basis, directiveId }) => ({
      unitId,
      kind: 'rename' as const,
      onDate: from,
      basis,
      directiveId,
    }));
    if (scheduledBy) await this.changes.ofReform(tx, { personId: scheduledBy }, entered);
  }

  /** What is entered for a later day takes the name over where it had kept the old one. */
  private async write(tx: Tx, names: readonly Decided[]): Promise<void> {
    const n = sql`unnest(${names.map(({ unitId }) => unitId)}::uuid[], ${names.map(({ type }) => type)}::text[],
      ${names.map(({ name }) => name)}::text[], ${names.map(({ from }) => from)}::date[],
      ${names.map(({ basis }) => basis)}::text[]) as n(unit_id, type, name, day, basis)`;
    await execute(
      tx,
      sql`update unit_versions v set type = n.type, name = n.name, basis = case when lower(v.validity) = n.day then n.basis else v.basis end
        from ${n} join unit_versions old on old.unit_id = n.unit_id and old.validity @> n.day
        where v.unit_id = n.unit_id and lower(v.validity) >= n.day and v.type = old.type and v.name = old.name`,
    );
    const cut = await rowsOf<{ id: string }>(
      tx,
      sql`update unit_versions v set validity = daterange(lower(v.validity), n.day) from ${n}
        where v.unit_id = n.unit_id and v.validity @> n.day and lower(v.validity) < n.day returning v.id`,
    );
    await execute(
      tx,
      sql`insert into unit_versions (id, unit_id, name, type, code, parent_id, validity, basis)
        select gen_random_uuid(), v.unit_id, n.name, n.type, v.code, v.parent_id,
            daterange(n.day, coalesce((select min(lower(w.validity)) from unit_versions w
              where w.unit_id = v.unit_id and lower(w.validity) > n.day), upper(u.validity))), n.basis
          from ${n} join unit_versions v on v.unit_id = n.unit_id and v.id = any(${cut.map(({ id }) => id)}::uuid[])
          join units u on u.id = v.unit_id`,
    );
  }

  private async basesOf(lines: readonly ReformLine[]): Promise<Map<string, string>> {
    const ids = [...new Set(lines.flatMap(({ directiveId }) => directiveId ?? []))];
    const directives = ids.length === 0 ? [] : await this.references.directivesById(ids);
    return new Map(directives.map((directive) => [directive.id, citationOf(directive)]));
  }
}
