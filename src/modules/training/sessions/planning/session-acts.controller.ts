import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { CancelSession } from './cancel-session.ts';
import { InviteTeams } from './invite-teams.ts';
import { NudgeCommune } from './nudge-commune.ts';
import { TakeProposal } from './take-proposal.ts';
import { ReadSession } from '../reads/read-session.ts';

/** What is done to a planned session. */
@Controller()
export class SessionActsController {
  constructor(
    private readonly read: ReadSession,
    private readonly proposal: TakeProposal,
    private readonly nudge: NudgeCommune,
    private readonly invite: InviteTeams,
    private readonly cancel: CancelSession,
  ) {}

  @Handle(routes.takeProposal)
  async take(@CurrentActor() actor: Actor, @PathId('sessionId') id: string) {
    await this.proposal.execute(actor, id);
    return this.read.row(actor, id);
  }

  @Handle(routes.nudgeCommune)
  remind(@CurrentActor() actor: Actor, @PathId('sessionId') id: string) {
    return this.nudge.execute(actor, id);
  }

  @Handle(routes.inviteTeams)
  async more(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Input() input: RouteBody<typeof routes.inviteTeams>,
  ) {
    await this.invite.execute(actor, id, input);
    return this.read.row(actor, id);
  }

  @Handle(routes.cancelSession)
  async end(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Input() { reason }: RouteBody<typeof routes.cancelSession>,
  ) {
    await this.cancel.execute(actor, id, reason);
    return this.read.row(actor, id);
  }
}
