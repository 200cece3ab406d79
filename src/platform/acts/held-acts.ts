import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, sql, type Tx } from '#platform/database';
import { oldRows, RetentionRegistry } from '#platform/retention';
import { HeldAct } from './held-act.entity.ts';

/** An act that is still on hold: what it tells waits until then, and it is taken back by its id. */
export interface Held {
  id: string;
  /** ISO instant */
  until: string;
}
export type TakenBack = RouteAnswer<typeof routes.takeBackAct>;
type PutBack<B> = (tx: Tx, before: B, actor: Actor) => Promise<TakenBack>;

/**
 * Acts on many that can be taken back: whoever does one keeps here what was before, and says once at start how it is put back.
 * The time is the hold of the installation, in which nothing leaves by an external channel.
 */
@Injectable()
export class HeldActs implements OnModuleInit {
  private readonly handlers = new Map<string, PutBack<unknown>>();

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly retention: RetentionRegistry,
  ) {}

  /** For a day after its hold, so that who asks late hears that it is too late. */
  onModuleInit(): void {
    this.retention.keep('heldActs', oldRows({ table: sql`held_acts`, at: sql`r.until` }));
  }

  get seconds(): number {
    return this.env.HOLD_SECONDS;
  }

  /** Called in a provider's onModuleInit. `kind` is persisted data. */
  putBackBy<B>(kind: string, handler: PutBack<B>): void {
    if (this.handlers.has(kind)) throw new Error(`Acts of kind ${kind} are put back twice.`);
    this.handlers.set(kind, handler as PutBack<unknown>);
  }

  /** Null where nothing is held: then an act stands at once. @param takesMs how long the act itself may take: the hold is left whole */
  begin(takesMs = 0): Held | null {
    if (this.seconds === 0) return null;
    return { id: v7(), until: new Date(this.clock.now().getTime() + this.seconds * 1000 + takesMs).toISOString() };
  }

  /** Within the transaction of the act itself. */
  async keep(tx: Tx, act: Held | null, actor: Actor, kind: string, before: object): Promise<void> {
    if (!this.handlers.has(kind)) throw new Error(`Nobody puts acts of kind ${kind} back.`);
    if (!act) return;
    await tx.insert(HeldAct, { id: act.id, kind, personId: actor.personId, until: new Date(act.until), before });
  }

  putBack(tx: Tx, kind: string, before: unknown, actor: Actor): Promise<TakenBack> {
    const handler = this.handlers.get(kind);
    if (!handler) throw new Error(`Nobody puts acts of kind ${kind} back.`);
    return handler(tx, before, actor);
  }

  async isTakenBack(actId: string): Promise<boolean> {
    const row = await this.database.one(sql`select 1 from held_acts where id = ${actId} and taken_back_at is not null`);
    return row !== undefined;
  }
}
