import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, execute, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { qrSvg } from '#qr';
import { inviteCreated, slipRenewed } from '../../membership.events.ts';
import { CreateInvite } from '../invites/create-invite.ts';
import { InviteRights } from '../../people/people/invite-rights.ts';
import { SlipCodes } from './slip-codes.ts';
import { type OpenSlip, SlipWriter } from './slip-writer.ts';

type Answer = RouteAnswer<typeof routes.showSlip>;

/** The slip of one person on a screen. While the one on paper is good, both show the same. */
@Injectable()
export class ShowSlip {
  constructor(
    private readonly database: Database,
    private readonly rights: InviteRights,
    private readonly writer: SlipWriter,
    private readonly codes: SlipCodes,
    private readonly links: CreateInvite,
    private readonly outbox: Outbox,
  ) {}

  /** @param renew the one on paper is lost: it ends. @throws platform.notFound, platform.denied */
  async execute(actor: Actor, personId: string, renew: boolean): Promise<Answer> {
    await this.rights.require(actor, personId);
    return this.database.tx(async (tx) => {
      // Of two presses the second finds the slip of the first.
      await execute(tx, sql`select 1 from people where id = ${personId} for update`);
      const kept = renew ? undefined : await this.writer.open(tx, personId);
      if (kept) return this.shown(kept);
      await this.writer.write(tx, { personIds: [personId], madeBy: actor.personId });
      await this.outbox.append(tx, renew ? slipRenewed({ personId }) : inviteCreated({ personId }), actor);
      const made = await this.writer.open(tx, personId);
      if (!made) throw platformErrors.notFound();
      return this.shown(made);
    });
  }

  private async shown({ id, isOfficer, fullName, madeAt, expiresAt }: OpenSlip): Promise<Answer> {
    const code = await this.codes.long(id);
    const url = this.links.linkOf(code, isOfficer);
    return {
      code,
      url,
      qrSvg: qrSvg(url),
      expiresAt: expiresAt.toISOString(),
      fullName,
      slipCode: await this.codes.short(id),
      madeAt: madeAt.toISOString(),
    };
  }
}
