import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { routes } from '#contracts';
import { bodyOf } from '#platform/http';
import type { SignedIn } from '../sessions/sessions.ts';
import { SignInWithPassword } from './sign-in-with-password.ts';

@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly signIn: SignInWithPassword) {
    super();
  }

  validate(request: FastifyRequest): Promise<SignedIn> {
    return this.signIn.execute(bodyOf(request, routes.signInWithPassword), request.ip);
  }
}
