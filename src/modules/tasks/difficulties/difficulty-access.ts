/**
 * The one way in which a difficulty is changed: right at its place, row locked. A company's people have a right to what was
 * passed on to their company and to nothing else.
 */
import { Injectable } from '@nestjs/common';
import type { Action } from '#contracts/actions';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { difficultyErrors } from '../tasks.errors.ts';
import type { Difficulty } from './difficulty.entity.ts';

export type DifficultyPlace = Pick<Difficulty, 'unitId' | 'teamId' | 'providerId'>;
export type DifficultyRow = DifficultyPlace &
  Pick<
    Difficulty,
    'id' | 'kind' | 'text' | 'communeId' | 'hamletId' | 'taskId' | 'answeredAt' | 'escalatedAt' | 'closedAt'
  >;

const columns = sql`d.id, d.kind, d.text, d.team_id as "teamId", d.unit_id as "unitId", d.commune_id as "communeId",
  d.hamlet_id as "hamletId", d.task_id as "taskId", d.provider_id as "providerId", d.answered_at as "answeredAt",
  d.escalated_at as "escalatedAt", d.closed_at as "closedAt"`;

@Injectable()
export class DifficultyAccess {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
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
    const row = await this.database.one<DifficultyRow>(sql`select ${columns} from difficulties d where d.id = ${id}`);
    if (!row) throw difficultyErrors.notFound();
    await this.require(actor, action, by === 'office' ? { ...row, providerId: null } : row);
    return this.database.tx(async (tx) => {
      const [locked] = await rowsOf<DifficultyRow>(
        tx,
        sql`select ${columns} from difficulties d where d.id = ${id} for update`,
      );
      if (!locked) throw difficultyErrors.notFound();
      return work(tx, locked, this.clock.now());
    });
  }

  /** The difficulty, after the right to it. @throws difficulty.notFound, platform.denied */
  async open(actor: Actor, id: string, action: Action): Promise<DifficultyRow> {
    const row = await this.database.one<DifficultyRow>(sql`select ${columns} from difficulties d where d.id = ${id}`);
    if (!row) throw difficultyErrors.notFound();
    await this.require(actor, action, row);
    return row;
  }

  /** Companies for which the actor works today, by post. */
  async companiesOf(actor: Actor): Promise<{ postId: string; providerId: string }[]> {
    const posts = actor.posts.filter(({ role }) => role === 'trainer').map(({ id }) => id);
    if (posts.length === 0) return [];
    return this.database.rows(
      sql`select post_id as "postId", provider_id as "providerId" from trainers_at(${this.clock.today()}) where post_id = any(${posts})`,
    );
  }

  private async require(actor: Actor, action: Action, { unitId, teamId, providerId }: DifficultyPlace): Promise<void> {
    const own = new Set(
      (await this.companiesOf(actor)).filter((one) => one.providerId === providerId).map(({ postId }) => postId),
    );
    const posts = actor.posts.filter(({ id, role }) => role !== 'trainer' || own.has(id));
    const narrowed = { ...actor, posts };
    await this.scope.require(narrowed, action, { unitId, teamId });
    if (narrowed.postId) actor.postId = narrowed.postId;
  }
}
