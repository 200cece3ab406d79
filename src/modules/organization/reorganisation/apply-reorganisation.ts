import { Injectable } from '@nestjs/common';
import { Clock, Tick } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { reorganisationApplied } from '../organization.events.ts';
import { MergeHamlets } from './merge-hamlets.ts';
import type { Block } from './merger-shares.ts';
import { RehearseMerger } from './rehearse-merger.ts';
import { type Reform, ReorganisationStore } from './reorganisation-store.ts';

const EVERY_MS = 60_000;

/**
 * The day of a reform: the dated rows of the tree are written in one transaction, with one event. What hangs on the units is
 * put in its place by whoever it belongs to, who subscribes to that event.
 */
@Injectable()
export class ApplyReorganisation {
  constructor(
    private readonly database: Database,
    private readonly store: ReorganisationStore,
    private readonly rehearsal: RehearseMerger,
    private readonly hamlets: MergeHamlets,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** One against which something stands by now waits, and its rehearsal says why. Gives how many were applied. */
  @Tick('organization.reorganisations', EVERY_MS)
  async run(): Promise<number> {
    let applied = 0;
    for (const { id } of await this.store.due(this.clock.today()))
      applied += await this.database.tx(async (tx) => {
        const reform = await this.store.lock(tx, id);
        if (reform.state !== 'scheduled' || reform.onDate > this.clock.today()) return 0;
        await this.lockHamlets(tx, reform);
        if ((await this.blocks(reform)).length > 0) return 0;
        await this.apply(tx, reform);
        return 1;
      });
    return applied;
  }

  /** In one order, so that two reforms wait for each other. */
  async lockHamlets(tx: Tx, { unitId, mergers }: Reform): Promise<void> {
    const ids = mergers.flatMap(({ hamletIds }) => hamletIds);
    await rowsOf(tx, sql`select 1 from units where id = ${unitId} for no key update`);
    await rowsOf(tx, sql`select 1 from units where id = any(${ids}::uuid[]) order by id for update`);
  }

  /** @throws organization.mergerBlocked */
  async refuseBlocked(reform: Reform): Promise<void> {
    for (const planned of plannedOf(reform)) await this.rehearsal.refuseBlocked(planned);
  }

  /** What stands against it now. Who was to lead may have left since: then nobody was chosen. */
  async blocks(reform: Reform): Promise<Block[]> {
    const blocks: Block[] = [];
    for (const planned of plannedOf(reform)) blocks.push(...(await this.rehearsal.blocks(planned)));
    return blocks.filter(({ code }) => code !== 'leaderNotThere');
  }

  /** @param reform scheduled, locked, with nothing against it */
  async apply(tx: Tx, reform: Reform): Promise<void> {
    for (const [at, merger] of reform.mergers.entries()) await this.hamlets.execute(tx, reform, merger, at);
    await execute(
      tx,
      sql`update reorganisations set state = 'applied', applied_at = ${this.clock.now()} where id = ${reform.id}`,
    );
    await this.outbox.append(
      tx,
      reorganisationApplied(
        { reorganisationId: reform.id },
        {
          unitId: reform.unitId,
          changes: { version: reform.version, onDate: reform.onDate },
          ...(reform.scheduledBy && { by: { personId: reform.scheduledBy } }),
        },
      ),
    );
  }
}

const plannedOf = ({ id, unitId, onDate, directiveId, mergers }: Reform) =>
  mergers.map(({ hamletIds, type, name, leaderId }) => ({
    communeId: unitId,
    hamletIds,
    type,
    name,
    leaderId,
    onDate,
    directiveId,
    reorganisationId: id,
  }));
