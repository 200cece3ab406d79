import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { slipCodeIn } from '#contracts/access/slip-codes';
import { Database, sql } from '#platform/database';
import { inviteErrors } from '../../membership.errors.ts';
import { Invites } from '../invites/invites.ts';
import { SlipCodes } from './slip-codes.ts';
import { SlipTries } from './slip-tries.ts';

/** From the six letters on paper to the invite that they stand for. It stays as it is: "Đúng, là tôi" uses it. */
@Injectable()
export class OpenSlipCode {
  constructor(
    private readonly database: Database,
    private readonly codes: SlipCodes,
    private readonly tries: SlipTries,
    private readonly invites: Invites,
  ) {}

  /** @throws invite.noSuchSlip, errors of an invite that is over, invite.tooManySlipTries, invite.onlyBySquare */
  async execute(
    { slipCode, device }: RouteBody<typeof routes.openSlipCode>,
    address: string,
  ): Promise<RouteAnswer<typeof routes.openSlipCode>> {
    const typed = slipCodeIn(slipCode);
    // Nothing that was printed: a slip of the finger, not a guess.
    if (!typed) throw inviteErrors.noSuchSlip();
    const wasRight = await this.tries.begin({ address, device });
    const hash = await this.codes.hashOf(typed);
    const row = await this.database.one<{ id: string }>(
      sql`select id from invites where slip_hash = ${hash} order by created_at desc, id desc limit 1`,
    );
    if (!row) throw inviteErrors.noSuchSlip();
    const code = await this.codes.long(row.id);
    await this.invites.open(this.database.manager, code);
    await wasRight();
    return { code };
  }
}
