import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '#platform/secrets';

/** Six figures for one test mail: worked out of its id, so that no code is kept anywhere. */
@Injectable()
export class MailboxCodes {
  constructor(private readonly secrets: Secrets) {}

  async of(mailId: string): Promise<string> {
    const digest = createHmac('sha256', await this.secrets.of('mailbox-codes'))
      .update(`mailbox code ${mailId}`)
      .digest();
    return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
  }
}
