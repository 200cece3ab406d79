import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { routes } from '#contracts';
import { bodyOf } from '#platform/http';
import { AccountScopes } from '../account-scopes.ts';
import { type HostSignedIn, SignInWithAccount } from './sign-in-with-account.ts';
import { TelegramLaunches } from './telegram-launches.ts';

@Injectable()
export class TelegramStrategy extends PassportStrategy(Strategy, 'telegram') {
  constructor(
    private readonly launches: TelegramLaunches,
    private readonly scopes: AccountScopes,
    private readonly signIn: SignInWithAccount,
  ) {
    super();
  }

  async validate(request: FastifyRequest): Promise<HostSignedIn> {
    const { initData, device } = bodyOf(request, routes.signInWithTelegram);
    const { externalId, displayName } = await this.launches.prove(initData);
    return this.signIn.execute(this.scopes.keyOf('telegram', externalId), displayName, device);
  }
}
