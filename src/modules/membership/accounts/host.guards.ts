import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { using } from '../access/sign-in.guards.ts';
import { TelegramStrategy } from './telegram.strategy.ts';
import { ZaloStrategy } from './zalo.strategy.ts';

@Injectable()
export class TelegramGuard extends AuthGuard() {
  constructor(strategy: TelegramStrategy) {
    super(using(strategy));
  }
}

@Injectable()
export class ZaloGuard extends AuthGuard() {
  constructor(strategy: ZaloStrategy) {
    super(using(strategy));
  }
}
