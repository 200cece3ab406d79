/** Times by which Telegram's limits are raised where the bench measures speed. */
const PACE = 1_000;

/** The same channel with limits that hold nothing back; e-mail and Zalo have settings of their own for that. */
export function scaledChannel(env, channel, { createTelegramChannel, createWebPushChannel }) {
  if (channel.id === 'telegram')
    return createTelegramChannel({ token: env.TELEGRAM_BOT_TOKEN, root: env.TELEGRAM_API_ROOT, pace: PACE });
  if (channel.id === 'web-push')
    return createWebPushChannel({
      publicKey: env.VAPID_PUBLIC_KEY,
      privateKey: env.VAPID_PRIVATE_KEY,
      subject: env.VAPID_SUBJECT,
      hosts: env.PUSH_HOSTS.split(','),
      perSecond: 100 * PACE,
    });
  return channel;
}
