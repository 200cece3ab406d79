import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { reformSteps } from '#contracts/organization/reform-kinds';
import type { Actor } from '#platform/auth';
import { Tick } from '#platform/clock';
import { execute, sql, type Tx } from '#platform/database';
import { organizationErrors } from '../../organization.errors.ts';
import {
  AHEAD_MS,
  type Obstacle,
  type ReformKind,
  ReorganisationLifecycle,
} from '../mergers/reorganisation-lifecycle.ts';
import { CarryOver } from './carry-over.ts';
import { ReformChain } from '../lines/reform-chain.ts';
import { ReformTree } from '../lines/reform-tree.ts';
import type { Finding } from '../lines/reform-findings.ts';
import { ReformShape } from '../lines/reform-lines.ts';
import { reformPlan } from '../lines/reform-plan.ts';
import { type ReformRow, ReformStore } from '../lines/reform-store.ts';
import { WriteNames } from '../names/write-names.ts';
import { WriteReform } from '../drafts/write-reform.ts';

const EVERY_MS = 60_000;

/**
 * The day of a reform of communes and above: the dated rows of the tree are written in one transaction, with one event and the
 * steps that follow it. Rights, routes and lists follow the date from then on.
 */
@Injectable()
export class ApplyReform implements ReformKind<ReformRow> {
  // oxlint-disable-next-line max-params -- the plan, what writes it (the tree, names, what units hold), and what follows
  constructor(
    readonly store: ReformStore,
    private readonly tree: ReformTree,
    private readonly writeReform: WriteReform,
    private readonly carryOver: CarryOver,
    private readonly writeNames: WriteNames,
    private readonly chain: ReformChain,
    private readonly lifecycle: ReorganisationLifecycle,
  ) {}

  @Tick('organization.reforms', EVERY_MS)
  run(): Promise<number> {
    return this.lifecycle.run(this);
  }

  @Tick('organization.reforms-ahead', AHEAD_MS)
  lookAhead(): Promise<number> {
    return this.lifecycle.lookAhead(this);
  }

  async lockUnits(tx: Tx, reform: ReformRow): Promise<void> {
    const shape = new ReformShape(await this.store.lines(reform));
    await this.writeReform.lock(tx, [
      ...shape.parts.keys(),
      ...shape.keeps.keys(),
      ...shape.allotted.keys(),
      ...shape.splits.keys(),
    ]);
  }

  /** A seat that somebody was given meanwhile stops no reform on its day: it is theirs, and whoever chose another is told. */
  async blocks(reform: ReformRow, together: readonly string[] = []): Promise<Finding[]> {
    return (await this.open(reform, together)).filter(({ code }) => code !== 'seatHeld');
  }

  private async open(reform: ReformRow, together: readonly string[] = []): Promise<Finding[]> {
    const findings = await this.tree.findings({ ...reform, together }, await this.store.lines(reform));
    return findings.filter(({ blocks }) => blocks);
  }

  /** Two provinces may exchange codes on one day: neither can begin before the other. */
  async together(id: string): Promise<string[]> {
    const found = new Set([id]);
    for (const one of found) {
      const reform = await this.store.one(one);
      if (reform.state !== 'scheduled') continue;
      for (const giver of await this.tree.codeGivers(reform, await this.store.lines(reform))) found.add(giver);
    }
    return [...found].toSorted();
  }

  /** One commune's hamlets do not hold up the province: what was planned of them is planned anew in the new commune. */
  async makeWay(
    tx: Tx,
    reform: ReformRow,
    blocks: readonly Obstacle[],
    together: readonly string[],
  ): Promise<Finding[]> {
    for (const smallerId of smallerAmong(blocks))
      if (reform.scheduledBy) await this.lifecycle.giveWay(tx, smallerId, reform, reform.scheduledBy);
    return this.blocks(reform, together);
  }

  /** @throws organization.reformBlocked with the first of what stands against it */
  async refuseBlocked(reform: ReformRow): Promise<void> {
    const blocks = await this.open(reform);
    const [first] = blocks;
    if (first) throw organizationErrors.reformBlocked({ count: blocks.length, first: first.code, ...first.params });
  }

  scheduled(tx: Tx, reform: ReformRow): Promise<void> {
    return this.chain.foresee(tx, reform);
  }

  revoked(tx: Tx, reform: ReformRow, actor: Actor): Promise<void> {
    return this.chain.release(tx, reform, actor);
  }

  /** @param reform scheduled, locked, with nothing against it */
  async apply(tx: Tx, reform: ReformRow): Promise<void> {
    const lines = await this.store.lines(reform);
    const shape = new ReformShape(lines);
    const units = await this.tree.units(reform, lines);
    const below = await this.tree.below(shape.sources(), reform);
    const plan = reformPlan(lines, { units, below, newId: v7 });
    await this.writeReform.execute(tx, reform, plan);
    await this.writeNames.execute(tx, reform, lines);
    await this.carryOver.execute(tx, plan, reform.onDate);
    await this.store.nameUnits(tx, reform, plan.begins);
    await this.store.nameHalves(tx, reform, plan.halves);
    await execute(
      tx,
      sql`insert into reorganisation_steps (reorganisation_id, step, position, total)
        select ${reform.id}, step, n, ${shape.sources().length}
          from unnest(${[...reformSteps]}::text[]) with ordinality as s(step, n)`,
    );
    await this.lifecycle.applied(tx, reform, { begins: plan.begins.length, ends: plan.ends.length });
  }
}

/** Reforms of hamlets that stand against one of communes. */
export const smallerAmong = (blocks: readonly Obstacle[]): string[] =>
  blocks.flatMap(({ code, params }) =>
    code === 'otherReform' && params['reach'] === 'hamlets' ? [String(params['id'])] : [],
  );
