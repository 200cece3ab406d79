import { Controller, Header } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { Handle, PathCode, Query } from '#platform/http';
import { photoErrors } from './file.errors.ts';
import { FileLinks } from './file-links.ts';
import { FileStore } from './file-store.ts';

/** Pictures behind signed links: the link is the right, given to whoever has passed the scope before. */
@Controller()
export class FilesController {
  constructor(
    private readonly links: FileLinks,
    private readonly store: FileStore,
  ) {}

  @Handle(routes.fileBytes)
  @Header('cache-control', 'private, max-age=300')
  @Header('x-content-type-options', 'nosniff')
  @Header('content-disposition', 'inline')
  async bytes(
    @PathCode('fileHash') hash: string,
    @Query() { expires, signature }: RouteQuery<typeof routes.fileBytes>,
  ): Promise<Buffer> {
    await this.links.check('file', hash, expires, signature);
    const bytes = await this.store.get(hash);
    if (!bytes) throw photoErrors.notFound();
    return bytes;
  }
}
