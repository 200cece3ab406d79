/** What Zalo says of a mini-app's tokens: whose they are, and which number is theirs. A client's own word is never taken. */
import { Inject, Injectable } from '@nestjs/common';
import { type GraphClient, type GraphFailure, zaloGraph } from '#channels';
import { ENV, type Env } from '#platform/config';
import { zaloErrors } from '../../../membership.errors.ts';
import { AccountLimits } from '../account-limits.ts';
import { RefusedProofs } from './refused-proofs.ts';
import type { ProvenAccount } from './telegram-launches.ts';

const RETRY_AFTER_S = 5;

@Injectable()
export class ZaloPeople {
  private readonly graph: GraphClient | undefined;

  constructor(
    private readonly refusals: RefusedProofs,
    private readonly limits: AccountLimits,
    @Inject(ENV) env: Env,
  ) {
    this.graph = env.ZALO_APP_ID ? zaloGraph(env) : undefined;
  }

  /** @param address of the caller: wrong tokens are counted by it. @throws errors of zaloErrors, account.tooManyTries */
  async prove(accessToken: string, address: string): Promise<ProvenAccount> {
    const caller = { space: 'address', externalId: address };
    await this.limits.check('graph', caller);
    const person = await this.client().me(accessToken);
    if (person.ok) return { externalId: person.id, displayName: person.name ?? '' };
    if (person.code === 'zalo.tokenInvalid') await this.limits.count('graph', caller);
    throw await this.refused('zalo-token', person);
  }

  /**
   * The token says who asks, and that must be the account that the number is for.
   * @returns the number as Zalo has it, without a plus
   */
  async provePhone(externalId: string, accessToken: string, phoneToken: string): Promise<string> {
    const person = await this.client().me(accessToken);
    if (!person.ok) throw await this.refused('zalo-token', person);
    if (person.id !== externalId) {
      await this.refusals.count('zalo-phone', 'of-another');
      throw zaloErrors.tokenOfAnother();
    }
    const answer = await this.client().phone(accessToken, phoneToken);
    if (!answer.ok) throw await this.refused('zalo-phone', answer);
    return answer.number;
  }

  private client(): GraphClient {
    if (!this.graph) throw zaloErrors.notConfigured();
    return this.graph;
  }

  private async refused(kind: 'zalo-token' | 'zalo-phone', { code }: GraphFailure) {
    const name = code.slice('zalo.'.length) as keyof typeof zaloErrors;
    await this.refusals.count(kind, name);
    const error = zaloErrors[name]();
    return error.status === 503 ? error.after(RETRY_AFTER_S) : error;
  }
}
