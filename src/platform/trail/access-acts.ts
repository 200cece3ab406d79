import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { type Actor, unitOf } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { AccessAct } from './access-act.entity.ts';

/** Who stands behind an act, as far as it is known where it happens. */
export type ActBy = Pick<Actor, 'personId' | 'postId' | 'commandId' | 'screen'> &
  Partial<Pick<Actor, 'sessionId' | 'posts'>>;

type Told = Pick<AccessAct, 'kind' | 'what'> &
  Partial<Pick<AccessAct, 'unitId' | 'byUnitId' | 'people' | 'purpose' | 'route'>>;

/** Writes down what somebody did without changing anything: a look, a list, a sign-in, a refusal. */
@Injectable()
export class AccessActs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Before what it tells of leaves the server; within the caller's transaction where it is given one. Gives the act's id. */
  async note(by: ActBy, told: Told, tx: Tx = this.database.manager): Promise<string> {
    const id = v7();
    const own = unitOf(by);
    await tx.insert(AccessAct, {
      id,
      at: this.clock.now(),
      personId: by.personId,
      byUnitId: own,
      unitId: own,
      commandId: by.commandId ?? null,
      // Who acts from a chat has none.
      sessionId: by.sessionId || null,
      screen: by.screen ?? null,
      ...told,
    });
    return id;
  }
}
