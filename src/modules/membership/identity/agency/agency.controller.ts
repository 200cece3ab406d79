import { Controller, Req, UseGuards } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor, StrategyGuard } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { SessionPresenter } from '../sessions/session.presenter.ts';
import type { SignedIn } from '../sessions/sessions.ts';
import { AgencyProvider } from './agency-provider.ts';
import { AgencyStrategy } from './agency.strategy.ts';
import { DecideAgencyAccount } from './decide-agency-account.ts';
import { EndAgencyAccount } from './end-agency-account.ts';
import { ReadAgencyAccounts } from './read-agency-accounts.ts';
import { StartAgencySignIn } from './start-agency-sign-in.ts';

/** Signing in with the agency's account, and whose account is whose. */
@Controller()
export class AgencyController {
  constructor(
    private readonly provider: AgencyProvider,
    private readonly begin: StartAgencySignIn,
    private readonly answers: SessionPresenter,
    private readonly read: ReadAgencyAccounts,
    private readonly decide: DecideAgencyAccount,
    private readonly end: EndAgencyAccount,
  ) {}

  @Handle(routes.signInWays)
  ways() {
    return { agency: this.provider.isOn };
  }

  @Handle(routes.startAgencySignIn)
  start() {
    return this.begin.execute();
  }

  @Handle(routes.signInWithAgency)
  @UseGuards(StrategyGuard(AgencyStrategy))
  back(@Req() request: { user: SignedIn }) {
    return this.answers.of(request.user);
  }

  @Handle(routes.agencyAccounts)
  accounts(@CurrentActor() actor: Actor, @Query() query: RouteQuery<typeof routes.agencyAccounts>) {
    return this.read.execute(actor, query);
  }

  @Handle(routes.decideAgencyAccount)
  decided(
    @CurrentActor() actor: Actor,
    @PathId('accountId') accountId: string,
    @Input() { personId }: RouteBody<typeof routes.decideAgencyAccount>,
  ) {
    return this.decide.execute(actor, accountId, personId);
  }

  @Handle(routes.endAgencyAccount)
  ended(@CurrentActor() actor: Actor, @PathId('accountId') accountId: string) {
    return this.end.execute(actor, accountId);
  }
}
