import { Controller, Header } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, Input, PathId, Query } from '#platform/http';
import { answerWith } from '../papers/documents/printed-file.ts';
import { ImportPastFigures } from './import-past-figures.ts';
import { PastForm } from './past-form.ts';
import { PastImports } from './past-imports.ts';
import { ReadPastFile } from './read-past-file.ts';
import { TakeBackPastImport } from './take-back-past-import.ts';
import { ReadYearAgo } from './read-year-ago.ts';

@Controller()
export class PastFiguresController {
  constructor(
    private readonly readFile: ReadPastFile,
    private readonly importFigures: ImportPastFigures,
    private readonly imports: PastImports,
    private readonly back: TakeBackPastImport,
    private readonly blank: PastForm,
    private readonly yearsAgo: ReadYearAgo,
  ) {}

  @Handle(routes.pastFigureForm)
  @Header('cache-control', 'private, no-store')
  async form(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() { period }: RouteQuery<typeof routes.pastFigureForm>,
  ) {
    return answerWith(await this.blank.execute(actor, unitId, period));
  }

  @Handle(routes.readPastFigures)
  file(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Bytes() file: Buffer,
    @Query() query: RouteQuery<typeof routes.readPastFigures>,
  ) {
    return this.readFile.execute(actor, unitId, file, query);
  }

  @Handle(routes.importPastFigures)
  import(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.importPastFigures>,
  ) {
    return this.importFigures.execute(actor, unitId, input);
  }

  @Handle(routes.pastImports)
  list(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.pastImports>,
  ) {
    return this.imports.list(actor, unitId, query);
  }

  @Handle(routes.pastImportFigures)
  figures(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @PathId('importId') importId: string,
    @Query() query: RouteQuery<typeof routes.pastImportFigures>,
  ) {
    return this.imports.figures(actor, unitId, importId, query);
  }

  @Handle(routes.takeBackPastImport)
  takeBack(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @PathId('importId') importId: string,
    @Input() { reason }: RouteBody<typeof routes.takeBackPastImport>,
  ) {
    return this.back.execute(actor, unitId, importId, reason);
  }

  @Handle(routes.yearAgo)
  yearAgo(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.yearAgo>,
  ) {
    return this.yearsAgo.execute(actor, unitId, query);
  }
}
