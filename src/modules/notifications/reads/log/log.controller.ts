import { Controller, Header, StreamableFile } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { ExportLog } from './export-log.ts';
import { FindTrace } from './find-trace.ts';
import { ReadLog } from './read-log.ts';
import { ReadLogNames } from './read-log-names.ts';

@Controller()
export class LogController {
  constructor(
    private readonly log: ReadLog,
    private readonly names: ReadLogNames,
    private readonly exporting: ExportLog,
    private readonly traces: FindTrace,
  ) {}

  @Handle(routes.readLog)
  read(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.readLog>,
  ) {
    return this.log.execute(actor, unitId, query);
  }

  @Handle(routes.unusualUse)
  unusual(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.log.unusual(actor, unitId);
  }

  @Handle(routes.logNames)
  namesOf(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string, @PathId('entryId') entryId: string) {
    return this.names.execute(actor, unitId, entryId);
  }

  @Handle(routes.logByTrace)
  byTrace(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() { code }: RouteQuery<typeof routes.logByTrace>,
  ) {
    return this.traces.execute(actor, unitId, code);
  }

  @Handle(routes.exportLog)
  @Header('cache-control', 'private, no-store')
  async export(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.exportLog>,
  ) {
    const { file, name } = await this.exporting.execute(actor, unitId, input);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`;
    return new StreamableFile(file, { type: routes.exportLog.produces, length: file.length, disposition });
  }
}
