/** What Telegram signs for a mini-app: who opened it, and which number is theirs. What is refused is counted. */
import { Inject, Injectable } from '@nestjs/common';
import { type InitDataKey, type InitDataRefusal, loginByInitData, verifyRequestedContact } from '#channels';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { telegramErrors } from '../../../membership.errors.ts';
import { RefusedProofs } from './refused-proofs.ts';
import { UsedProofs } from './used-proofs.ts';

export interface ProvenAccount {
  externalId: string;
  displayName: string;
}

const launchErrors: Record<InitDataRefusal, keyof typeof telegramErrors> = {
  'not-configured': 'notConfigured',
  malformed: 'notProven',
  'wrong-signature': 'notProven',
  'no-user': 'notProven',
  'too-old': 'tooOld',
  'from-the-future': 'clockWrong',
  replayed: 'usedBefore',
};
const contactErrors: Record<InitDataRefusal | 'of-another', keyof typeof telegramErrors> = {
  ...launchErrors,
  malformed: 'contactNotProven',
  'wrong-signature': 'contactNotProven',
  'no-user': 'contactNotProven',
  'too-old': 'contactTooOld',
  'of-another': 'contactOfAnother',
};

@Injectable()
export class TelegramLaunches {
  private readonly key: InitDataKey;
  private readonly botToken: string;

  constructor(
    private readonly used: UsedProofs,
    private readonly refusals: RefusedProofs,
    private readonly clock: Clock,
    @Inject(ENV) env: Env,
  ) {
    const { TELEGRAM_BOT_TOKEN: botToken, TELEGRAM_BOT_ID: botId = '', TELEGRAM_PUBLIC_KEY: publicKey } = env;
    this.botToken = botToken ?? '';
    this.key = botToken
      ? { kind: 'hmac', botToken }
      : { kind: 'ed25519', botId, ...(publicKey !== undefined && { publicKey }) };
  }

  /** @throws errors of telegramErrors; each launch proves itself once */
  async prove(initData: string): Promise<ProvenAccount> {
    const result = await loginByInitData(initData, this.key, { now: this.clock.now() }, this.used);
    if (!result.ok) throw await this.refused('telegram-launch', result.reason, launchErrors[result.reason]);
    const { user } = result.launch;
    if (!user) throw await this.refused('telegram-launch', 'no-user', 'notProven');
    const name = `${user.firstName} ${user.lastName}`.trim();
    return { externalId: user.id, displayName: user.username ? `${name} (@${user.username})` : name };
  }

  /**
   * @param contact the raw answer of requestContact
   * @returns the number as Telegram has it, with a plus
   */
  async provePhone(externalId: string, contact: string): Promise<string> {
    const now = this.clock.now();
    const result = verifyRequestedContact(contact, this.botToken, externalId, { now });
    if (!result.ok) throw await this.refused('telegram-contact', result.reason, contactErrors[result.reason]);
    return result.phone;
  }

  private async refused(
    kind: 'telegram-launch' | 'telegram-contact',
    reason: string,
    error: keyof typeof telegramErrors,
  ) {
    await this.refusals.count(kind, reason);
    return telegramErrors[error]();
  }
}
