/**
 * The guards of the doors. They hand passport the strategy itself instead of its name: passport's registry is one
 * per process, and a process may run several applications (tests, benches).
 */
import { Injectable } from '@nestjs/common';
import { AuthGuard, type IAuthModuleOptions } from '@nestjs/passport';
import { InviteStrategy } from './invite.strategy.ts';
import { PasswordStrategy } from './password.strategy.ts';

@Injectable()
export class PasswordGuard extends AuthGuard() {
  constructor(strategy: PasswordStrategy) {
    super(using(strategy));
  }
}

@Injectable()
export class InviteGuard extends AuthGuard() {
  constructor(strategy: InviteStrategy) {
    super(using(strategy));
  }
}

/** Passport writes the outcome's callbacks onto the strategy, so each request gets an object of its own. */
export function using(strategy: object): IAuthModuleOptions {
  return {
    get defaultStrategy() {
      return Object.create(strategy) as never;
    },
  };
}
