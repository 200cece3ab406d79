import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { trailSql } from '#platform/trail';
import type { LogQuestion } from './log-question.entity.ts';

export type QuestionRow = Pick<LogQuestion, 'id' | 'askedBy' | 'askedAt' | 'answer' | 'answeredAt'>;

/** A question with the look or the list that it is about. */
export interface AskedRow extends QuestionRow, Pick<LogQuestion, 'personId'> {
  kind: 'look' | 'export';
  at: Date;
  what: string;
  people: number | null;
  purpose: string | null;
  trace: string | null;
}

@Injectable()
export class LogQuestions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By the act that each is about. */
  async ofActs(actIds: readonly string[]): Promise<Map<string, QuestionRow>> {
    if (actIds.length === 0) return new Map();
    const rows = await this.database.rows<QuestionRow & Pick<LogQuestion, 'actId'>>(
      sql`select q.act_id as "actId", q.id, q.asked_by as "askedBy", q.asked_at as "askedAt", q.answer,
            q.answered_at as "answeredAt" from log_questions q where q.act_id = any(${actIds})`,
    );
    return new Map(rows.map(({ actId, ...row }) => [actId, row]));
  }

  one(id: string): Promise<AskedRow | undefined> {
    return this.database.one(
      sql`select q.id, q.asked_by as "askedBy", q.asked_at as "askedAt", q.answer, q.answered_at as "answeredAt",
            q.person_id as "personId", a.at, a.kind, a.what, a.people, a.purpose, a.trace
         from log_questions q join ${trailSql.acts} a on a.id = q.act_id where q.id = ${id}`,
    );
  }

  /** Which of them still wait for an answer. */
  async open(ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.database.rows<Pick<LogQuestion, 'id'>>(
      sql`select id from log_questions where id = any(${ids}) and answered_at is null`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Undefined when it was asked already. */
  async ask(
    tx: Tx,
    asked: Pick<LogQuestion, 'actId' | 'personId' | 'unitId' | 'askedBy'>,
  ): Promise<string | undefined> {
    const [row] = await rowsOf<Pick<LogQuestion, 'id'>>(
      tx,
      sql`insert into log_questions (id, act_id, person_id, unit_id, asked_by, asked_at)
        values (${v7()}, ${asked.actId}, ${asked.personId}, ${asked.unitId}, ${asked.askedBy}, ${this.clock.now()})
        on conflict (act_id) do nothing returning id`,
    );
    return row?.id;
  }

  /** False when it was answered already. */
  async answer(tx: Tx, id: string, text: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      sql`update log_questions set answer = ${text}, answered_at = ${this.clock.now()}
        where id = ${id} and answered_at is null returning id`,
    );
    return rows.length > 0;
  }
}
