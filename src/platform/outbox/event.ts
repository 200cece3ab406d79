import type { z } from 'zod';
import type { Actor } from '#platform/auth';

/** A kind of event: its name is persisted data, its payload holds ids only, new fields are optional. */
export interface EventDefinition<T = unknown> {
  name: string;
  payload: z.ZodType<T>;
  /** True when nobody needs to hear of it and the row is kept as audit trail only. */
  auditOnly: boolean;
}

/** Who stands behind an event. */
export type EventActor = Pick<Actor, 'personId' | 'postId' | 'commandId'> & Partial<Pick<Actor, 'sessionId' | 'posts'>>;

/** What happened, on its way into the outbox. `changes` are changed fields without personal data. */
export interface OutboxEvent<T = unknown> {
  definition: EventDefinition<T>;
  payload: T;
  unitId?: string;
  changes?: Record<string, unknown>;
  /** Where several people's events are written together; else who acts is given beside the event. */
  by?: EventActor;
}

/** An event as whoever subscribes to it names it. */
export interface DefinedEvent<T = unknown> {
  definition: EventDefinition<T>;
}
/** What an event carries. */
export type PayloadOf<E extends DefinedEvent> = E extends DefinedEvent<infer T> ? T : never;

type EventFactory<T> = ((payload: T, extra?: Pick<OutboxEvent, 'unitId' | 'changes' | 'by'>) => OutboxEvent<T>) &
  DefinedEvent<T>;

const known = new Map<string, EventDefinition>();

/** `export const taskAssigned = defineEvent('task.assigned', z.object({ assignmentId: z.uuid() }))` */
export function defineEvent<T>(
  name: string,
  payload: z.ZodType<T>,
  { auditOnly = false }: { auditOnly?: boolean } = {},
): EventFactory<T> {
  if (known.has(name)) throw new Error(`Event ${name} is defined twice.`);
  const definition: EventDefinition<T> = { name, payload, auditOnly };
  known.set(name, definition as EventDefinition);
  return Object.assign((data: T, extra = {}) => ({ definition, payload: data, ...extra }), { definition });
}

export function definedEvents(): ReadonlyMap<string, EventDefinition> {
  return known;
}
