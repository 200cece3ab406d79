import { Injectable } from '@nestjs/common';
import { unitKinds } from '#contracts/enums';
import { type ReformStep, reformSteps } from '#contracts/organization/reform-kinds';
import { addDays } from '#i18n';
import { Clock, Tick } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { OnEvent, Outbox } from '#platform/outbox';
import { reorganisationApplied, reorganisationResumed, unitsMoved } from '../../organization.events.ts';
import { appliedOf } from '../mergers/splits/applied-split.ts';
import { MOST_FAILURES } from '../lines/read-reforms.ts';
import { ReformShape } from '../lines/reform-lines.ts';
import { type ReformDay, ReformParts, type Settled } from '../lines/reform-parts.ts';
import { ReformRunning } from './reform-running.ts';
import { type ReformRow, ReformStore } from '../lines/reform-store.ts';

const EVERY_MS = 60_000;
const REASON_LENGTH = 300;
/**
 * Units of one transaction. People who report meanwhile wait for its rows, so it takes as many as were done in about this
 * time before: communes have ten hamlets or three hundred, machines are quick or slow.
 */
const AT_ONCE = { first: 10, most: 160 };
const ABOUT_MS = 120;

interface Step {
  step: ReformStep;
  after: string | null;
}

interface Work {
  day: ReformDay;
  shape: ReformShape;
  /** Units that end or give parts away, as they are taken. */
  sources: readonly string[];
  /** Where each went does not change any more; each batch would ask it of the whole country. */
  settled: (tx: Tx) => Promise<ReadonlyMap<string, Settled>>;
}

/**
 * What follows the tree after the day of a reform: step by step, some units at a time. How far it is stands in the same
 * transaction as the work, so a process that dies loses nothing and nothing is done twice.
 */
@Injectable()
export class RehomeReform {
  constructor(
    private readonly database: Database,
    private readonly store: ReformStore,
    private readonly parts: ReformParts,
    private readonly outbox: Outbox,
    private readonly running: ReformRunning,
    private readonly clock: Clock,
  ) {}

  @OnEvent(reorganisationApplied, 'organization.rehome')
  async begun({ reorganisationId }: { reorganisationId: string }): Promise<void> {
    await this.finish(reorganisationId);
  }

  @OnEvent(reorganisationResumed, 'organization.rehome-resumed')
  async resumed({ reorganisationId }: { reorganisationId: string }): Promise<void> {
    await this.finish(reorganisationId);
  }

  /** What a process left when it died goes on. Gives how many reforms were open. */
  @Tick('organization.rehome', EVERY_MS)
  async run(): Promise<number> {
    const open = await this.database.rows<{ id: string }>(
      sql`select distinct reorganisation_id as id from reorganisation_steps where finished_at is null`,
    );
    for (const { id } of open) await this.finish(id);
    return open.length;
  }

