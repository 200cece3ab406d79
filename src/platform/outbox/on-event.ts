import 'reflect-metadata';
import type { DefinedEvent } from './event.ts';

export const HANDLER = Symbol('event-handler');

export interface HandlerMark {
  event: string;
  subscriber: string;
}

/** The event as a subscriber gets it: the payload, and the row it came from. */
export interface Occurrence {
  id: string;
  occurredAt: Date;
  actorId: string | null;
  unitId: string | null;
}

/**
 * Marks a provider's method as the subscriber of an event. `subscriber` is persisted data: it names the job.
 * The method must be idempotent: after a crash it runs again.
 */
export function OnEvent<T>(event: DefinedEvent<T>, subscriber: string) {
  return <H extends (payload: T, occurrence: Occurrence) => Promise<void>>(
    target: object,
    property: string,
    descriptor: TypedPropertyDescriptor<H>,
  ) => {
    const marks: HandlerMark[] = Reflect.getMetadata(HANDLER, descriptor.value as object) ?? [];
    marks.push({ event: event.definition.name, subscriber });
    Reflect.defineMetadata(HANDLER, marks, descriptor.value as object);
    void target;
    void property;
  };
}
