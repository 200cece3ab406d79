import { Controller, Header } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { answerWith } from '../papers/documents/printed-file.ts';
import { EnterParts } from './enter-parts.ts';
import { ExportRestatedBoard } from './export-restated-board.ts';
import { LeftDrafts } from './left-drafts.ts';
import { ReadRestatedBoard } from './read-restated-board.ts';
import { ReadRestatement } from './read-restatement.ts';

@Controller()
export class RestatementController {
  constructor(
    private readonly readRestatement: ReadRestatement,
    private readonly readBoard: ReadRestatedBoard,
    private readonly sheets: ExportRestatedBoard,
    private readonly enterParts: EnterParts,
    private readonly drafts: LeftDrafts,
  ) {}

  @Handle(routes.restatedFigures)
  figures(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.restatedFigures>,
  ) {
    return this.readRestatement.execute(actor, unitId, query);
  }

  @Handle(routes.restatedBoard)
  board(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.restatedBoard>,
  ) {
    return this.readBoard.execute(actor, unitId, query);
  }

  @Handle(routes.leftDrafts)
  left(@CurrentActor() actor: Actor, @PathId('reportId') reportId: string) {
    return this.drafts.of(actor, reportId);
  }

  @Handle(routes.enterParts)
  enter(
    @CurrentActor() actor: Actor,
    @PathId('reportId') reportId: string,
    @Input() input: RouteBody<typeof routes.enterParts>,
  ) {
    return this.enterParts.execute(actor, reportId, input);
  }

  @Handle(routes.restatedSheet)
  @Header('cache-control', 'private, no-store')
  async sheet(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.restatedSheet>,
  ) {
    return answerWith(await this.sheets.execute(actor, unitId, query));
  }
}
