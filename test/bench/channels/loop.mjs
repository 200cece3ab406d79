/**
 * The obvious way beside the product: the same calls by the same clients, in a bare loop per channel, so many at once; no
 * database, no guards, no retries. What they say is the product's own wording, so that it weighs the same. Answers with the
 * seconds that it took.
 */
import { randomUUID } from 'node:crypto';
import { configuredChannels, createTelegramChannel, createWebPushChannel } from '#channels';
import { Clock } from '#platform/clock';
import { loadEnv } from '#platform/config';
import { MessageRenderer } from '../../../dist/src/modules/notifications/deliver/message-renderer.js';
import { scaledChannel } from './scaled.mjs';

const TEAM = 5;
const env = loadEnv(process.env);
const order = {
  kind: 'taskAssigned',
  params: {
    title: 'Việc để đo',
    work: 'Việc để đo tốc độ gửi tin.',
    issuer: 'huyện 1',
    dueOn: '2030-12-16',
    replyBy: '2030-11-29',
  },
  sessionId: null,
};
const words = new MessageRenderer(env, new Clock(env));
const tokens = { withToken: (use) => use(process.argv[2]), health: async () => ({ state: 'ok' }) };
const interactions = () => ({ sentSince: 0, lastInteractionAt: new Date() });
const ports = { tokens, now: () => new Date(), interactions };
const channels = configuredChannels(env, { zalo: ports }).map((channel) =>
  scaledChannel(env, channel, { createTelegramChannel, createWebPushChannel }),
);

async function loop(channel, addresses, atOnce) {
  const wordsFor = words.forChunk(order, channel);
  const taskIds = Array.from({ length: Math.ceil(addresses.length / TEAM) }, () => randomUUID());
  let next = 0;
  let failed = 0;
  const one = async () => {
    for (let n = next++; n < addresses.length; n = next++) {
      const signal = AbortSignal.timeout(channel.limits.timeoutMs);
      const context = { deliveryKey: `loop ${process.pid} ${n}`, attempt: 1, signal };
      const { parts } = wordsFor({
        language: 'vi',
        mandatory: n % TEAM === 0,
        taskId: taskIds[Math.floor(n / TEAM)],
        items: null,
      });
      const result = await channel.send(channel.address.parse(addresses[n]), parts, context);
      if (!result.ok) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return failed;
}

process.on('message', async (order) => {
  if (order === 'stop') process.exit(0);
  const startedAt = performance.now();
  const failed = await Promise.all(
    channels
      .filter(({ id }) => order.addresses[id])
      .map((channel) => loop(channel, order.addresses[channel.id], order.atOnce)),
  );
  process.send({ seconds: (performance.now() - startedAt) / 1000, failed: failed.reduce((a, b) => a + b, 0) });
});
process.send('ready');
