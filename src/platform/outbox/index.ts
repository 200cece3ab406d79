export {
  type DefinedEvent,
  defineEvent,
  definedEvents,
  type EventActor,
  type OutboxEvent,
  type PayloadOf,
} from './event.ts';
export { HandleEvent } from './handle-event.ts';
export { type FailedRow, Handlings } from './handlings.ts';
export { OnEvent, type Occurrence } from './on-event.ts';
export { Outbox } from './outbox.ts';
export * as outboxSql from './outbox.sql.ts';
export { OutboxModule } from './outbox.module.ts';
export { EventRegistry } from './registry.ts';
export { EVENTS_QUEUE, Relay } from './relay.ts';
