import { Controller, Ip, Req, UseGuards } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { StrategyGuard } from '#platform/auth';
import { Handle, Input, PathCode } from '#platform/http';
import { InviteStrategy } from './invite.strategy.ts';
import { AskForAccess } from '../passwords/ask-for-access.ts';
import { PasswordStrategy } from '../passwords/password.strategy.ts';
import { PreviewInvite } from '../invites/preview-invite.ts';
import { RejectInvite } from '../invites/reject-invite.ts';
import { SessionPresenter } from '../sessions/session.presenter.ts';
import type { SignedIn } from '../sessions/sessions.ts';

/** Signing in: whom a strategy accepts gets a token. */
@Controller()
export class SignInController {
  constructor(
    private readonly preview: PreviewInvite,
    private readonly rejectInvite: RejectInvite,
    private readonly answers: SessionPresenter,
    private readonly ask: AskForAccess,
  ) {}

  @Handle(routes.signInWithPassword)
  @UseGuards(StrategyGuard(PasswordStrategy))
  withPassword(@Req() request: { user: SignedIn }) {
    return this.answers.of(request.user);
  }

  @Handle(routes.askForAccess)
  help(@Input() { login }: RouteBody<typeof routes.askForAccess>, @Ip() address: string) {
    return this.ask.execute(login, address);
  }

  @Handle(routes.previewInvite)
  invite(@PathCode('code') code: string) {
    return this.preview.execute(code);
  }

  @Handle(routes.acceptInvite)
  @UseGuards(StrategyGuard(InviteStrategy))
  accept(@Req() request: { user: SignedIn }) {
    return this.answers.of(request.user);
  }

  @Handle(routes.rejectInvite)
  reject(@PathCode('code') code: string) {
    return this.rejectInvite.execute(code);
  }
}
