import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { FileStore, normalisePhoto, photoErrors } from '#platform/files';
import { TaskAccess } from '../task-access.ts';

interface Announced {
  id: string;
  unit_id: string;
  team_id: string;
  content_hash: string | null;
}

/** The bytes of an announced photo. The same photo twice is stored once, and the first bytes stay. */
@Injectable()
export class AddPhoto {
  constructor(
    private readonly database: Database,
    private readonly access: TaskAccess,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  /** @throws photo.notFound for an id that no entry of this person has announced */
  async execute(actor: Actor, entryId: string, photoId: string, upload: Buffer): Promise<void> {
    const photo = await this.database.one<Announced>(
      sql`select p.id, e.unit_id, e.team_id, p.content_hash from photos p join progress_entries e on e.id = p.entry_id
        where p.id = ${photoId} and p.taken_by = ${actor.personId} and (e.id = ${entryId} or e.command_id = ${entryId})`,
    );
    if (!photo) throw photoErrors.notFound();
    await this.access.require(actor, 'task.report', { unitId: photo.unit_id, teamId: photo.team_id });
    if (photo.content_hash) return;
    const { bytes, width, height } = await normalisePhoto(upload);
    const hash = await this.store.put(bytes);
    await this.database.rows(
      sql`update photos set content_hash = ${hash}, width = ${width}, height = ${height}, bytes = ${bytes.length},
        stored_at = ${this.clock.now()} where id = ${photoId} and content_hash is null`,
    );
  }
}
