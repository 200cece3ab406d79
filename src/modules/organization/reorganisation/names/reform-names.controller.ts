import { Controller, StreamableFile } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId, Query } from '#platform/http';
import { ExportReformNames } from './export-reform-names.ts';
import { ReadReformNames } from './read-reform-names.ts';

/** Names of hamlets in the communes of a reform's day. */
@Controller()
export class ReformNamesController {
  constructor(
    private readonly read: ReadReformNames,
    private readonly exported: ExportReformNames,
  ) {}

  @Handle(routes.listReformNames)
  list(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Query() query: RouteQuery<typeof routes.listReformNames>,
  ) {
    return this.read.list(actor, id, query);
  }

  @Handle(routes.reformNames)
  one(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Query() query: RouteQuery<typeof routes.reformNames>,
  ) {
    return this.read.one(actor, id, query);
  }

  @Handle(routes.exportReformNames)
  async file(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Query() query: RouteQuery<typeof routes.exportReformNames>,
  ) {
    const { file, name } = await this.exported.execute(actor, id, query);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    return new StreamableFile(file, { type: routes.exportReformNames.produces, length: file.length, disposition });
  }
}
