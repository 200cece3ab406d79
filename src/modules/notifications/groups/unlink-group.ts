import { Injectable } from '@nestjs/common';
import { TeamGroupsApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { notificationErrors } from '../notifications.errors.ts';
import { groupUnlinked } from '../notifications.events.ts';
import { type LinkedGroup, GroupStore } from './group-store.ts';

/** The bot writes there no more. The register keeps the group's name: people may go on using it. */
@Injectable()
export class UnlinkGroup {
  constructor(
    private readonly database: Database,
    private readonly store: GroupStore,
    private readonly groups: TeamGroupsApi,
    private readonly outbox: Outbox,
  ) {}

  /** Nothing linked is no fault. @throws notification.teamNotFound, platform.denied */
  async ofTeam(actor: Actor, teamId: string): Promise<void> {
    const owner = await this.groups.owner({ teamId });
    if (!owner) throw notificationErrors.teamNotFound();
    if (!(await this.groups.may(actor, owner))) throw platformErrors.denied();
    const chat = await this.store.ofOwner({ teamId });
    if (chat) await this.end(actor, chat, owner.unitId);
  }

  /** The caller has asked for the right. */
  async end(actor: Actor, chat: LinkedGroup, unitId: string): Promise<void> {
    await this.database.tx(async (tx) => {
      await this.store.end(tx, chat.id, actor.personId);
      await this.outbox.append(
        tx,
        groupUnlinked(
          { groupId: chat.id, ...(chat.teamId ? { teamId: chat.teamId } : { unitId }) },
          { unitId, changes: { channel: chat.channel } },
        ),
        actor,
      );
    });
  }
}
