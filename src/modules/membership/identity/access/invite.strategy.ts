import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { routes } from '#contracts';
import { bodyOf } from '#platform/http';
import { AcceptInvite } from './accept-invite.ts';
import type { SignedIn } from '../sessions/sessions.ts';

@Injectable()
export class InviteStrategy extends PassportStrategy(Strategy, 'invite') {
  constructor(private readonly accept: AcceptInvite) {
    super();
  }

  /** The body is checked first: a malformed request must not use the invite up. */
  validate(request: FastifyRequest): Promise<SignedIn> {
    const { device, ticket } = bodyOf(request, routes.acceptInvite);
    const { code = '' } = request.params as { code?: string };
    return this.accept.execute(code, device, ticket);
  }
}
