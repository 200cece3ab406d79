import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, execute, sql, sqlState, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../organization.errors.ts';
import { providerCreated } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { rangeText } from '../units/validity.ts';
import { Provider } from './provider.entity.ts';

/** A telecom company or post: outside the tree of units, with the units that it covers. */
@Injectable()
export class CreateProvider {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
  ) {}

  async execute(actor: Actor, input: RouteBody<typeof routes.createProvider>): Promise<string> {
    for (const unitId of input.coverage) await this.scope.require(actor, 'unit.manage', { unitId });
    const id = v7();
    try {
      await this.database.tx(async (tx) => {
        await tx.insert(Provider, { id, name: input.name, kind: input.kind, contact: input.contact ?? null });
        await execute(
          tx,
          sql`insert into provider_coverage (provider_id, unit_id, validity) select ${id}, unit_id, ${rangeText(input.from)}
            from unnest(${[...new Set(input.coverage)]}::uuid[]) as c(unit_id)`,
        );
        await this.outbox.append(tx, providerCreated({ providerId: id }, { changes: { name: input.name } }), actor);
      });
    } catch (error) {
      if (violation(error)?.state === sqlState.foreignKey) throw organizationErrors.unitNotFound({ path: 'coverage' });
      throw error;
    }
    return id;
  }
}
