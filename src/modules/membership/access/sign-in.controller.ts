import { Controller, Req, UseGuards } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import { routes } from '#contracts';
import { hashToken, IdentityPort } from '#platform/auth';
import { Handle, PathCode, platformErrors } from '#platform/http';
import { PreviewInvite } from './preview-invite.ts';
import { ReadMe } from './read-me.ts';
import { RejectInvite } from './reject-invite.ts';
import type { SignedIn } from './sessions.ts';
import { InviteGuard, PasswordGuard } from './sign-in.guards.ts';

/** The doors: what a strategy let in gets its token. */
@Controller()
export class SignInController {
  constructor(
    private readonly preview: PreviewInvite,
    private readonly rejectInvite: RejectInvite,
    private readonly readMe: ReadMe,
    private readonly identity: IdentityPort,
  ) {}

  @Handle(routes.signInWithPassword)
  @UseGuards(PasswordGuard)
  withPassword(@Req() request: { user: SignedIn }) {
    return this.answer(request.user);
  }

  @Handle(routes.previewInvite)
  invite(@PathCode('code') code: string) {
    return this.preview.execute(code);
  }

  @Handle(routes.acceptInvite)
  @UseGuards(InviteGuard)
  accept(@Req() request: { user: SignedIn }) {
    return this.answer(request.user);
  }

  @Handle(routes.rejectInvite)
  reject(@PathCode('code') code: string) {
    return this.rejectInvite.execute(code);
  }

  private async answer({ token, expiresAt }: SignedIn): Promise<RouteAnswer<typeof routes.acceptInvite>> {
    const actor = await this.identity.resolve(hashToken(token));
    if (!actor) throw platformErrors.signInNeeded();
    return { token, expiresAt: expiresAt.toISOString(), me: await this.readMe.execute(actor) };
  }
}
