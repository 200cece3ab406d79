import { Injectable } from '@nestjs/common';
import { NumbersApi } from '#modules/membership';
import { AddressNews } from '../plan/states/address-news.ts';

/** What people say of numbers that platforms had refused. */
@Injectable()
export class NumberNews {
  constructor(
    private readonly members: NumbersApi,
    private readonly addresses: AddressNews,
  ) {}

  /** It is right after all: templates go there again. */
  async answered(questionId: string, at: Date): Promise<void> {
    const number = await this.members.question(questionId);
    if (number?.isKept) await this.addresses.back('zalo-zbs', `phone:${number.e164.slice(1)}`, at);
  }
}
