/**
 * Consent of the Official Account's administrator: we make a link that lives ten minutes, Zalo sends the administrator back
 * with a code, and the code becomes the account's tokens. Only the hash of the state is kept; the verifier of PKCE is
 * made from the state and the installation's secret, so that neither a link nor the database alone is worth anything.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, hashToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { ChannelLog } from '../channels/board/index.ts';
import { notificationErrors } from '../notifications.errors.ts';
import { OaAccount } from '../deliver/zalo/index.ts';
import { OaConsent as Consent } from './webhook-event.entity.ts';

const VALID_MS = 10 * 60_000;
const STATE = /^[\w-]{43}$/;
/** Zalo takes 43 letters and digits. */
const VERIFIER_LENGTH = 43;

export type ConsentOutcome = 'authorised' | 'refused' | 'expired' | 'failed';

@Injectable()
export class OaConsent {
  private readonly callback: string;

  constructor(
    @Inject(ENV) env: Env,
    private readonly secrets: Secrets,
    private readonly account: OaAccount,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly channelLog: ChannelLog,
  ) {
    this.callback = `${env.PUBLIC_URL.replace(/\/$/, '')}/zalo/oauth`;
  }

  /** The caller has checked the right. @throws notification.channelOff without a Zalo app */
  async begin(actor: Actor): Promise<{ url: string }> {
    if (!this.account.oauth) throw notificationErrors.channelOff();
    const state = randomBytes(32).toString('base64url');
    await this.database.manager.insert(Consent, {
      stateHash: hashToken(state),
      askedBy: actor.personId,
      expiresAt: new Date(this.clock.now().getTime() + VALID_MS),
    });
    return { url: this.account.oauth.consentUrl(this.callback, state, verifierOf(state, await this.secret())) };
  }

  /** What Zalo brings back. A state works once, whoever comes first. */
  async finish({ state, code }: { state?: string; code?: string }): Promise<ConsentOutcome> {
    const { oauth, tokens } = this.account;
    if (!oauth || !tokens || !state || !STATE.test(state)) return 'expired';
    const now = this.clock.now();
    const asked = await this.database.rows<Pick<Consent, 'askedBy'>>(
      sql`update oa_consents set used_at = ${now} where state_hash = ${hashToken(state)} and used_at is null
        and expires_at > ${now} returning asked_by as "askedBy"`,
    );
    if (!asked[0]) return 'expired';
    if (!code) return 'refused';
    const pair = await oauth.exchange(code, verifierOf(state, await this.secret()));
    if (!pair.ok) return 'failed';
    await tokens.adopt(pair);
    await this.channelLog.addAlone({
      channel: 'zalo-oa',
      kind: 'authorised',
      byId: asked[0].askedBy,
    });
    return 'authorised';
  }

  private secret(): Promise<string> {
    return this.secrets.of('oa-consent');
  }
}

function verifierOf(state: string, secret: string): string {
  const bytes = createHmac('sha512', secret).update(`oa consent ${state}`).digest();
  return BigInt(`0x${bytes.toString('hex')}`)
    .toString(36)
    .padStart(VERIFIER_LENGTH, '0')
    .slice(-VERIFIER_LENGTH);
}
