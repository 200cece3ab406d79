import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { routes } from '#contracts';
import { bodyOf } from '#platform/http';
import type { SignedIn } from '../sessions/sessions.ts';
import { SignInWithAgency } from './sign-in-with-agency.ts';

@Injectable()
export class AgencyStrategy extends PassportStrategy(Strategy, 'agency') {
  constructor(private readonly signIn: SignInWithAgency) {
    super();
  }

  validate(request: FastifyRequest): Promise<SignedIn> {
    return this.signIn.execute(bodyOf(request, routes.signInWithAgency), request.ip);
  }
}
