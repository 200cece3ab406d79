/** How the installation itself runs, for whoever administers it. */
import { z } from 'zod';
import { channelIds } from '../enums.ts';
import { id, instant } from '../primitives.ts';
import { route } from '../route.ts';
import { partIds, partStates } from './parts.ts';

const part = z.enum(partIds);
const channelId = z.enum(channelIds);

export const SystemPart = z
  .object({
    part,
    state: z.enum(partStates),
    /** Null: it could not be measured. */
    value: z.number().nullable(),
    /** What stands beside it: how many wait, bytes that are free, connections of how many. */
    facts: z.record(z.string(), z.number()),
    /** What exactly, where one of several is: a process by machine, number and role, or the channels that fail. */
    at: z.string().optional(),
    watch: z.number().nullable(),
    alarm: z.number(),
    /** The worst of each hour of the last 24, oldest first; null: not measured in that hour. */
    hours: z.array(z.number().nullable()).length(24),
  })
  .meta({ id: 'SystemPart' });

export const SystemBoard = z
  .object({
    asOf: instant,
    version: z.string(),
    parts: z.array(SystemPart),
    /** YYYY-MM of the figures on the public page. */
    publicMonth: z.string(),
  })
  .meta({ id: 'SystemBoard' });

export const FailedHandling = z
  .object({
    eventId: id,
    event: z.string(),
    subscriber: z.string(),
    attempts: z.int(),
    /** What the last attempt failed of, without numbers and tokens. */
    failure: z.string(),
    occurredAt: instant,
    nextAttemptAt: instant,
  })
  .meta({ id: 'FailedHandling' });

export const SystemQueues = z
  .object({
    queues: z.array(z.object({ queue: z.string(), waiting: z.int(), active: z.int() })),
    /** The fifty that wait longest. */
    failed: z.array(FailedHandling).max(50),
    failedTotal: z.int(),
    asOf: instant,
  })
  .meta({ id: 'SystemQueues' });

export const StuckMessages = z
  .object({
    channels: z.array(
      z.object({
        channel: channelId,
        /** Should have gone fifteen minutes ago. */
        stuck: z.int(),
        /** Since when the oldest of them waits. */
        since: instant.nullable(),
        /** Perhaps sent, perhaps not. */
        inDoubt: z.int(),
        /** Of those who wait, how many another channel reaches. */
        otherWay: z.int(),
        /** Why the channel does not send, as it said itself. */
        detail: z.string().nullable(),
      }),
    ),
    asOf: instant,
  })
  .meta({ id: 'StuckMessages' });

export const systemRoutes = {
  system: route({
    method: 'GET',
    path: '/system',
    summary: 'How the installation runs: each part with its measure, its state and its last day',
    access: 'channel.manage',
    response: SystemBoard,
  }),
  systemQueues: route({
    method: 'GET',
    path: '/system/queues',
    summary: 'What the queues hold, and which events could not be handled',
    access: 'channel.manage',
    response: SystemQueues,
  }),
  retryFailed: route({
    method: 'POST',
    path: '/system/failed/retry',
    summary: 'Events that could not be handled are tried again now: one, or all',
    access: 'channel.manage',
    command: true,
    body: z.strictObject({ eventId: id.optional() }).meta({ id: 'RetryFailed' }),
    response: z.object({ count: z.int() }).meta({ id: 'RetriedFailed' }),
  }),
  stuckMessages: route({
    method: 'GET',
    path: '/system/stuck',
    summary: 'Messages that should have gone, by channel',
    access: 'channel.manage',
    response: StuckMessages,
  }),
  resendStuck: route({
    method: 'POST',
    path: '/system/stuck/resend',
    summary: "A channel's stuck messages are tried again now",
    access: 'channel.manage',
    command: true,
    body: z.strictObject({ channel: channelId }).meta({ id: 'ResendStuck' }),
    response: z.object({ count: z.int() }).meta({ id: 'ResentStuck' }),
  }),
};
