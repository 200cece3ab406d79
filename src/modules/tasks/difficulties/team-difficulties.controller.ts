import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { DifficultyPlaces } from './difficulty-places.ts';
import { FollowDifficulty } from './follow-difficulty.ts';
import { KnowHowQueries } from './know-how.queries.ts';
import { ReadDifficulties } from './read-difficulties.ts';
import { ReportDifficulty } from './report-difficulty.ts';
import { UseKnowHow } from './use-know-how.ts';

/** What a team says of its difficulties, and what it finds in the answers of others. */
@Controller()
export class TeamDifficultiesController {
  constructor(
    private readonly report: ReportDifficulty,
    private readonly follow: FollowDifficulty,
    private readonly read: ReadDifficulties,
    private readonly knowHow: KnowHowQueries,
    private readonly useKnowHow: UseKnowHow,
    private readonly places: DifficultyPlaces,
  ) {}

  @Handle(routes.reportDifficulty)
  async tell(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @Input() input: RouteBody<typeof routes.reportDifficulty>,
  ) {
    return this.read.one(await this.report.execute(actor, teamId, input));
  }

  @Handle(routes.difficultyPlaces)
  wherever(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string) {
    return this.places.execute(actor, teamId);
  }

  @Handle(routes.askFurther)
  async ask(
    @CurrentActor() actor: Actor,
    @PathId('difficultyId') id: string,
    @Input() { text }: RouteBody<typeof routes.askFurther>,
  ) {
    await this.follow.ask(actor, id, text);
    return this.read.one(id);
  }

  @Handle(routes.closeDifficulty)
  async close(@CurrentActor() actor: Actor, @PathId('difficultyId') id: string) {
    await this.follow.close(actor, id);
    return this.read.one(id);
  }

  @Handle(routes.reopenDifficulty)
  async reopen(
    @CurrentActor() actor: Actor,
    @PathId('difficultyId') id: string,
    @Input() { text }: RouteBody<typeof routes.reopenDifficulty>,
  ) {
    await this.follow.reopen(actor, id, text);
    return this.read.one(id);
  }

  @Handle(routes.listKnowHow)
  known(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listKnowHow>,
  ) {
    return this.knowHow.list(actor, unitId, query);
  }

  @Handle(routes.useKnowHow)
  async helped(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string, @PathId('difficultyId') id: string) {
    return { uses: await this.useKnowHow.execute(actor, teamId, id) };
  }
}
