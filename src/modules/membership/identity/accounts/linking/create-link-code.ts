import { Inject, Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { ENV, type Env } from '#platform/config';
import { Database } from '#platform/database';
import { LinkCodes } from './link-codes.ts';

type Answer = RouteAnswer<typeof routes.createLinkCode>;
type Way = Answer['ways'][number];

/** A code of the signed-in person, and where it can be sent: a link where the platform has one, a text everywhere. */
@Injectable()
export class CreateLinkCode {
  constructor(
    private readonly database: Database,
    private readonly codes: LinkCodes,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async execute(actor: Actor): Promise<Answer> {
    const { code, expiresAt } = await this.database.tx((tx) => this.codes.issue(tx, actor.personId));
    return { code, expiresAt: expiresAt.toISOString(), ways: this.ways(code) };
  }

  /** Only chats that can hear: a bot whose webhook is refused would leave the person without an answer. */
  private ways(code: string): Way[] {
    const { env } = this;
    const text = `LIENKET ${code}`;
    const telegram = env.TELEGRAM_BOT_NAME ? `https://t.me/${env.TELEGRAM_BOT_NAME}?start=${code}` : null;
    const account = env.ZALO_OA_ID ? `https://zalo.me/${env.ZALO_OA_ID}` : null;
    const ways: (Way | false)[] = [
      Boolean(env.TELEGRAM_BOT_TOKEN && env.TELEGRAM_WEBHOOK_SECRET) && { space: 'telegram', url: telegram, text },
      Boolean(env.ZALO_APP_ID && env.ZALO_OA_SECRET_KEY) && { space: 'zalo-oa', url: account, text },
      Boolean(env.ZALO_BOT_TOKEN && env.ZALO_BOT_SECRET) && {
        space: 'zalo-bot',
        url: env.ZALO_BOT_LINK ?? null,
        text,
      },
    ];
    return ways.filter((way) => way !== false);
  }
}
