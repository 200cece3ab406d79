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

/** Decides by one row per tick whether it is due; the first process to move the row acts. */
@Injectable()
export class TickTurns {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  async take(name: string, everyMs: number, now: Date, work: () => Promise<unknown>): Promise<void> {
    try {
      if (await this.isMine(name, everyMs, now)) await work();
    } catch (error) {
      this.log.error({ tick: name, error }, 'a tick failed; the next one tries again');
    }
  }

  /** Nine tenths of the period: timers of several processes drift against each other. */
  private async isMine(name: string, everyMs: number, now: Date): Promise<boolean> {
    const due = new Date(now.getTime() - everyMs * 0.9);
    const rows = await this.database.rows(
      sql`insert into ticks (name, ran_at) values (${name}, ${now})
       on conflict (name) do update set ran_at = ${now} where ticks.ran_at <= ${due} returning name`,
    );
    return rows.length === 1;
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
      this.scheduler.addInterval(
        mark.name,
        setInterval(() => this.turn(mark.name, mark.everyMs, run), mark.everyMs / this.clock.speed),
      );
    }
  }

  private turn(name: string, everyMs: number, work: () => Promise<unknown>): void {
    const turn = this.turns.take(name, everyMs, this.clock.now(), work).finally(() => this.running.delete(turn));
    this.running.add(turn);
  }
}
