import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { NamedUnits, OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sqlState, takeTurn, type Tx, violation } from '#platform/database';
import { officerListErrors } from '../../../membership.errors.ts';
import { compareOfficers, type OfficerPlan } from './compare-officers.ts';
import { KnownOfficers } from './known-officers.ts';
import { type ReadLine, readLines } from './officer-lines.ts';
import { WriteOfficers } from './write-officers.ts';

type Input = RouteBody<typeof routes.importOfficers>;

/**
 * Officers of a list, from a day on. Compared in the transaction that writes, and one list after the other, so that two at
 * once and the same one twice give nobody and nothing twice.
 */
@Injectable()
export class ImportOfficers {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly units: NamedUnits,
    private readonly organization: OrganizationApi,
    private readonly known: KnownOfficers,
    private readonly write: WriteOfficers,
  ) {}

  /** @throws officerList.changedMeanwhile when somebody is appointed by hand at this very moment */
  async execute(actor: Actor, unitId: string, input: Input): Promise<RouteAnswer<typeof routes.importOfficers>> {
    const { ready, newPeople, already, left, findings } = await this.checked(actor, unitId, input);
    return { ready: ready.length, newPeople: newPeople.size, already, left, findings };
  }

  /** What is open of the list as it stands now. */
  async findings(actor: Actor, unitId: string, input: Omit<Input, 'dryRun'>): Promise<OfficerPlan['findings']> {
    return (await this.checked(actor, unitId, { ...input, dryRun: true })).findings.filter(({ open }) => open);
  }

  private async checked(actor: Actor, unitId: string, { lines, from, dryRun }: Input): Promise<OfficerPlan> {
    await this.scope.require(actor, 'post.manage', { unitId });
    const units = await this.units.below(unitId, from);
    const read = await readLines(lines, units, from);
    try {
      return await this.database.whole(async () =>
        this.database.tx(async (tx) => {
          if (!dryRun) await takeTurn(tx, ['officer-list']);
          const plan = await this.plan(tx, actor, read, from);
          if (!dryRun) await this.write.execute(tx, actor, plan, from);
          return plan;
        }),
      );
    } catch (error) {
      if (violation(error)?.state === sqlState.exclusion) throw officerListErrors.changedMeanwhile();
      throw error;
    }
  }

  private async plan(tx: Tx, actor: Actor, lines: readonly ReadLine[], from: string): Promise<OfficerPlan> {
    const known = await this.known.of(tx, actor, lines, from);
    const refs = await this.organization.unitRefs(known.posts.map((post) => post.unitId));
    const unitNames = new Map([
      ...lines.flatMap(({ unit }) => (unit ? [[unit.id, unit.fullName] as const] : [])),
      ...[...refs].map(([id, { fullName }]) => [id, fullName] as const),
    ]);
    return compareOfficers({ lines, known, unitNames, from, newId: v7 });
  }
}
