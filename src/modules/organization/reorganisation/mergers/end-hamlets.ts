import { Injectable } from '@nestjs/common';
import { execute, sql, type Tx } from '#platform/database';
import { citationOf } from '../../directives/citation.ts';
import { organizationErrors } from '../../organization.errors.ts';
import { ReferenceQueries } from '../../references/reference.queries.ts';
import { lockVersions } from '../../units/unit-versions.ts';
import { rangeText } from '../../units/validity.ts';
import type { Reform } from './reorganisation-store.ts';
import { UnitVersion, Unit } from '../../units/unit.entity.ts';

/** How hamlets end that become one or two: the rows of the tree, and figures that are theirs no more. */
@Injectable()
export class EndHamlets {
  constructor(private readonly references: ReferenceQueries) {}

  async basisOf({ directiveId, title }: Pick<Reform, 'directiveId' | 'title'>): Promise<string> {
    const [directive] = directiveId ? await this.references.directivesById([directiveId]) : [];
    return directive ? citationOf(directive) : title;
  }

  /** @throws organization.unitNotFound */
  async end(tx: Tx, id: string, to: string): Promise<void> {
    const unit = await lockVersions(tx, id);
    const last = unit.versions.at(-1);
    if (!last) throw organizationErrors.unitNotFound();
    await tx.update(UnitVersion, { id: last.id }, { validity: rangeText(last.validity.from, to) });
    await tx.update(Unit, { id }, { validity: rangeText(unit.validity.from, to) });
  }

  async registers(tx: Tx, ids: readonly string[], from: string): Promise<void> {
    await execute(
      tx,
      sql`delete from registers where unit_id = any(${ids}::uuid[]) and lower(validity) >= ${from}::date`,
    );
    await execute(
      tx,
      sql`update registers set validity = daterange(lower(validity), ${from}::date) where unit_id = any(${ids}::uuid[])
        and validity @> ${from}::date`,
    );
  }
}
