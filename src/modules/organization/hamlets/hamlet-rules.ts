import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { citationOf } from '../directives/citation.ts';
import { organizationErrors } from '../organization.errors.ts';
import { fullName } from '../units/unit.queries.ts';
import { ReferenceQueries } from '../references/reference.queries.ts';
import { Scope } from '../scope.ts';
import type { UnitChange } from '../units/unit.entity.ts';
import type { KnownUnit } from '../units/unit-versions.ts';

interface Named {
  communeId: string;
  /** Itself, where it exists already. */
  unitId?: string;
  type: string;
  name: string;
  from: string;
}

/** What a commune may do to its hamlets: by which paper, under which names, and nothing that an office above has entered. */
@Injectable()
export class HamletRules {
  constructor(
    private readonly references: ReferenceQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** The paper as it is cited. @throws organization.basisNotVisible */
  async paper(unitId: string, directiveId: string): Promise<string> {
    const binds = await this.references.bindsUnit(directiveId, unitId, this.clock.today());
    const [directive] = binds ? await this.references.directivesById([directiveId]) : [];
    if (!directive) throw organizationErrors.basisNotVisible({ path: 'directiveId' });
    return citationOf(directive);
  }

  /** The commune of the hamlet today, locked: its hamlets change one after the other. @throws organization.notAHamlet */
  async commune(tx: Tx, { id, kind }: Pick<KnownUnit, 'id' | 'kind'>): Promise<string> {
    const [commune] =
      kind === 'hamlet'
        ? await rowsOf<{ id: string }>(
            tx,
            sql`select ancestor_id as id from unit_closure where descendant_id = ${id} and ancestor_kind = 'commune'`,
          )
        : [];
    if (!commune) throw organizationErrors.notAHamlet();
    await this.lock(tx, commune.id);
    return commune.id;
  }

  async lock(tx: Tx, communeId: string): Promise<void> {
    await execute(tx, sql`select 1 from units where id = ${communeId} for no key update`);
  }

  /** Its line of that day. @throws organization.hamletElsewhere where it stands in another commune then */
  here(unit: KnownUnit, communeId: string, day: string): KnownUnit['versions'][number] {
    const line = unit.versions.findLast(({ validity }) => validity.from <= day) ?? unit.versions[0];
    if (line?.parentId !== communeId) throw organizationErrors.hamletElsewhere({ path: 'from' });
    return line;
  }

  /** @throws organization.hamletNamed with the day since when the other has the name */
  async refuseSameName(tx: Tx, { communeId, unitId, type, name, from }: Named): Promise<void> {
    const whole = name.toLowerCase().startsWith(`${type.toLowerCase()} `) ? name : `${type} ${name}`;
    const [other] = await rowsOf<{ name: string; since: string }>(
      tx,
      sql`select ${fullName} as name, lower(v.validity)::text as since from unit_versions v
        where v.parent_id = ${communeId} and v.unit_id is distinct from ${unitId ?? null}
          and v.validity && daterange(${from}::date, null) and lower(${fullName}) = lower(${whole})
        order by lower(v.validity) limit 1`,
    );
    if (other) throw organizationErrors.hamletNamed({ path: 'name', ...other });
  }

  /** @throws organization.hamletNotHere unless all are other hamlets of the commune on that day */
  async heirs(
    tx: Tx,
    { communeId, unitId, on }: { communeId: string; unitId: string; on: string },
    ids: readonly string[],
  ) {
    const found = await rowsOf(
      tx,
      sql`select 1 from unit_versions where unit_id = any(${ids}::uuid[]) and unit_id <> ${unitId}
        and parent_id = ${communeId} and validity @> ${on}::date`,
    );
    if (found.length !== new Set(ids).size) throw organizationErrors.hamletNotHere({ path: 'successorIds' });
  }

  /**
   * The directive by which the commune itself entered what begins on that day. What somebody above entered is taken back
   * there; who may do that may do it here as well.
   * @throws organization.changeOfAbove
   */
  async enteredHere(tx: Tx, actor: Actor, unitId: string, on: string): Promise<string | null> {
    const [last] = await rowsOf<Pick<UnitChange, 'directiveId'>>(
      tx,
      sql`select directive_id as "directiveId" from unit_changes where unit_id = ${unitId} and on_date = ${on}::date
        and kind not in ('revoke', 'reopen') order by made_at desc, id desc limit 1`,
    );
    const directiveId = last?.directiveId ?? null;
    if (!directiveId && !(await this.scope.may(actor, 'unit.manage', { unitId })))
      throw organizationErrors.changeOfAbove({ path: 'from' });
    return directiveId;
  }
}
