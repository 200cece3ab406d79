import { Injectable } from '@nestjs/common';
import type { DifficultyKind } from '#contracts/enums';
import type { Actor } from '#platform/auth';
import { rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { TeamPlace } from '../work/task/team-place.queries.ts';
import { difficultyReported } from '../tasks.events.ts';
import { DifficultyDeadlines } from './difficulty-deadlines.ts';
import { PassOnDifficulty } from './pass-on-difficulty.ts';

interface NewDifficulty extends TeamPlace {
  id: string;
  commandId: string;
  at: Date;
  kind: DifficultyKind;
  text: string;
  taskId?: string | undefined;
  hamletId: string | null;
  spot?: string | undefined;
}

/** A difficulty with its day, told to the commune, and to the company where it is the company's. */
@Injectable()
export class DifficultyWriter {
  constructor(
    private readonly deadlines: DifficultyDeadlines,
    private readonly passOn: PassOnDifficulty,
    private readonly outbox: Outbox,
  ) {}

  /** False when this command has written it before. */
  async write(tx: Tx, actor: Actor, told: NewDifficulty): Promise<boolean> {
    const { id, kind, taskId, unitId, hamletId } = told;
    const [row] = await rowsOf(
      tx,
      sql`insert into difficulties (id, kind, text, team_id, unit_id, commune_id, task_id, by_id, at, command_id, due_on,
          hamlet_id, spot)
        values (${id}, ${kind}, ${told.text}, ${told.teamId}, ${unitId}, ${told.communeId}, ${taskId ?? null},
          ${actor.personId}, ${told.at}, ${told.commandId}, ${await this.deadlines.dueOn(tx, told.communeId)}, ${hamletId},
          ${told.spot ?? null})
       on conflict (by_id, command_id) do nothing returning id`,
    );
    if (!row) return false;
    await this.outbox.append(
      tx,
      difficultyReported({ difficultyId: id, ...(taskId && { taskId }) }, { unitId, changes: { kind } }),
      actor,
    );
    if (kind === 'signal') await this.passOn.atOnce(tx, actor, { id, unitId, hamletId });
    return true;
  }
}
