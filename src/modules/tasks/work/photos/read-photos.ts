import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { Database, ofFew, short, sql } from '#platform/database';
import { FileLinks, FileStore, photoErrors } from '#platform/files';
import { Photo as StoredPhoto } from './photo.entity.ts';

type Photo = RouteAnswer<typeof routes.addPhoto>;

/** Its bytes are there. */
type PhotoRow = Pick<StoredPhoto, 'id' | 'entryId' | 'difficultyId' | 'takenBy'> & {
  [K in 'width' | 'height' | 'bytes' | 'storedAt']: NonNullable<StoredPhoto[K]>;
};

const columns = sql`id, entry_id as "entryId", difficulty_id as "difficultyId", width, height, bytes, taken_by as "takenBy", stored_at as "storedAt"`;

/** Photos as screens get them, and their bytes behind a signed link. */
@Injectable()
export class ReadPhotos {
  constructor(
    private readonly database: Database,
    private readonly membership: MembershipApi,
    private readonly links: FileLinks,
    private readonly store: FileStore,
  ) {}

  /** Stored photos of these entries, in the order of announcement. The caller has checked the place. */
  async ofEntries(entryIds: readonly string[]): Promise<Map<string, Photo[]>> {
    const rows = await this.database.rows<PhotoRow>(
      ofFew(
        entryIds,
        sql`select ${columns} from photos where entry_id = any(${entryIds}) and content_hash is not null order by entry_id, position`,
      ),
    );
    return this.by(rows, ({ entryId }) => entryId);
  }

  /** The same of difficulties. */
  async ofDifficulties(ids: readonly string[]): Promise<Map<string, Photo[]>> {
    const rows = await this.database.rows<PhotoRow>(
      sql`select ${columns} from photos where difficulty_id = any(${ids}) and content_hash is not null order by difficulty_id, position`,
    );
    return this.by(rows, ({ difficultyId }) => difficultyId);
  }

  async one(photoId: string): Promise<Photo> {
    const rows = await this.database.rows<PhotoRow>(
      short(sql`select ${columns} from photos where id = ${photoId} and content_hash is not null`),
    );
    const [photo] = await this.present(rows);
    if (!photo) throw photoErrors.notFound();
    return photo;
  }

  /** @throws photo.linkExpired, photo.notFound */
  async bytes(photoId: string, expires: string, signature: string): Promise<Buffer> {
    await this.links.check('photo', photoId, expires, signature);
    const row: Pick<StoredPhoto, 'contentHash'> | null = await this.database.manager.findOne(StoredPhoto, {
      select: { contentHash: true },
      where: { id: photoId },
    });
    const bytes = row?.contentHash ? await this.store.get(row.contentHash) : undefined;
    if (!bytes) throw photoErrors.notFound();
    return bytes;
  }

  private async by(rows: readonly PhotoRow[], of: (row: PhotoRow) => string | null): Promise<Map<string, Photo[]>> {
    const photos = new Map<string, Photo[]>();
    for (const [index, photo] of (await this.present(rows)).entries()) {
      const id = of(rows[index] as PhotoRow) as string;
      photos.set(id, [...(photos.get(id) ?? []), photo]);
    }
    return photos;
  }

  private async present(rows: readonly PhotoRow[]): Promise<Photo[]> {
    if (rows.length === 0) return [];
    const people = await this.membership.people([...new Set(rows.map((row) => row.takenBy))]);
    const sign = await this.links.signer();
    return rows.map(({ id, width, height, bytes, takenBy, storedAt }) => ({
      id,
      url: sign(id),
      width,
      height,
      bytes,
      takenBy: people.get(takenBy) ?? { id: takenBy, fullName: '', position: null },
      at: storedAt.toISOString(),
    }));
  }
}
