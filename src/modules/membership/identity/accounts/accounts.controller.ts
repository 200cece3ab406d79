import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { CreateLinkCode } from './linking/create-link-code.ts';
import { DecideLinkRequest } from './linking/decide-link-request.ts';
import { PeopleQueries } from '../../people/people/people.queries.ts';
import { ReadAccounts } from './read-accounts.ts';
import { ReadLinkRequests } from './linking/read-link-requests.ts';
import { UnlinkAccount } from './unlink-account.ts';

@Controller()
export class AccountsController {
  constructor(
    private readonly read: ReadAccounts,
    private readonly unlink: UnlinkAccount,
    private readonly createCode: CreateLinkCode,
    private readonly requests: ReadLinkRequests,
    private readonly decideRequest: DecideLinkRequest,
    private readonly people: PeopleQueries,
  ) {}

  @Handle(routes.myAccounts)
  mine(@CurrentActor() actor: Actor) {
    return this.read.mine(actor);
  }

  @Handle(routes.unlinkMyAccount)
  unlinkMine(@CurrentActor() actor: Actor, @PathId('accountId') accountId: string) {
    return this.unlink.mine(actor, accountId);
  }

  @Handle(routes.createLinkCode)
  code(@CurrentActor() actor: Actor) {
    return this.createCode.execute(actor);
  }

  @Handle(routes.personAccounts)
  async ofPerson(@CurrentActor() actor: Actor, @PathId('personId') personId: string) {
    return this.read.ofPerson(actor, await this.people.current(personId));
  }

  @Handle(routes.unlinkAccount)
  takeOff(@CurrentActor() actor: Actor, @PathId('personId') personId: string, @PathId('accountId') accountId: string) {
    return this.unlink.ofPerson(actor, personId, accountId);
  }

  @Handle(routes.linkRequests)
  waiting(@CurrentActor() actor: Actor, @Query() query: RouteQuery<typeof routes.linkRequests>) {
    return this.requests.execute(actor, query);
  }

  @Handle(routes.decideLinkRequest)
  decide(
    @CurrentActor() actor: Actor,
    @PathId('requestId') requestId: string,
    @Input() { personId }: RouteBody<typeof routes.decideLinkRequest>,
  ) {
    return this.decideRequest.execute(actor, requestId, personId);
  }
}
