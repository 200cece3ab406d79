import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { FileLinks, FileStore, normalisePhoto } from '#platform/files';
import { SessionAccess } from '../../sessions/session/session-access.ts';
import { SheetPhoto } from './sheet-photo.entity.ts';

/** Photos of the signed paper: the source of what was keyed in. */
@Injectable()
export class SheetPhotos {
  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly files: FileStore,
    private readonly links: FileLinks,
    private readonly clock: Clock,
  ) {}

  /** @throws photo.notAPhoto, photo.tooBig */
  async add(actor: Actor, sessionId: string, upload: Buffer): Promise<{ id: string; url: string }> {
    await this.access.open(actor, sessionId, 'training.door');
    const file = await this.files.put((await normalisePhoto(upload)).bytes);
    const id = v7();
    await this.database.manager.insert(SheetPhoto, {
      id,
      sessionId,
      file,
      addedBy: actor.personId,
      addedAt: this.clock.now(),
    });
    return { id, url: (await this.links.signer('file'))(file) };
  }

  /** The caller has passed the session's scope. */
  async ofSession(sessionId: string): Promise<{ id: string; url: string }[]> {
    const rows = await this.database.rows<{ id: string; file: string }>(
      sql`select id, file from sheet_photos where session_id = ${sessionId} order by added_at`,
    );
    const sign = await this.links.signer('file');
    return rows.map(({ id, file }) => ({ id, url: sign(file) }));
  }
}
