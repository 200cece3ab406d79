import 'reflect-metadata';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { SchedulerRegistry } from '@nestjs/schedule';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { Log } from '#platform/logging';
import { Clock } from './clock.ts';

const TICK = Symbol('tick');

/** Calls the method every `everyMs`, once over all processes: PostgreSQL decides who acts. `name` is persisted data. */
export function Tick(name: string, everyMs: number) {
  return <T>(_target: object, _property: string, descriptor: TypedPropertyDescriptor<() => Promise<T>>) => {
    Reflect.defineMetadata(TICK, { name, everyMs }, descriptor.value as object);
  };
}

/** How far ahead of the database's clock a tick may stand before it is said: the clock of a server is put right in small steps. */
const MOST_AHEAD = '5 seconds';

/** Decides by one row per tick whether it is due, by the database's clock; the first process to move the row acts. */
@Injectable()
export class TickTurns {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** @param everyMs the time between two turns, by the clock of the machine */
  async take(name: string, everyMs: number, work: () => Promise<unknown>): Promise<void> {
    try {
      if (await this.isMine(name, everyMs)) await work();
    } catch (error) {
      this.log.error({ tick: name, error }, 'a tick failed; the next one tries again');
    }
  }

  /**
   * Nine tenths of the period: timers of several processes drift against each other. A tick that was taken in the future, by
   * a clock that was wrong, is put right at once, or it would stand still for as long as the clock was ahead.
   */
  private async isMine(name: string, everyMs: number): Promise<boolean> {
    const [taken] = await this.database.rows<{ wasAhead: boolean; ranAt: Date | null }>(
      sql`with before as (select ran_at from ticks where name = ${name}), taken as (
         insert into ticks (name, ran_at) values (${name}, clock_timestamp())
         on conflict (name) do update set ran_at = clock_timestamp()
           where ticks.ran_at <= clock_timestamp() - make_interval(secs => ${everyMs * 0.0009})
              or ticks.ran_at > clock_timestamp() + ${MOST_AHEAD}::interval
         returning name)
       select coalesce((select ran_at > clock_timestamp() + ${MOST_AHEAD}::interval from before), false) as "wasAhead",
              (select ran_at from before) as "ranAt" from taken`,
    );
    if (taken?.wasAhead) this.log.warn({ tick: name, ranAt: taken.ranAt }, 'a tick stood in the future: put right');
    return taken !== undefined;
  }
}

/** Runs @Tick methods in worker processes through @nestjs/schedule's registry. */
@Injectable()
export class Ticks implements OnApplicationBootstrap, OnModuleDestroy {
  private running = new Set<Promise<void>>();

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly scheduler: SchedulerRegistry,
    private readonly clock: Clock,
    private readonly turns: TickTurns,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.ROLE === 'api' || this.env.TICKS === 'off') return;
    for (const { instance } of this.discovery.getProviders()) {
      if (instance && typeof instance === 'object') this.schedule(instance as object);
    }
  }

  /** Before the queues and the database close: a running tick may need both. */
  async onModuleDestroy(): Promise<void> {
    for (const name of this.scheduler.getIntervals()) this.scheduler.deleteInterval(name);
    await Promise.allSettled(this.running);
  }

  private schedule(instance: object): void {
    for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
      const work = (instance as Record<string, unknown>)[method];
      const mark =
        typeof work === 'function'
          ? (Reflect.getMetadata(TICK, work) as { name: string; everyMs: number } | undefined)
          : undefined;
      if (!mark) continue;
      const run = (work as () => Promise<unknown>).bind(instance);
      const everyMs = mark.everyMs / this.clock.speed;
      this.scheduler.addInterval(
        mark.name,
        setInterval(() => this.turn(mark.name, everyMs, run), everyMs),
      );
    }
  }

  private turn(name: string, everyMs: number, work: () => Promise<unknown>): void {
    const turn = this.turns.take(name, everyMs, work).finally(() => this.running.delete(turn));
    this.running.add(turn);
  }
}
