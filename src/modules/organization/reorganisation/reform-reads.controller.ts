import { Controller } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId, Query } from '#platform/http';
import { ReadDivision } from './allotments/read-division.ts';
import { ReadReformLines } from './read-reform-lines.ts';
import { RehearseReform } from './running/rehearse-reform.ts';

/** Reforms of communes and above: what they lay down, what they lack, what their day would do. */
@Controller()
export class ReformReadsController {
  constructor(
    private readonly read: ReadReformLines,
    private readonly divisions: ReadDivision,
    private readonly rehearsal: RehearseReform,
  ) {}

  @Handle(routes.reformLines)
  lines(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Query() query: RouteQuery<typeof routes.reformLines>,
  ) {
    return this.read.lines(actor, id, query);
  }

  @Handle(routes.listReformFindings)
  findings(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Query() query: RouteQuery<typeof routes.listReformFindings>,
  ) {
    return this.read.findings(actor, id, query);
  }

  @Handle(routes.reformDivision)
  division(@CurrentActor() actor: Actor, @PathId('reformId') id: string, @PathId('dividedId') unitId: string) {
    return this.divisions.division(actor, id, unitId);
  }

  @Handle(routes.dividedHamlet)
  hamlet(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @PathId('dividedId') unitId: string,
    @PathId('hamletId') hamletId: string,
  ) {
    return this.divisions.hamlet(actor, id, unitId, hamletId);
  }

  @Handle(routes.rehearseReform)
  rehearse(@CurrentActor() actor: Actor, @PathId('reformId') id: string) {
    return this.rehearsal.execute(actor, id);
  }

  @Handle(routes.listRehearsed)
  rehearsed(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Query() query: RouteQuery<typeof routes.listRehearsed>,
  ) {
    return this.rehearsal.list(actor, id, query);
  }
}
