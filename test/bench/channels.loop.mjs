/**
 * The obvious way beside the product: the same calls by the same clients, in a bare loop per channel, so many at once; no
 * database, no guards, no retries. Answers with the seconds that it took.
 */
import { configuredChannels, createTelegramChannel, createWebPushChannel } from '#channels';
import { scaledChannel } from './channels.scaled.mjs';

const env = { ...process.env, ZALO_OA_PER_MINUTE: Number(process.env.ZALO_OA_PER_MINUTE), MAIL_PER_SECOND: 1e6 };
const message = JSON.parse(process.argv[2]);
const tokens = { withToken: (use) => use(process.argv[3]), health: async () => ({ state: 'ok' }) };
const interactions = () => ({ sentSince: 0, lastInteractionAt: new Date() });
const doors = { tokens, now: () => new Date(), interactions };
const channels = configuredChannels(env, { zalo: doors }).map((channel) =>
  scaledChannel(env, channel, { createTelegramChannel, createWebPushChannel }),
);

async function loop(channel, addresses, atOnce) {
  const parts = channel.render(message);
  let next = 0;
  let failed = 0;
  const one = async () => {
    for (let n = next++; n < addresses.length; n = next++) {
      const signal = AbortSignal.timeout(channel.limits.timeoutMs);
      const context = { deliveryKey: `loop ${process.pid} ${n}`, attempt: 1, signal };
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
