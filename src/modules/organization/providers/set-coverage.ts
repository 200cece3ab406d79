import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../organization.errors.ts';
import { coverageSet } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { rangeText } from '../units/validity.ts';
import { CoverageQueries } from './coverage.queries.ts';

/** What a provider covers of a commune from a day on; what held before stays as it was. */
@Injectable()
export class SetCoverage {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly queries: CoverageQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.coverageChanged where it is not what the officer saw, organization.coverageInPast, organization.hamletNotHere */
  async execute(
    actor: Actor,
    providerId: string,
    communeId: string,
    { hamletIds, seen, from }: RouteBody<typeof routes.setCoverage>,
  ): Promise<void> {
    await this.scope.require(actor, 'unit.manage', { unitId: communeId });
    if (from < this.clock.today()) throw organizationErrors.coverageInPast({ path: 'from' });
    const wanted = new Set(hamletIds);
    await this.database.tx(async (tx) => {
      await lockProvider(tx, providerId);
      const hamlets = await this.queries.heldBy(tx, providerId, communeId, this.clock.today());
      const known = new Set(hamlets.map(({ id }) => id));
      const stranger = hamletIds.findIndex((id) => !known.has(id));
      if (stranger >= 0) throw organizationErrors.hamletNotHere({ path: `hamletIds.${stranger}` });
      const held = hamlets.filter(({ covered }) => covered).map(({ id }) => id);
      if (held.length !== seen.length || held.some((id) => !seen.includes(id)))
        throw organizationErrors.coverageChanged({ path: 'hamletIds' });
      await clearFrom(tx, providerId, communeId, from);
      const whole = wanted.size === known.size;
      await cover(tx, providerId, whole ? [communeId] : [...wanted], from);
      await this.requireSome(tx, providerId);
      await this.outbox.append(
        tx,
        coverageSet({ providerId }, { unitId: communeId, changes: { from, hamlets: [...wanted] } }),
        actor,
      );
    });
  }

  /** Without any row, past ones included, nobody would find the provider again. */
  private async requireSome(tx: Tx, providerId: string): Promise<void> {
    const rows = await rowsOf(tx, sql`select 1 from provider_coverage where provider_id = ${providerId} limit 1`);
    if (rows.length === 0) throw organizationErrors.coverageNeeded({ path: 'hamletIds' });
  }
}

/** Changes of one provider's coverage follow each other. @throws organization.providerNotFound */
export async function lockProvider(tx: Tx, providerId: string): Promise<void> {
  const found = await rowsOf(tx, sql`select 1 from providers where id = ${providerId} for update`);
  if (found.length === 0) throw organizationErrors.providerNotFound();
}

/** From the day on, each of the units with all below it. */
export function cover(tx: Tx, providerId: string, unitIds: readonly string[], from: string): Promise<unknown> {
  return execute(
    tx,
    sql`insert into provider_coverage (provider_id, unit_id, validity)
      select ${providerId}::uuid, c.unit_id, ${rangeText(from)}::daterange from unnest(${unitIds}::uuid[]) as c(unit_id)
      on conflict do nothing`,
  );
}

/** From the day on, nothing of the commune is covered; coverage of a unit above becomes one of each other commune. */
export async function clearFrom(tx: Tx, providerId: string, communeId: string, from: string): Promise<void> {
  const rows = sql`v.provider_id = ${providerId} and v.validity && daterange(${from}::date, null)`;
  const above = sql`${rows} and v.unit_id in (
    select c.ancestor_id from unit_closure c where c.descendant_id = ${communeId} and c.ancestor_id <> ${communeId})`;
  await execute(
    tx,
    sql`insert into provider_coverage (provider_id, unit_id, validity)
      select distinct ${providerId}::uuid, c.descendant_id, v.validity * daterange(${from}::date, null)
        from provider_coverage v join unit_closure c on c.ancestor_id = v.unit_id and c.descendant_kind = 'commune'
       where ${above} and c.descendant_id <> ${communeId} on conflict do nothing`,
  );
  await cutOff(tx, above, from);
  await cutOff(
    tx,
    sql`${rows} and v.unit_id in (select c.descendant_id from unit_closure c where c.ancestor_id = ${communeId})`,
    from,
  );
}

async function cutOff(tx: Tx, rows: Sql, from: string): Promise<void> {
  await execute(tx, sql`delete from provider_coverage v where ${rows} and lower(v.validity) >= ${from}::date`);
  await execute(
    tx,
    sql`update provider_coverage v set validity = v.validity * daterange(null, ${from}::date) where ${rows}`,
  );
}
