import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { FileStore, squarePhoto } from '#platform/files';
import { OnEvent, Outbox, type PayloadOf } from '#platform/outbox';
import { cardPhotoChanged, memberLeft, peopleMerged, personAnonymised } from '../../membership.events.ts';
import { TeamAccess } from '../teams/team-access.ts';
import type { CardPhoto } from '../people/member-card.entity.ts';

/** Small on a card and on the page of a cheap phone: about 20 kB. */
const SIDE = 320;

/**
 * The picture that a member wants on their cards: put there by themselves and by nobody else, shown on the cards and on the
 * page that checks them, and gone, bytes too, when they take it off or are of no team any more.
 */
@Injectable()
export class CardPhotos {
  constructor(
    private readonly database: Database,
    private readonly access: TeamAccess,
    private readonly store: FileStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws photo.tooBig, photo.notAPhoto, photo.tooManyPixels */
  async set(actor: Actor, teamId: string, upload: Buffer): Promise<void> {
    await this.access.require(actor, 'task.report', teamId);
    const hash = await this.store.put((await squarePhoto(upload, SIDE)).bytes);
    const before = await this.database.tx(async (tx) => {
      const taken = await take(tx, actor.personId);
      await execute(
        tx,
        sql`insert into card_photos (person_id, content_hash, at) values (${actor.personId}, ${hash}, ${this.clock.now()})
          on conflict (person_id) do update set content_hash = excluded.content_hash, at = excluded.at`,
      );
      await this.outbox.append(tx, cardPhotoChanged({ teamId, personId: actor.personId }), actor);
      return taken;
    });
    if (before !== hash) await this.drop(before);
  }

  async remove(actor: Actor, teamId: string): Promise<void> {
    await this.access.require(actor, 'task.report', teamId);
    const before = await this.database.tx(async (tx) => {
      const taken = await take(tx, actor.personId);
      if (taken) await this.outbox.append(tx, cardPhotoChanged({ teamId, personId: actor.personId }), actor);
      return taken;
    });
    await this.drop(before);
  }

  bytes(hash: string): Promise<Buffer | undefined> {
    return this.store.get(hash);
  }

  @OnEvent(personAnonymised, 'membership.forget-card-photo')
  async forget({ personId }: PayloadOf<typeof personAnonymised>): Promise<void> {
    await this.drop(await this.database.tx((tx) => take(tx, personId)));
  }

  /** Both had one: the record that stays keeps its own. */
  @OnEvent(peopleMerged, 'membership.forget-card-photo')
  async forgetMerged({ absorbedId }: PayloadOf<typeof peopleMerged>): Promise<void> {
    await this.forget({ personId: absorbedId });
  }

  @OnEvent(memberLeft, 'membership.forget-card-photo')
  async forgetWhoLeft({ personId }: PayloadOf<typeof memberLeft>): Promise<void> {
    const [other] = await this.database.rows(
      sql`select 1 from team_members where person_id = ${personId} and validity @> ${this.clock.today()}::date limit 1`,
    );
    if (!other) await this.forget({ personId });
  }

  /** Two members may have put up the same picture. */
  private async drop(hash: string | undefined): Promise<void> {
    if (!hash) return;
    const [other] = await this.database.rows(sql`select 1 from card_photos where content_hash = ${hash} limit 1`);
    if (!other) await this.store.remove(hash);
  }
}

/** Gives the hash of the one that there was. */
async function take(tx: Tx, personId: string): Promise<string | undefined> {
  const [row] = await rowsOf<Pick<CardPhoto, 'contentHash'>>(
    tx,
    sql`delete from card_photos where person_id = ${personId} returning content_hash as "contentHash"`,
  );
  return row?.contentHash;
}
