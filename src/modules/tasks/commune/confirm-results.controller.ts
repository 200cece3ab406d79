import { Controller } from '@nestjs/common';
import { type RouteAnswer, type RouteBody, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ConfirmResults } from './confirm-results.ts';
import { UndoResults } from './undo-results.ts';

/** Many results at once. */
@Controller()
export class ConfirmResultsController {
  constructor(
    private readonly confirmResults: ConfirmResults,
    private readonly undoResults: UndoResults,
    private readonly membership: MembershipApi,
  ) {}

  @Handle(routes.confirmResults)
  async confirm(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.confirmResults>,
  ): Promise<RouteAnswer<typeof routes.confirmResults>> {
    const { results, left, toLook } = await this.confirmResults.execute(actor, unitId, input);
    const people = await this.membership.people(results.flatMap(({ byId }) => byId ?? []));
    return { results, people: [...people.values()], left, toLook };
  }

  @Handle(routes.undoResults)
  undo(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.undoResults>,
  ): Promise<RouteAnswer<typeof routes.undoResults>> {
    return this.undoResults.execute(actor, unitId, input);
  }
}
