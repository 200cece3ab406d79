import { Global, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENV, type Env } from '#platform/config';
import { Queues } from '#platform/queue';
import { HandleEvent } from './handle-event.ts';
import { KeptEvents } from './kept-events.ts';
import { Handlings } from './handlings.ts';
import { EventHandling, OutboxEntry } from './outbox.entity.ts';
import { Outbox } from './outbox.ts';
import { EventRegistry } from './registry.ts';
import { EVENTS_QUEUE, type HandlingJob, Relay } from './relay.ts';
import { Wake } from './wake.ts';

@Global()
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([EventHandling, OutboxEntry])],
  providers: [Outbox, EventRegistry, Relay, HandleEvent, Handlings, KeptEvents, Wake],
  exports: [Outbox, EventRegistry, Relay, HandleEvent, Handlings],
})
export class OutboxModule implements OnApplicationBootstrap {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly registry: EventRegistry,
    private readonly handle: HandleEvent,
    private readonly queues: Queues,
    private readonly wake: Wake,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.registry.discover();
    if (this.env.ROLE === 'api') return;
    this.queues.register<HandlingJob>(EVENTS_QUEUE, (data) => this.handle.execute(data), { concurrency: 8 });
    await this.wake.start();
  }
}
