import { Injectable } from '@nestjs/common';
import { Tick } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import { MergeHamlets } from './merge-hamlets.ts';
import type { Block } from './merger-shares.ts';
import { RehearseMerger } from './rehearse-merger.ts';
import { AHEAD_MS, type ReformKind, ReorganisationLifecycle } from './reorganisation-lifecycle.ts';
import { type Reform, ReorganisationStore } from './reorganisation-store.ts';
import { RehearseSplit } from './splits/rehearse-split.ts';
import { SplitHamlet } from './splits/split-hamlet.ts';

const EVERY_MS = 60_000;

/**
 * The day of a reform: the dated rows of the tree are written in one transaction, with one event. What hangs on the units is
 * put in its place by whoever it belongs to, who subscribes to that event.
 */
@Injectable()
export class ApplyReorganisation implements ReformKind<Reform> {
  constructor(
    readonly store: ReorganisationStore,
    private readonly rehearsal: RehearseMerger,
    private readonly hamlets: MergeHamlets,
    private readonly splitRehearsal: RehearseSplit,
    private readonly splitHamlet: SplitHamlet,
    private readonly lifecycle: ReorganisationLifecycle,
  ) {}

  @Tick('organization.reorganisations', EVERY_MS)
  run(): Promise<number> {
    return this.lifecycle.run(this);
  }

  @Tick('organization.reorganisations-ahead', AHEAD_MS)
  lookAhead(): Promise<number> {
    return this.lifecycle.lookAhead(this);
  }

  async lockUnits(tx: Tx, { unitId, mergers, split }: Reform): Promise<void> {
    const ids = [...mergers.flatMap(({ hamletIds }) => hamletIds), ...(split ? [split.hamletId] : [])];
    await rowsOf(tx, sql`select 1 from units where id = ${unitId} for no key update`);
    await rowsOf(tx, sql`select 1 from units where id = any(${ids}::uuid[]) order by id for update`);
  }

  /** @throws organization.mergerBlocked */
  async refuseBlocked(reform: Reform): Promise<void> {
    for (const planned of plannedOf(reform)) await this.rehearsal.refuseBlocked(planned);
    const planned = plannedSplitOf(reform);
    if (planned) await this.splitRehearsal.refuseBlocked(planned);
  }

  /** What stands against it now. Who was to lead may have left since: then nobody was chosen. */
  async blocks(reform: Reform): Promise<Block[]> {
    const blocks: Block[] = [];
    for (const planned of plannedOf(reform)) blocks.push(...(await this.rehearsal.blocks(planned)));
    const planned = plannedSplitOf(reform);
    if (planned) blocks.push(...(await this.splitRehearsal.blocks(planned)));
    return blocks.filter(({ code }) => code !== 'leaderNotThere');
  }

  /** @param reform scheduled, locked, with nothing against it */
  async apply(tx: Tx, reform: Reform): Promise<void> {
    for (const [at, merger] of reform.mergers.entries()) await this.hamlets.execute(tx, reform, merger, at);
    if (reform.split) await this.splitHamlet.execute(tx, reform, reform.split);
    await this.lifecycle.applied(tx, reform);
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

const plannedSplitOf = ({ id, unitId, onDate, directiveId, split }: Reform) =>
  split && { communeId: unitId, split, onDate, directiveId, reorganisationId: id };
