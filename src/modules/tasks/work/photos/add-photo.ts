import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, short, sql } from '#platform/database';
import { FileStore, normalisePhoto, photoErrors } from '#platform/files';
import type { ProgressEntry } from '../task/progress-entry.entity.ts';
import { TaskAccess } from '../task/task-access.ts';
import type { Photo } from './photo.entity.ts';

type Announced = Pick<Photo, 'id' | 'contentHash' | 'erasedAt'> & Pick<ProgressEntry, 'unitId' | 'teamId'>;

/** The bytes of an announced photo. The same photo twice is stored once, and the first bytes stay. */
@Injectable()
export class AddPhoto {
  constructor(
    private readonly database: Database,
    private readonly access: TaskAccess,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  /**
   * @param ofId the entry or difficulty, or the command that made it, or the entry that it stands in for
   * @throws photo.notFound for an id that nothing of this person has announced
   */
  async execute(actor: Actor, ofId: string, photoId: string, upload: Buffer): Promise<void> {
    const photo = await this.database.one<Announced>(
      short(sql`select p.id, coalesce(e.unit_id, d.unit_id) as "unitId", coalesce(e.team_id, d.team_id) as "teamId",
          p.content_hash as "contentHash", p.erased_at as "erasedAt"
        from photos p left join progress_entries e on e.id = p.entry_id left join difficulties d on d.id = p.difficulty_id
        where p.id = ${photoId} and p.taken_by = ${actor.personId}
          and ${ofId}::uuid in (e.id, e.command_id, e.corrects_id, d.id, d.command_id)`),
    );
    if (!photo) throw photoErrors.notFound();
    await this.access.require(actor, 'task.report', { unitId: photo.unitId, teamId: photo.teamId });
    if (photo.contentHash || photo.erasedAt) return;
    const { bytes, width, height } = await normalisePhoto(upload);
    const hash = await this.store.put(bytes);
    await this.database.rows(
      sql`update photos set content_hash = ${hash}, width = ${width}, height = ${height}, bytes = ${bytes.length},
        stored_at = ${this.clock.now()} where id = ${photoId} and content_hash is null and erased_at is null`,
    );
  }
}
