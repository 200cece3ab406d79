import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';

type Rehearsal = RouteAnswer<typeof routes.rehearseMerger>;
type ToSplit = RouteAnswer<typeof routes.hamletToSplit>;
type Numbers = Rehearsal['numbers'];
export type Block = Rehearsal['blocks'][number];

export interface MergerAsked {
  hamletIds: readonly string[];
  onDate: string;
  leaderId: string | null;
  /** Each open task is wanted, not how many there are. */
  listsWork?: boolean;
}
/** What a module has of hamlets that would become one, or of one that would become two. */
export interface MergerShare {
  numbers?: Partial<Numbers>;
  teams?: readonly { hamletId: string; id: string; name: string }[];
  people?: Rehearsal['people'];
  openTasks?: readonly { hamletId: string; count: number }[];
  ordersOfBoth?: Rehearsal['ordersOfBoth'];
  tasks?: ToSplit['tasks'];
  blocks?: readonly Block[];
}
type Look = (asked: MergerAsked) => Promise<MergerShare>;

/** What hangs on hamlets that become one or two: each module above says it of its own, and what of it stands against it. */
@Injectable()
export class MergerShares {
  private readonly looks: Look[] = [];

  /** Called once at start by the module whose it is. */
  lookBy(look: Look): void {
    this.looks.push(look);
  }

  /** In the order of the modules. */
  async of(asked: MergerAsked): Promise<MergerShare[]> {
    const shares: MergerShare[] = [];
    for (const look of this.looks) shares.push(await look(asked));
    return shares;
  }
}
