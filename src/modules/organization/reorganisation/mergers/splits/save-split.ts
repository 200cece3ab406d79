import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { organizationErrors } from '../../../organization.errors.ts';
import { Scope } from '../../../scope.ts';
import { MergerReferences } from '../merger-references.ts';
import { ReorganisationStore } from '../reorganisation-store.ts';
import { splitLines } from './split-lines.ts';
import { Reorganisation } from '../reorganisation.entity.ts';

type Input = RouteBody<typeof routes.createSplit>;

/** A split of one hamlet is written down, and written anew: each time a version of its own. Nothing changes by that. */
@Injectable()
export class SaveSplit {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly store: ReorganisationStore,
    private readonly references: MergerReferences,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.hamletNotHere, organization.basisNotVisible, organization.personNotInTeams */
  async create(actor: Actor, unitId: string, input: Input): Promise<string> {
    await this.check(actor, unitId, input);
    const id = v7();
    await this.database.tx(async (tx) => {
      await tx.insert(Reorganisation, {
        id,
        unitId,
        title: input.title,
        directiveId: input.directiveId ?? null,
        onDate: input.onDate,
        state: 'draft',
        version: 1,
        madeBy: actor.personId,
        madeAt: this.clock.now(),
      });
      await this.write(tx, actor, { id, unitId, version: 1 }, input);
    });
    return id;
  }

  /** @throws organization.reformNotFound, reformChanged, reformBegun, and what `create` throws */
  async change(actor: Actor, id: string, { version, ...input }: RouteBody<typeof routes.changeSplit>): Promise<void> {
    const { unitId, split } = await this.store.one(id);
    if (!split) throw organizationErrors.reformNotFound();
    await this.check(actor, unitId, input);
    await this.database.tx(async (tx) => {
      const reform = await this.store.lock(tx, id);
      await this.store.nextVersion(tx, reform, version, input, this.clock.today());
      await this.write(tx, actor, { id, unitId, version: version + 1 }, input);
    });
  }

  private async check(actor: Actor, unitId: string, { hamletId, halves, ...input }: Input): Promise<void> {
    await this.scope.require(actor, 'hamlet.merge', { unitId });
    const memberIds = halves.flatMap((half) => half.memberIds);
    await this.references.check(unitId, { ...input, hamletIds: [hamletId], leavingIds: [] });
    await this.references.checkMembers({ hamletIds: [hamletId], onDate: input.onDate }, memberIds);
  }

  private async write(
    tx: Tx,
    actor: Actor,
    reform: { id: string; unitId: string; version: number },
    { hamletId, halves, onDate }: Input,
  ): Promise<void> {
    await this.store.writeLines(tx, reform, splitLines(hamletId, halves, { first: 1 }));
    const names = halves.map(({ name }) => name).join(', ');
    await this.store.tell(tx, actor, reform, { hamletIds: [hamletId], name: names, onDate });
  }
}
