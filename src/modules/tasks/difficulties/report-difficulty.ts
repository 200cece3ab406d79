import { Injectable } from '@nestjs/common';
import { v4, v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { announcePhotos } from '../work/photos/announce-photos.ts';
import { TaskAccess } from '../work/task/task-access.ts';
import { type TeamPlace, TeamPlaceQueries } from '../work/task/team-place.queries.ts';
import { difficultyErrors, progressErrors } from '../tasks.errors.ts';
import { DifficultyWriter } from './difficulty-writer.ts';

/** As the phone, or the chat, tells it. */
type Told = Omit<RouteBody<typeof routes.reportDifficulty>, 'photoIds' | 'hamletId'> & {
  photoIds?: readonly string[];
  hamletId?: string | null | undefined;
};

/** "Báo khó khăn": kept for the commune; the day by which it is answered is fixed now. */
@Injectable()
export class ReportDifficulty {
  constructor(
    private readonly database: Database,
    private readonly access: TaskAccess,
    private readonly places: TeamPlaceQueries,
    private readonly clock: Clock,
    private readonly writer: DifficultyWriter,
  ) {}

  /** Gives the difficulty's id; the same command twice gives the same. */
  async execute(actor: Actor, teamId: string, told: Told): Promise<string> {
    const place = await this.places.of(teamId, actor);
    await this.access.require(actor, 'difficulty.report', place);
    const { taskId, hamletId = null } = told;
    const of = taskId && (await this.access.placeOf(taskId, actor)).teamId;
    if (of && !(await this.access.isOneTeam(of, place.teamId))) throw progressErrors.otherTeam({ path: 'taskId' });
    if (hamletId && !(await this.isWithin(hamletId, place.communeId)))
      throw difficultyErrors.hamletElsewhere({ path: 'hamletId' });
    return this.database.tx((tx) => this.write(tx, actor, place, told));
  }

  private async write(tx: Tx, actor: Actor, place: TeamPlace, told: Told): Promise<string> {
    const commandId = actor.commandId ?? v4();
    const id = v7();
    const recordedAt = this.clock.now();
    const { hamletId = null, photoIds = [] } = told;
    const isNew = await this.writer.write(tx, actor, { ...told, ...place, id, commandId, at: recordedAt, hamletId });
    if (!isNew) return this.earlier(tx, actor, commandId);
    await announcePhotos(tx, { difficultyId: id }, { photoIds, actorId: actor.personId, recordedAt });
    return id;
  }

  private async earlier(tx: Tx, { personId }: Actor, commandId: string): Promise<string> {
    const [row] = await rowsOf<{ id: string }>(
      tx,
      sql`select id from difficulties where by_id = ${personId} and command_id = ${commandId}`,
    );
    return row?.id as string;
  }

  /** Teams help their neighbours, and a mast fails where it stands: any hamlet of the commune. */
  private async isWithin(unitId: string, communeId: string): Promise<boolean> {
    const rows = await this.database.rows(
      sql`select 1 from unit_closure where descendant_id = ${unitId} and ancestor_id = ${communeId}`,
    );
    return rows.length > 0;
  }
}
