import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { type OaTokenSource, type TokenHealth, zaloOauth } from '#channels';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { Log } from '#platform/logging';
import { OaTokenStore } from './oa-token-store.ts';

type Oauth = NonNullable<ReturnType<typeof zaloOauth>>['oauth'];
/** One line of the log per trouble is enough; a refresh that fails is tried again each minute. */
const ALARM_EVERY_MS = 3_600_000;

/**
 * The Official Account of this installation: consent and tokens, one per process. Both are undefined where no Zalo app is
 * configured. After an administrator's consent: `oauth.exchange(code, verifier)`, then `tokens.adopt(pair)`.
 */
@Injectable()
export class OaAccount {
  readonly oauth: Oauth | undefined;
  readonly tokens: OaTokenSource | undefined;

  constructor(
    @Inject(ENV) env: Env,
    store: OaTokenStore,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    const made = zaloOauth(
      env,
      store,
      () => clock.now(),
      (health) => void this.alarm(health),
    );
    this.oauth = made?.oauth;
    this.tokens = made?.tokens;
  }

  private async alarm({ state, failures }: TokenHealth): Promise<void> {
    this.log.error({ channel: 'zalo-oa', state, failures }, 'the Official Account’s tokens need a person');
    const now = this.clock.now();
    await this.database
      .rows(
        sql`insert into channel_log (id, at, channel, kind, detail)
         select ${v7()}, ${now}, 'zalo-oa', 'token_alarm', ${state}
          where not exists (select 1 from channel_log where channel = 'zalo-oa' and kind = 'token_alarm' and detail = ${state}
            and at > ${new Date(now.getTime() - ALARM_EVERY_MS)})`,
      )
      .catch((error: unknown) => this.log.warn({ error }, 'the alarm could not be noted'));
  }
}
