/**
 * The one way in which a difficulty is changed: right at its place, row locked. A company's people have a right to what was
 * passed on to their company and to nothing else.
 */
import { Injectable } from '@nestjs/common';
import type { Action } from '#contracts/actions';
import { type Held, HandoversApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { CompanyPosts } from '../orders/joint/company-posts.ts';
import { difficultyErrors } from '../tasks.errors.ts';
import { Difficulty } from './difficulty.entity.ts';

export type DifficultyPlace = Pick<Difficulty, 'unitId' | 'teamId' | 'providerId'>;
export type DifficultyRow = DifficultyPlace &
  Pick<
    Difficulty,
    'id' | 'kind' | 'text' | 'communeId' | 'hamletId' | 'taskId' | 'answer' | 'answeredAt' | 'escalatedAt' | 'closedAt'
  >;

export interface Hands {
  personId: string;
  before: readonly Held[];
}

const columns = sql`d.id, d.kind, d.text, d.team_id as "teamId", d.unit_id as "unitId", d.commune_id as "communeId",
  d.hamlet_id as "hamletId", d.task_id as "taskId", d.provider_id as "providerId", d.answer, d.answered_at as "answeredAt",
  d.escalated_at as "escalatedAt", d.closed_at as "closedAt"`;

@Injectable()
export class DifficultyAccess {
  constructor(
    private readonly database: Database,
    private readonly posts: CompanyPosts,
    private readonly handovers: HandoversApi,
    private readonly clock: Clock,
  ) {}

  /**
   * @param by `office`: the commune and the office above only, also for what a company is to settle
   * @throws difficulty.notFound, platform.denied
   */
  async change<T>(
    actor: Actor,
    id: string,
    action: Action,
    work: (tx: Tx, row: DifficultyRow, now: Date) => Promise<T>,
    by: 'any' | 'office' = 'any',
  ): Promise<T> {
    await this.open(actor, id, action, by);
    return this.database.tx(async (tx) => {
      const [locked] = await rowsOf<DifficultyRow>(
        tx,
        sql`select ${columns} from difficulties d where d.id = ${id} for update`,
      );
      if (!locked) throw difficultyErrors.notFound();
      return work(tx, locked, this.clock.now());
    });
  }

  /** Who has something in hand for the actor: they themselves, and whose posts came to them. */
  async hands({ personId }: Actor): Promise<Hands> {
    return { personId, before: await this.handovers.before(personId) };
  }

  /** The difficulty, after the right to it. @throws difficulty.notFound, platform.denied */
  async open(actor: Actor, id: string, action: Action, by: 'any' | 'office' = 'any'): Promise<DifficultyRow> {
    const row: DifficultyRow | null = await this.database.manager.findOne(Difficulty, {
      select: {
        id: true,
        kind: true,
        text: true,
        teamId: true,
        unitId: true,
        communeId: true,
        hamletId: true,
        taskId: true,
        providerId: true,
        answer: true,
        answeredAt: true,
        escalatedAt: true,
        closedAt: true,
      },
      where: { id },
    });
    if (!row) throw difficultyErrors.notFound();
    const { unitId, teamId, providerId } = row;
    await this.posts.require(actor, action, { unitId, teamId }, by === 'office' ? null : providerId);
    return row;
  }
}
