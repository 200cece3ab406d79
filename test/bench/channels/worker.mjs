/**
 * A worker of the channels bench: the product as built, with the channels that its environment configures. Where limits are
 * scaled up, Telegram's and the push service's are made here: they have no setting for it.
 */
import 'reflect-metadata';
import { createTelegramChannel, createWebPushChannel } from '#channels';
import { DeliveryChannels } from '#modules/notifications';
import { loadEnv } from '#platform/config';
import { createContext } from '../../../dist/src/create-context.js';
import { OaAccount } from '../../../dist/src/modules/notifications/zalo/oa-account.js';
import { scaledChannel } from './scaled.mjs';

const [isScaled, tokens] = [process.argv[2] === 'scaled', process.argv[3]];
const env = loadEnv({ ...process.env, ROLE: 'worker' });
const app = await createContext(env);
if (isScaled) {
  const channels = app.get(DeliveryChannels, { strict: false });
  channels.use(
    channels.inOrder.map((channel) => scaledChannel(env, channel, { createTelegramChannel, createWebPushChannel })),
  );
}
if (tokens) await app.get(OaAccount, { strict: false }).tokens.adopt({ ok: true, ...JSON.parse(tokens) });
process.on('message', () => void app.close().then(() => process.exit(0)));
process.send('ready');
