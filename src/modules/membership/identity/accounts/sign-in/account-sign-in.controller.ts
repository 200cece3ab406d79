import { Controller, Req, UseGuards } from '@nestjs/common';
import { type RouteAnswer, type RouteBody, routes } from '#contracts';
import { StrategyGuard } from '#platform/auth';
import { Handle, Input } from '#platform/http';
import { SessionPresenter } from '../../sessions/session.presenter.ts';
import { ConfirmLink } from '../linking/confirm-link.ts';
import { ProvePhone } from './prove-phone.ts';
import { RejectLink } from '../linking/reject-link.ts';
import type { HostSignedIn } from './sign-in-with-account.ts';
import { TelegramStrategy } from './telegram.strategy.ts';
import { ZaloStrategy } from './zalo.strategy.ts';

/** Signing in from the platforms' mini-apps: signed in at once, or asked who it is. */
@Controller()
export class AccountSignInController {
  constructor(
    private readonly provePhone: ProvePhone,
    private readonly confirmLink: ConfirmLink,
    private readonly rejectLink: RejectLink,
    private readonly answers: SessionPresenter,
  ) {}

  @Handle(routes.signInWithTelegram)
  @UseGuards(StrategyGuard(TelegramStrategy))
  telegram(@Req() request: { user: HostSignedIn }) {
    return this.answer(request.user);
  }

  @Handle(routes.signInWithZalo)
  @UseGuards(StrategyGuard(ZaloStrategy))
  zalo(@Req() request: { user: HostSignedIn }) {
    return this.answer(request.user);
  }

  @Handle(routes.provePhone)
  phone(@Input() input: RouteBody<typeof routes.provePhone>) {
    return this.provePhone.execute(input);
  }

  @Handle(routes.confirmLink)
  async confirm(@Input() { ticket, device }: RouteBody<typeof routes.confirmLink>) {
    return this.answers.of(await this.confirmLink.execute(ticket, device));
  }

  @Handle(routes.rejectLink)
  reject(@Input() { ticket }: RouteBody<typeof routes.rejectLink>) {
    return this.rejectLink.execute(ticket);
  }

  private async answer(entered: HostSignedIn): Promise<RouteAnswer<typeof routes.signInWithTelegram>> {
    if ('signedIn' in entered) return { session: await this.answers.of(entered.signedIn), link: null };
    const { ticket, space, expiresAt, waiting } = entered;
    return { session: null, link: { ticket, space, expiresAt: expiresAt.toISOString(), waiting } };
  }
}
