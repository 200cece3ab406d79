import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { InviteRights } from '../people/invite-rights.ts';
import { AskAboutNumbers } from './ask-about-numbers.ts';

/** Who knows the person says that the number is dead: it counts as bounced, and stays asked about until there is another. */
@Injectable()
export class DoubtNumber {
  constructor(
    private readonly database: Database,
    private readonly rights: InviteRights,
    private readonly numbers: AskAboutNumbers,
  ) {}

  /** @throws platform.notFound, platform.denied */
  async execute(actor: Actor, personId: string): Promise<void> {
    await this.rights.requireSome(actor, personId);
    await this.database.tx((tx) => this.numbers.said(tx, personId, actor));
  }
}
