import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

/** The first day on which something of the module rests on the directive; null when nothing does. */
type Look = (tx: Tx, directiveId: string) => Promise<string | null>;

/** Since when a directive is in use: a directive cannot be younger than what rests on it. Modules above say what of theirs does. */
@Injectable()
export class DirectiveUses {
  private readonly looks: Look[] = [];

  /** Called once at start by the module whose it is. */
  lookBy(look: Look): void {
    this.looks.push(look);
  }

  async first(tx: Tx, directiveId: string): Promise<string | null> {
    const days: string[] = [];
    for (const look of this.looks) days.push(...[await look(tx, directiveId)].filter((day) => day !== null));
    return days.sort()[0] ?? null;
  }
}
