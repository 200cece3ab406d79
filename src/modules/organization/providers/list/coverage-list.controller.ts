import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, Input, PathId, Query } from '#platform/http';
import { ImportCoverage } from './import-coverage.ts';
import { ReadCoverageList } from './read-coverage-list.ts';

@Controller()
export class CoverageListController {
  constructor(
    private readonly read: ReadCoverageList,
    private readonly importCoverage: ImportCoverage,
  ) {}

  @Handle(routes.readCoverageList)
  readList(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Bytes() file: Buffer,
    @Query() query: RouteQuery<typeof routes.readCoverageList>,
  ) {
    return this.read.execute(actor, unitId, file, query);
  }

  @Handle(routes.importCoverage)
  import(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.importCoverage>,
  ) {
    return this.importCoverage.execute(actor, unitId, input);
  }
}
