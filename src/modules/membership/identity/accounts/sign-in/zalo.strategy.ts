import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { routes } from '#contracts';
import { bodyOf } from '#platform/http';
import { AccountScopes } from '../account-scopes.ts';
import { type HostSignedIn, SignInWithAccount } from './sign-in-with-account.ts';
import { ZaloPeople } from './zalo-people.ts';

@Injectable()
export class ZaloStrategy extends PassportStrategy(Strategy, 'zalo') {
  constructor(
    private readonly people: ZaloPeople,
    private readonly scopes: AccountScopes,
    private readonly signIn: SignInWithAccount,
  ) {
    super();
  }

  async validate(request: FastifyRequest): Promise<HostSignedIn> {
    const { accessToken, device } = bodyOf(request, routes.signInWithZalo);
    const { externalId, displayName } = await this.people.prove(accessToken, request.ip);
    return this.signIn.execute(this.scopes.keyOf('zalo-app', externalId), displayName, device);
  }
}
