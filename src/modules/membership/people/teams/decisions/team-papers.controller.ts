import { Controller, Header, StreamableFile } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, Input, PathId, Query } from '#platform/http';
import { ReviveTeam } from '../endings/revive-team.ts';
import { ReadTeams } from '../read-teams.ts';
import { AttachDecisionToTeams } from './attach-decision-to-teams.ts';
import { KeepScan } from './keep-scan.ts';
import { VoidDecision } from './void-decision.ts';

/** What becomes of the papers of teams after they were signed. */
@Controller()
export class TeamPapersController {
  constructor(
    private readonly teams: ReadTeams,
    private readonly attaching: AttachDecisionToTeams,
    private readonly voiding: VoidDecision,
    private readonly scans: KeepScan,
    private readonly reviving: ReviveTeam,
  ) {}

  @Handle(routes.attachDecisionToTeams)
  async attach(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.attachDecisionToTeams>,
  ) {
    return { activated: await this.attaching.execute(actor, unitId, input) };
  }

  @Handle(routes.voidDecision)
  async voidIt(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @PathId('decisionId') decisionId: string,
    @Input() input: RouteBody<typeof routes.voidDecision>,
  ) {
    await this.voiding.execute(actor, teamId, decisionId, input);
    return this.teams.one(actor, teamId);
  }

  @Handle(routes.putDecisionScan)
  async put(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @PathId('decisionId') decisionId: string,
    @Query() { everywhere }: RouteQuery<typeof routes.putDecisionScan>,
    @Bytes() bytes: Buffer,
  ) {
    await this.scans.put(actor, teamId, decisionId, bytes, everywhere === 'true');
    return this.teams.one(actor, teamId);
  }

  @Handle(routes.decisionScan)
  @Header('cache-control', 'private, no-store')
  @Header('x-content-type-options', 'nosniff')
  async scan(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @PathId('decisionId') decisionId: string,
  ): Promise<StreamableFile> {
    const { kind, file } = await this.scans.read(actor, teamId, decisionId);
    const [type, ending] = kind === 'pdf' ? ['application/pdf', 'pdf'] : ['image/jpeg', 'jpg'];
    return new StreamableFile(file, {
      type,
      length: file.length,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`Quyết định.${ending}`)}`,
    });
  }

  @Handle(routes.removeDecisionScan)
  async remove(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @PathId('decisionId') decisionId: string,
    @Input() input: RouteBody<typeof routes.removeDecisionScan>,
  ) {
    await this.scans.remove(actor, teamId, decisionId, input);
    return this.teams.one(actor, teamId);
  }

  @Handle(routes.reviveTeam)
  async revive(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @Input() input: RouteBody<typeof routes.reviveTeam>,
  ) {
    return this.teams.one(actor, await this.reviving.execute(actor, teamId, input));
  }
}
