import { Controller, Ip } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { Search } from '../../people/search/search.ts';
import { SignOut } from '../agency/sign-out.ts';
import { ChangeLanguage } from './change-language.ts';
import { ChangePassword } from '../passwords/change-password.ts';
import { EndSession } from '../sessions/end-session.ts';
import { ReadMe } from '../sessions/read-me.ts';

@Controller()
export class MeController {
  constructor(
    private readonly readMe: ReadMe,
    private readonly endSession: EndSession,
    private readonly end: SignOut,
    private readonly changePassword: ChangePassword,
    private readonly changeLanguage: ChangeLanguage,
    private readonly searchAll: Search,
  ) {}

  @Handle(routes.me)
  me(@CurrentActor() actor: Actor) {
    return this.readMe.execute(actor);
  }

  @Handle(routes.mySessions)
  sessions(@CurrentActor() actor: Actor) {
    return this.readMe.sessions(actor);
  }

  @Handle(routes.revokeSession)
  revoke(@CurrentActor() actor: Actor, @PathId('sessionId') sessionId: string) {
    return this.endSession.execute(actor, sessionId);
  }

  @Handle(routes.signOut)
  signOut(@CurrentActor() actor: Actor) {
    return this.endSession.execute(actor, actor.sessionId);
  }

  @Handle(routes.leave)
  leave(@CurrentActor() actor: Actor) {
    return this.end.execute(actor);
  }

  @Handle(routes.changePassword)
  password(
    @CurrentActor() actor: Actor,
    @Input() input: RouteBody<typeof routes.changePassword>,
    @Ip() address: string,
  ) {
    return this.changePassword.execute(actor, input, address);
  }

  @Handle(routes.changeLanguage)
  language(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.changeLanguage>) {
    return this.changeLanguage.execute(actor, input.language);
  }

  @Handle(routes.search)
  search(@CurrentActor() actor: Actor, @Query() query: RouteQuery<typeof routes.search>) {
    return this.searchAll.execute(actor, query);
  }
}