  private async finish(id: string): Promise<void> {
    const [known] = await this.database.rows(
      sql`select 1 from reorganisation_steps where reorganisation_id = ${id} and finished_at is null limit 1`,
    );
    if (!known) return;
    const reform = await this.store.one(id);
    const lines = await this.store.lines(reform);
    const shape = new ReformShape(lines);
    const day = dayOf(reform, shape, this.clock.dayOf(reform.appliedAt ?? this.clock.now()));
    const sources = await this.inOrder(shape.sources());
    const work = { day, shape, sources, settled: once((tx: Tx) => this.settled(tx, day, sources, shape)) };
    try {
      await this.running.count(reform, shape);
      for (let atOnce = AT_ONCE.first, goesOn = true; goesOn; ) {
        const from = performance.now();
        goesOn = await this.database.tx((tx) => this.advance(tx, work, atOnce));
        atOnce = paced(atOnce, performance.now() - from);
      }
    } catch (error) {
      await this.failed(id, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  /**
   * The lowest first: what hangs on the hamlets of a province is in its place with its communes, some at a time, before the
   * province comes, which would hold all of it at once.
   */
  private async inOrder(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select id from units where id = any(${ids}::uuid[])
        order by array_position(${[...unitKinds].reverse()}::text[], kind), id`,
    );
    return rows.map(({ id }) => id);
  }

  /** The step that is open says why it stands still. */
  private async failed(id: string, reason: string): Promise<void> {
    await this.database.tx((tx) =>
      execute(
        tx,
        sql`update reorganisation_steps set failures = failures + 1, failed_at = ${this.clock.now()},
            failure = ${reason.slice(0, REASON_LENGTH)}
          where reorganisation_id = ${id} and position = (select min(position) from reorganisation_steps
            where reorganisation_id = ${id} and finished_at is null)`,
      ),
    );
  }

  /** One batch of the first step that is open. False when there is none, or somebody else works on it. */
  private async advance(tx: Tx, { day, shape, sources, settled }: Work, atOnce: number): Promise<boolean> {
    const step = await this.open(tx, day.reformId);
    if (!step) return false;
    const part = this.parts.of(step.step);
    const left = step.after === null ? sources : sources.slice(sources.indexOf(step.after) + 1);
    const ids = left.slice(0, atOnce);
    if (step.after === null) await part?.begin?.(tx, day);
    const known = await settled(tx);
    const units = ids.flatMap((id) => known.get(id) ?? []);
    if (units.length > 0) await part?.settle?.(tx, day, units);
    if (step.step === reformSteps.at(-1))
      await this.tell(tx, day, ids, left.length <= atOnce ? [...shape.keeps.keys()] : []);
    const now = this.clock.now();
    await execute(
      tx,
      sql`update reorganisation_steps set done = done + ${ids.length}, after_unit_id = ${ids.at(-1) ?? step.after},
          started_at = coalesce(started_at, ${now}), failures = 0, failed_at = null, failure = null, finished_at = ${left.length <= atOnce ? now : null}
        where reorganisation_id = ${day.reformId} and step = ${step.step}`,
    );
    return true;
  }

  /** The first that is not done. Where somebody else works on it nothing else is locked: the next one is theirs as well. */
  private async open(tx: Tx, id: string): Promise<Step | undefined> {
    const [step] = await rowsOf<Step & { failures: number }>(
      tx,
      sql`select s.step, s.after_unit_id as after, s.failures from reorganisation_steps s
          join reorganisations r on r.id = s.reorganisation_id and r.paused_at is null
        where s.reorganisation_id = ${id} and s.finished_at is null and s.position = (select min(f.position)
          from reorganisation_steps f where f.reorganisation_id = ${id} and f.finished_at is null) for update of s skip locked`,
    );
    return step && step.failures < MOST_FAILURES ? step : undefined;
  }

  /** Everything of these units is in its place: their members may hear of it. Once all are, those of units with another name. */
  private async tell(
    tx: Tx,
    { reformId, onDate, byId }: ReformDay,
    ids: readonly string[],
    keptIds: readonly string[],
  ) {
    const pairs = await rowsOf<{ fromUnitId: string; toUnitId: string }>(
      tx,
      sql`select distinct o.ancestor_id as "fromUnitId", n.ancestor_id as "toUnitId" from unit_closure_at((${onDate}::date - 1)) o
            join unit_closure_at(${onDate}::date) n on n.descendant_id = o.descendant_id and n.ancestor_kind = 'commune'
           where o.ancestor_id = any(${ids}::uuid[]) and o.ancestor_kind = 'commune' and o.descendant_kind = 'hamlet'
             and n.ancestor_id <> o.ancestor_id
          union all
          select n.unit_id, n.unit_id from unit_versions n join units u on u.id = n.unit_id and u.kind = 'commune'
            join unit_versions o on o.unit_id = n.unit_id and upper(o.validity) = lower(n.validity)
           where n.unit_id = any(${keptIds}::uuid[]) and lower(n.validity) = ${onDate}::date
             and (n.type, n.name) is distinct from (o.type, o.name)
          order by 1, 2`,
    );
    await this.outbox.appendMany(
      tx,
      pairs.map((pair) => unitsMoved({ reorganisationId: reformId, ...pair }, { unitId: pair.toUnitId })),
      { personId: byId },
    );
  }

  private async settled(
    tx: Tx,
    { onDate }: ReformDay,
    ids: readonly string[],
    shape: ReformShape,
  ): Promise<Map<string, Settled>> {
    const rows = await rowsOf<{ id: string; heirIds: string[] }>(
      tx,
      sql`select id, array_agg(heir_id order by hamlets desc, heir_id) as "heirIds" from (
            select s.from_unit_id as id, s.to_unit_id as heir_id, count(n.descendant_id) as hamlets from unit_successors s
              left join unit_closure_at((${onDate}::date - 1)) o on o.ancestor_id = s.from_unit_id and o.descendant_kind = 'hamlet'
              left join unit_closure_at(${onDate}::date) n on n.ancestor_id = s.to_unit_id and n.descendant_id = o.descendant_id
             where s.from_unit_id = any(${ids}::uuid[]) group by 1, 2) h
        group by id`,
    );
    const heirs = new Map(rows.map(({ id, heirIds }) => [id, heirIds]));
    return new Map(
      ids.map((id) => {
        const heirIds = heirs.get(id) ?? [];
        return [id, { id, ended: shape.ends(id), heirIds, mainHeirId: heirIds[0] ?? null }];
      }),
    );
  }
}

/** Asked when it is first needed. */
function once<T>(ask: (tx: Tx) => Promise<T>): (tx: Tx) => Promise<T> {
  let answer: Promise<T> | undefined;
  return (tx) => (answer ??= ask(tx));
}

/** Never more than twice as many as before: what comes next may be larger. */
const paced = (atOnce: number, tookMs: number): number =>
  Math.min(AT_ONCE.most, atOnce * 2, Math.max(1, Math.round((atOnce * ABOUT_MS) / Math.max(1, tookMs))));

function dayOf(reform: ReformRow, shape: ReformShape, appliedOn: string): ReformDay {
  const { id, onDate, scheduledBy, pastDays } = reform;
  const from = appliedOn > onDate ? appliedOn : onDate;
  return {
    reformId: id,
    onDate,
    from,
    byId: scheduledBy ?? '',
    posts: shape.lines.flatMap(({ kind, personId, type: role, name, intoPosition, standIn, seat, settled }) => {
      const unitId = shape.heirs.get(intoPosition ?? 0)?.unitId;
      return kind === 'post' && personId && role && unitId
        ? [{ personId, role, title: name ?? '', unitId, standIn, seat, replaces: settled }]
        : [];
    }),
    pastUntil: addDays(from, pastDays),
    splits: [...shape.splits.values()].flatMap((split) =>
      appliedOf(reform, [split]).map((applied) => ({ ...applied, dividedId: split.parentId ?? '' })),
    ),
  };
}
