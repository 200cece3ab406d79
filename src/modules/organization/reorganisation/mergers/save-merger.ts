import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { organizationErrors } from '../../organization.errors.ts';
import { Scope } from '../../scope.ts';
import { toLines } from './merger-lines.ts';
import { MergerReferences } from './merger-references.ts';
import { ReorganisationStore } from './reorganisation-store.ts';
import { Reorganisation } from './reorganisation.entity.ts';

type Input = RouteBody<typeof routes.createMerger>;
type Change = RouteBody<typeof routes.changeMerger>;

/** A merger of two hamlets is written down, and written anew: each time a version of its own. Nothing changes by that. */
@Injectable()
export class SaveMerger {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly store: ReorganisationStore,
    private readonly references: MergerReferences,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, unitId: string, input: Input): Promise<string> {
    await this.scope.require(actor, 'hamlet.merge', { unitId });
    await this.references.check(unitId, input);
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

  /** @throws organization.reformNotFound, reformChanged, reformBegun */
  async change(actor: Actor, id: string, { version: seen, ...input }: Change): Promise<void> {
    const { unitId, split } = await this.store.one(id);
    await this.scope.require(actor, 'hamlet.merge', { unitId });
    if (split) throw organizationErrors.reformNotFound();
    await this.references.check(unitId, input);
    await this.database.tx(async (tx) => {
      const reform = await this.store.lock(tx, id);
      await this.store.nextVersion(tx, reform, seen, input, this.clock.today());
      await this.write(tx, actor, { id, unitId, version: seen + 1 }, input);
    });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    reform: { id: string; unitId: string; version: number },
    { type, name, hamletIds, onDate, leaderId, leavingIds }: Input,
  ): Promise<void> {
    await this.store.writeLines(tx, reform, toLines({ type, name, hamletIds, leaderId: leaderId ?? null, leavingIds }));
    await this.store.tell(tx, actor, reform, { hamletIds, name, onDate });
  }
}
