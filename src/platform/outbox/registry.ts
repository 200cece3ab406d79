import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type DefinedEvent, definedEvents } from './event.ts';
import { HANDLER, type HandlerMark, type Occurrence } from './on-event.ts';

type Handler<T = unknown> = (payload: T, occurrence: Occurrence) => Promise<void>;

/**
 * Who hears of which event: every @OnEvent method, found at boot, and what was subscribed before. Refuses to start when an
 * event has no subscriber or a subscriber is there twice.
 */
@Injectable()
export class EventRegistry {
  private readonly handlers = new Map<string, Map<string, Handler>>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /**
   * Subscribes where a table says what is to happen, instead of a method for each of its rows. Called in a provider's
   * onModuleInit, so that the check at boot finds it. What holds for @OnEvent holds here: `subscriber` is persisted data,
   * the handler is idempotent.
   * @throws Error when the event has a subscriber of this name.
   */
  subscribe<T>(event: DefinedEvent<T>, subscriber: string, handler: Handler<T>): void {
    this.add({ event: event.definition.name, subscriber }, handler as Handler);
  }

  /** @throws Error that says which event or subscriber is wrong and what to write. */
  discover(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (instance && typeof instance === 'object') this.scan(instance as object);
    }
    for (const event of definedEvents().values()) {
      if (!event.auditOnly && !this.handlers.has(event.name)) {
        throw new Error(
          `Event ${event.name} has no subscriber: write @OnEvent for it in a *.subscribers.ts, name it in a definition that is subscribed (a message's \`on\`), or define it with { auditOnly: true }.`,
        );
      }
    }
  }

  subscribersOf(event: string): string[] {
    return [...(this.handlers.get(event)?.keys() ?? [])];
  }

  handler(event: string, subscriber: string): Handler | undefined {
    return this.handlers.get(event)?.get(subscriber);
  }

  private scan(instance: object): void {
    for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
      const method = (instance as Record<string, unknown>)[name];
      if (typeof method !== 'function') continue;
      for (const mark of (Reflect.getMetadata(HANDLER, method) as HandlerMark[] | undefined) ?? [])
        this.add(mark, method.bind(instance));
    }
  }

  private add({ event, subscriber }: HandlerMark, handler: Handler): void {
    const ofEvent = this.handlers.get(event) ?? new Map<string, Handler>();
    if (ofEvent.has(subscriber))
      throw new Error(`Event ${event} has subscriber ${subscriber} twice: give one of them another name.`);
    this.handlers.set(event, ofEvent.set(subscriber, handler));
  }
}
