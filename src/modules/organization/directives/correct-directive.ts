import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, empty, execute, rowsOf, sql, sqlState, type Tx, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { citationOf } from './citation.ts';
import { DirectiveUses } from './directive-uses.ts';
import { organizationErrors } from '../organization.errors.ts';
import { directiveCorrected } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { DirectiveCorrection } from './directive.entity.ts';

type Input = RouteBody<typeof routes.correctDirective>;
type Words = Omit<Input, 'version' | 'reason'>;
type Stored = Words & { unitId: string; version: number };

/** A slip of the pen in a directive: it stays the same one, and all that quotes it says what is right from now on. */
@Injectable()
export class CorrectDirective {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly uses: DirectiveUses,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.directiveNotFound, directiveChanged, directiveSame, directiveExists and what speaks against the day */
  async execute(actor: Actor, id: string, { version, reason, ...next }: Input): Promise<void> {
    const { unitId } = await this.load(this.database.manager, id);
    await this.scope.require(actor, 'directive.manage', { unitId });
    try {
      await this.database.tx(async (tx) => {
        const { unitId: _, version: current, ...before } = await this.load(tx, id, sql`for update of d`);
        if (current !== version) throw organizationErrors.directiveChanged({ version: current });
        const fields = (Object.keys(before) as (keyof Words)[]).filter((key) => before[key] !== next[key]);
        if (fields.length === 0) throw organizationErrors.directiveSame();
        if (fields.includes('issuedOn')) await this.moveDay(tx, id, before.issuedOn, next.issuedOn);
        await this.write(tx, id, before, next);
        await tx.insert(DirectiveCorrection, {
          id: v7(),
          directiveId: id,
          version,
          before,
          after: next,
          reason,
          byId: actor.personId,
          at: this.clock.now(),
        });
        const changes = { fields, reason };
        await this.outbox.append(tx, directiveCorrected({ directiveId: id }, { unitId, changes }), actor);
      });
    } catch (error) {
      if (violation(error)?.state === sqlState.unique)
        throw organizationErrors.directiveExists({ path: 'number', number: next.number });
      throw error;
    }
  }

  private async load(tx: Tx, id: string, lock = empty): Promise<Stored> {
    const [row] = await rowsOf<Stored>(
      tx,
      sql`select kind, number, issued_on::text as "issuedOn", issuer, abstract, unit_id as "unitId", version from directives d
        where id = ${id} and exists (select 1 from units u where u.id = d.unit_id
          and u.validity @> ${this.clock.today()}::date) ${lock}`,
    );
    if (!row) throw organizationErrors.directiveNotFound();
    return row;
  }

  /** Rules keep the words in which they cite: those of this directive are corrected with it. */
  private async write(tx: Tx, id: string, before: Words, next: Words): Promise<void> {
    await execute(
      tx,
      sql`update directives set kind = ${next.kind}, number = ${next.number}, issued_on = ${next.issuedOn},
        issuer = ${next.issuer}, abstract = ${next.abstract}, version = version + 1 where id = ${id}`,
    );
    await execute(
      tx,
      sql`update composition_rules set citation = replace(citation, ${citationOf(before)}, ${citationOf(next)})
        where directive_id = ${id}`,
    );
  }

  /** The directive holds from its day on, and one that it has superseded holds until then. */
  private async moveDay(tx: Tx, id: string, old: string, day: string): Promise<void> {
    const path = 'issuedOn';
    if (day > this.clock.today()) throw organizationErrors.directiveInFuture({ path });
    const [other] = await rowsOf<{ number: string; on: string }>(
      tx,
      sql`select o.number, o.issued_on::text as on from directives d join directives o
           on (o.id = d.basis_id or o.superseded_by = d.id) and o.issued_on > ${day}::date
           or (o.basis_id = d.id or o.id = d.superseded_by) and o.issued_on < ${day}::date
        where d.id = ${id} order by o.issued_on, o.id limit 1`,
    );
    if (other) throw organizationErrors.directiveOutOfOrder({ path, ...other });
    const used = day > old ? await this.uses.first(tx, id) : null;
    if (used && used < day) throw organizationErrors.directiveUsedBefore({ path, on: used });
    await execute(
      tx,
      sql`update directives set validity = daterange(${day}::date, greatest(upper(validity), case
        when upper(validity) is not null then ${day}::date + 1 end))
        where id = ${id} and lower(validity) = ${old}::date`,
    );
    await execute(
      tx,
      sql`update directives set validity = daterange(lower(validity), greatest(${day}::date, lower(validity) + 1))
        where superseded_by = ${id} and upper(validity) = greatest(${old}::date, lower(validity) + 1)`,
    );
  }
}
