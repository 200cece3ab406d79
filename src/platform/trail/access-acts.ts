import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { TRACE_LENGTH, TRACE_LETTERS, writeTrace } from '#contracts/access/trace-code';
import type { FileMark } from '#documents';
import { type Actor, unitOf } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { AccessAct } from './access-act.entity.ts';
import { markLine } from './mark-line.ts';

/** Who stands behind an act, as far as it is known where it happens. */
export type ActBy = Pick<Actor, 'personId' | 'postId' | 'commandId' | 'screen'> &
  Partial<Pick<Actor, 'sessionId' | 'posts'>>;

type Told = Pick<AccessAct, 'what'> & Partial<Pick<AccessAct, 'unitId' | 'byUnitId' | 'people' | 'purpose' | 'route'>>;
type Noted = Told & { kind: Exclude<AccessAct['kind'], 'export'> };

/** A list on its way out: the act, and what its file carries. */
export interface TakenList {
  id: string;
  mark: FileMark;
}

/** Writes down what somebody did without changing anything: a look, a list, a sign-in, a refusal. */
@Injectable()
export class AccessActs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Before what it tells of leaves the server; within the caller's transaction where it is given one. Gives the act's id. */
  note(by: ActBy, told: Noted, tx: Tx = this.database.manager): Promise<string> {
    return this.write(tx, by, told);
  }

  /** The same of a list of people that is taken away, under a code of its own. */
  async taken(
    by: ActBy & Pick<Actor, 'fullName' | 'language'>,
    told: Told,
    tx: Tx = this.database.manager,
  ): Promise<TakenList> {
    const trace = await freeTrace(tx);
    const id = await this.write(tx, by, { ...told, kind: 'export', trace });
    return { id, mark: { code: trace, line: markLine(trace, { by, at: this.clock.now(), ...told }) } };
  }

  private async write(tx: Tx, by: ActBy, told: Told & Partial<AccessAct>): Promise<string> {
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

/** Short enough to be read aloud, so one that is drawn may be taken already. */
async function freeTrace(tx: Tx): Promise<string> {
  for (;;) {
    const letters = [...randomBytes(TRACE_LENGTH)].map((byte) => TRACE_LETTERS[byte % TRACE_LETTERS.length]);
    const trace = writeTrace(letters.join(''));
    if (!(await tx.existsBy(AccessAct, { trace }))) return trace;
  }
}
