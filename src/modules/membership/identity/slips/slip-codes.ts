import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SLIP_LENGTH, SLIP_LETTERS } from '#contracts/access/slip-codes';
import { Secrets } from '#platform/secrets';

/** The codes of a slip, worked out of the invite's id by the installation's key: they stand in no row and can be shown again. */
@Injectable()
export class SlipCodes {
  constructor(private readonly secrets: Secrets) {}

  /** 128 bits, base64url, as of any invite: what the square says. */
  async long(inviteId: string): Promise<string> {
    return (await this.digest(`square ${inviteId}`)).subarray(0, 16).toString('base64url');
  }

  /** Thirty bits: what is typed. Two invites may have the same; the database keeps it from both being open. */
  async short(inviteId: string): Promise<string> {
    const digest = await this.digest(`letters ${inviteId}`);
    return Array.from(
      { length: SLIP_LENGTH },
      (_, i) => SLIP_LETTERS[(digest[i] as number) % SLIP_LETTERS.length],
    ).join('');
  }

  /** Keyed: thirty bits would be guessed out of a plain hash at once. */
  async hashOf(slipCode: string): Promise<Buffer> {
    return this.digest(`typed ${slipCode}`);
  }

  private async digest(text: string): Promise<Buffer> {
    return createHmac('sha256', await this.secrets.of('invite-slips'))
      .update(text)
      .digest();
  }
}
