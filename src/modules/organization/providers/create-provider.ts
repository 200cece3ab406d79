import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, sqlState, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../organization.errors.ts';
import { providerCreated } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { rangeText } from '../units/validity.ts';

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
        await tx.query('insert into providers (id, name, kind, contact) values ($1, $2, $3, $4)', [
          id,
          input.name,
          input.kind,
          input.contact ?? null,
        ]);
        await tx.query(
          'insert into provider_coverage (provider_id, unit_id, validity) select $1, unit_id, $3 from unnest($2::uuid[]) as c(unit_id)',
          [id, [...new Set(input.coverage)], rangeText(input.from)],
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
