import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../organization.errors.ts';
import { reorganisationSaved } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { MergerReferences } from './merger-references.ts';
import { ReorganisationStore } from './reorganisation-store.ts';

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
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, unitId: string, input: Input): Promise<string> {
    await this.scope.require(actor, 'hamlet.merge', { unitId });
    await this.references.check(unitId, input);
    const id = v7();
    await this.database.tx(async (tx) => {
      await execute(
        tx,
        sql`insert into reorganisations (id, unit_id, title, directive_id, on_date, state, version, made_by, made_at)
          values (${id}, ${unitId}, ${input.title}, ${input.directiveId ?? null}, ${input.onDate}, 'draft', 1, ${actor.personId},
            ${this.clock.now()})`,
      );
      await this.write(tx, actor, { id, unitId, version: 1 }, input);
    });
    return id;
  }

  /** @throws organization.reformNotFound, reformChanged, reformBegun */
  async change(actor: Actor, id: string, { version: seen, ...input }: Change): Promise<void> {
    const { unitId } = await this.store.one(id);
    await this.scope.require(actor, 'hamlet.merge', { unitId });
    await this.references.check(unitId, input);
    await this.database.tx(async (tx) => {
      const reform = await this.store.lock(tx, id);
      if (reform.version !== seen) throw organizationErrors.reformChanged();
      const begun = reform.state === 'scheduled' && reform.onDate <= this.clock.today();
      if (reform.state === 'applied' || begun) throw organizationErrors.reformBegun();
      const version = seen + 1;
      await execute(
        tx,
        sql`update reorganisations set title = ${input.title}, directive_id = ${input.directiveId ?? null}, on_date = ${input.onDate},
          state = 'draft', version = ${version} where id = ${id}`,
      );
      await this.write(tx, actor, { id, unitId, version }, input);
    });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    reform: { id: string; unitId: string; version: number },
    { type, name, hamletIds, onDate, leaderId, leavingIds }: Input,
  ): Promise<void> {
    await this.store.writeLines(tx, reform, { type, name, hamletIds, leaderId: leaderId ?? null, leavingIds });
    const { id: reorganisationId, unitId, version } = reform;
    await this.outbox.append(
      tx,
      reorganisationSaved({ reorganisationId }, { unitId, changes: { version, hamletIds, name, onDate } }),
      actor,
    );
  }
}
