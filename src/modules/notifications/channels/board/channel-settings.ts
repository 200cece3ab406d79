import { Inject, Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { ChannelId } from '#contracts/enums';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { ENV, type Env } from '#platform/config';
import { DeliveryChannels } from '../../delivery-channels.ts';

type Name = keyof Env;
interface Variables {
  needed: readonly Name[];
  more?: readonly Name[];
}

/** Without all that is needed a channel is off (libs/channels/configured-*.ts). */
const ofChannels: Partial<Record<ChannelId, Variables>> = {
  'zalo-oa': {
    needed: ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_SECRET_KEY'],
    more: ['ZALO_OA_ID', 'ZALO_OA_PER_MINUTE'],
  },
  'zalo-bot': { needed: ['ZALO_BOT_TOKEN'], more: ['ZALO_BOT_SECRET', 'ZALO_BOT_LINK'] },
  'zalo-mini': { needed: ['ZALO_MINI_APP_ID', 'ZALO_MINI_API_KEY', 'ZALO_MINI_TEMPLATE'] },
  'zalo-zbs': { needed: ['ZALO_ZBS_TEMPLATE'] },
  'zalo-gmf': { needed: ['ZALO_GMF', 'ZALO_GMF_ADMINS'], more: ['ZALO_GMF_PRODUCT'] },
  telegram: {
    needed: ['TELEGRAM_BOT_TOKEN'],
    more: ['TELEGRAM_BOT_NAME', 'TELEGRAM_APP_LINK', 'TELEGRAM_WEBHOOK_SECRET'],
  },
  'web-push': { needed: ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT'] },
  email: { needed: ['SMTP_URL'], more: ['MAIL_FROM', 'MAIL_PER_SECOND'] },
};
const ofAll: Variables = {
  needed: ['PUBLIC_URL'],
  more: ['QUIET_FROM', 'QUIET_TO', 'DIGEST_AT', 'HOLD_SECONDS', 'PAID_ROUTES', 'PAID_VND_PER_MONTH'],
};

/** What may be read by whoever administers the installation; anything else is a secret, or holds one. */
const OPEN: ReadonlySet<Name> = new Set<Name>([
  ...ofAll.needed,
  ...(ofAll.more ?? []),
  'ZALO_APP_ID',
  'ZALO_OA_ID',
  'ZALO_OA_PER_MINUTE',
  'ZALO_BOT_LINK',
  'ZALO_MINI_APP_ID',
  'ZALO_GMF',
  'ZALO_GMF_PRODUCT',
  'TELEGRAM_BOT_NAME',
  'TELEGRAM_APP_LINK',
  'VAPID_PUBLIC_KEY',
  'VAPID_SUBJECT',
  'MAIL_FROM',
  'MAIL_PER_SECOND',
]);

/** What is set outside of the application stays there; it is shown, so that nobody has to look for it on the server. */
@Injectable()
export class ChannelSettings {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly scope: Scope,
    private readonly channels: DeliveryChannels,
  ) {}

  async execute(actor: Actor): Promise<RouteAnswer<typeof routes.channelSettings>> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    const on = new Set(this.channels.inOrder.map(({ id }) => id));
    const rows = Object.entries(ofChannels) as [ChannelId, Variables][];
    return [
      ...rows.map(([channel, variables]) => ({ channel, on: on.has(channel), variables: this.read(variables) })),
      { channel: null, on: true, variables: this.read(ofAll) },
    ];
  }

  private read({ needed, more = [] }: Variables) {
    return [...needed, ...more].map((name) => {
      const value = this.env[name];
      const isSet = value !== undefined && value !== '';
      return { name, isSet, needed: needed.includes(name), value: isSet && OPEN.has(name) ? String(value) : null };
    });
  }
}
