import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../../organization.errors.ts';
import { reorganisationSaved } from '../../organization.events.ts';
import { Scope } from '../../scope.ts';
import { ReformChain } from './reform-chain.ts';
import type { ReformLine } from './reform-lines.ts';
import { type ReformRow, ReformStore } from './reform-store.ts';
import { Reorganisation } from '../mergers/reorganisation.entity.ts';

type Work = (tx: Tx, reform: ReformRow, lines: ReformLine[]) => Promise<ReformLine[]>;

/** The one way in which a draft is changed: who saw the last version writes the next one, the earlier ones stay. */
@Injectable()
export class ReformVersions {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly store: ReformStore,
    private readonly chain: ReformChain,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.reformNotFound, reformChanged, reformBegun */
  async next(actor: Actor, id: string, seen: number, work: Work): Promise<void> {
    const { unitId } = await this.store.one(id);
    await this.scope.require(actor, 'reform.manage', { unitId });
    await this.database.tx(async (tx) => {
      const reform = await this.store.lock(tx, id);
      if (reform.version !== seen) throw organizationErrors.reformChanged();
      const begun = reform.state === 'scheduled' && reform.onDate <= this.clock.today();
      if (reform.state === 'applied' || begun) throw organizationErrors.reformBegun();
      const version = seen + 1;
      if (reform.state === 'scheduled') await this.chain.release(tx, reform, actor);
      const lines = await work(tx, reform, await this.store.lines(reform));
      await tx.update(Reorganisation, { id }, { state: 'draft', version });
      await this.store.writeLines(tx, { id, version }, lines);
      await this.tell(tx, actor, { id, unitId, version }, { lines: lines.length });
    });
  }

  async tell(
    tx: Tx,
    actor: Actor,
    { id: reorganisationId, unitId, version }: Pick<ReformRow, 'id' | 'unitId' | 'version'>,
    changes: Record<string, unknown>,
  ): Promise<void> {
    await this.outbox.append(
      tx,
      reorganisationSaved({ reorganisationId }, { unitId, changes: { version, ...changes } }),
      actor,
    );
  }
}
