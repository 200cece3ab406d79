/** The table of messages is also the table of subscriptions. */
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { assignmentCancelled, taskAccepted } from '#modules/tasks';
import { HeldActs } from '#platform/acts';
import { EventRegistry } from '#platform/outbox';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { defineMessage, type EventMessage } from './message-definition.ts';
import { LiveSignal } from '../../deliver/inbox/live-signal.ts';
import { NotificationSubscribers } from '../../notifications.subscribers.ts';
import { PlanMessage } from '../planning/plan-message.ts';
import { WithdrawMessages } from '../planning/withdraw-messages.ts';
import { NumberNews } from '../../webhooks/number-news.ts';
import { digestMessage, eventMessages, orderMessages } from './index.ts';
import { taskMessages } from './tasks-answers.messages.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(stopApps);

/** What the application does when it starts, with other messages in the table. @throws what it would not start for. */
function startWith(messages: readonly EventMessage[]): EventRegistry {
  const table = eventMessages as EventMessage[];
  const whole = [...table];
  const registry = new EventRegistry(app.get(DiscoveryService), app.get(MetadataScanner));
  const [plan, withdraw, live] = [app.get(PlanMessage), app.get(WithdrawMessages), app.get(LiveSignal)] as const;
  const others = [plan, withdraw, live, app.get(NumberNews), app.get(HeldActs)] as const;
  table.splice(0, Infinity, ...messages);
  try {
    new NotificationSubscribers(registry, ...others).onModuleInit();
  } finally {
    table.splice(0, Infinity, ...whole);
  }
  registry.discover();
  return registry;
}

it('lets each message hear of its events, under the name that waiting jobs have', () => {
  const registry = app.get(EventRegistry);
  expect(eventMessages.length).toBeGreaterThan(40);
  for (const { on, kind } of eventMessages) {
    expect(on.length).toBeGreaterThan(0);
    for (const { definition } of on)
      expect({ kind, subscribers: registry.subscribersOf(definition.name) }).toMatchObject({
        subscribers: expect.arrayContaining(['notifications.plan']),
      });
  }
});

it('has each kind once', () => {
  const kinds = [digestMessage, ...eventMessages].map(({ kind }) => kind);
  expect(kinds.filter((kind, i) => kinds.indexOf(kind) !== i)).toEqual([]);
});

it('refuses to start without the message of an event, and says what to write', () => {
  expect(() => startWith(eventMessages.filter(({ kind }) => kind !== 'difficultyAnswered'))).toThrow(
    "Event difficulty.answered has no subscriber: write @OnEvent for it in a *.subscribers.ts, name it in a definition that is subscribed (a message's `on`), or define it with { auditOnly: true }.",
  );
});

it('refuses to start when two messages tell of one event, or one is subscribed and written out as well', () => {
  const { cancelled } = orderMessages;
  const { accepted } = taskMessages;
  expect(() => startWith([...eventMessages, accepted])).toThrow(
    'Event task.accepted has subscriber notifications.plan twice',
  );
  expect(() => startWith([...eventMessages, { ...cancelled, writtenOut: false }])).toThrow(
    `Event ${assignmentCancelled.definition.name} has subscriber notifications.plan twice`,
  );
  expect(startWith(eventMessages).subscribersOf('task.accepted')).toEqual(['notifications.plan']);
});

it('gives a draft what the event carries, and nothing else', () => {
  const message = defineMessage({
    on: [taskAccepted],
    kind: 'taskAccepted',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'task',
    // @ts-expect-error an accepted task carries no unit
    draft: async ({ taskId, unitId }) => (unitId ? taskId : undefined),
  });
  expect(message.on).toEqual([taskAccepted]);
});
