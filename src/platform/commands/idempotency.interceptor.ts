import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { catchError, from, lastValueFrom, type Observable, of, switchMap, throwError } from 'rxjs';
import { z } from 'zod';
import type { AuthenticatedRequest } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Prepared, prepared, short, sql } from '#platform/database';
import { Log } from '#platform/logging';
import { platformErrors, ProblemError, routeOf } from '#platform/http';
import type { CommandAnswer } from './command-answer.entity.ts';
import { hasWritten } from './written.sql.ts';

type Kept = Pick<CommandAnswer, 'route' | 'bodyHash' | 'status' | 'answer'>;

/** After this a command without an answer counts as cut off, and the next one with its key takes over. */
const CUT_OFF_MS = 30_000;
/** Stands for the route of a command that its owner took back before it arrived. */
export const WITHDRAWN = '';
const MOST_KEPT_BYTES = 64 * 1024;
const POLL_MS = 50;
const POLLS = 60;

/**
 * The same Idempotency-Key gets the same answer for 90 days, also from another process, also while the first still runs.
 * Single rows by hand: every command of the bench `morning` passes here.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const { actor } = request;
    if (!routeOf(context.getHandler())?.command || !actor?.commandId) return next.handle();
    if (!z.uuid().safeParse(actor.commandId).success) throw platformErrors.badCommandId();
    const command = {
      personId: actor.personId,
      id: actor.commandId,
      route: `${request.method} ${request.url}`,
      hash: hashOf(request.body),
      repeats: routeOf(context.getHandler())?.repeats === true,
    };
    const kept = await this.begin(command);
    if (kept) return of(this.replay(kept, context.switchToHttp().getResponse<FastifyReply>()));
    return from(this.run(command, next, context));
  }

  private async run(command: Command, next: CallHandler, context: ExecutionContext): Promise<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const outcome = next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          from(this.keepRefusal(command, error)).pipe(switchMap(() => throwError(() => error))),
        ),
      );
    const answer = await lastValueFrom(outcome, { defaultValue: undefined });
    const text = JSON.stringify(answer ?? null);
    const size = Buffer.byteLength(text);
    if (size <= MOST_KEPT_BYTES) await this.keep(command, reply.statusCode, text);
    else await this.keepWithout(command, size);
    return answer;
  }

  /** Undefined when this request is the one that acts. */
  private async begin(command: Command): Promise<Kept | undefined> {
    for (let poll = 0; poll < POLLS; poll++) {
      const now = this.clock.now();
      const mine = await this.database.one<{ done: boolean }>(beginSql(command, now));
      if (mine && (!mine.done || command.repeats)) return undefined;
      if (mine) return this.keepDone(command);
      const kept = await this.database.one<Kept>(
        short(sql`select route, body_hash as "bodyHash", status, answer from command_answers where person_id = ${command.personId}
          and command_id = ${command.id}`),
      );
      if (kept?.route === WITHDRAWN) throw platformErrors.commandWithdrawn();
      if (kept && (kept.bodyHash !== command.hash || kept.route !== command.route))
        throw platformErrors.commandReused();
      if (kept?.status) return kept;
      await pause(POLL_MS);
    }
    throw platformErrors.commandRunning().after(1);
  }

  private replay(kept: Kept, reply: FastifyReply): unknown {
    const status = kept.status ?? 200;
    if (status < 400) {
      void reply.status(status);
      return kept.answer ?? undefined;
    }
    const { code, title, details } = kept.answer as { code: string; title: string; details: ProblemError['details'] };
    throw new ProblemError(status, code, title, details);
  }

  /** What it wrote is there, and what it answered is lost with the process or the connection: never worked a second time. */
  private async keepDone(command: Command): Promise<Kept> {
    const { code, message: title, status, details } = platformErrors.alreadyDone();
    await this.keep(command, status, JSON.stringify({ code, title, details }));
    return {
      route: command.route,
      bodyHash: command.hash,
      status,
      answer: { code, title, details },
    };
  }

  /** A command answers what it did, not all that it touched: what is larger is not kept for ninety days. */
  private async keepWithout(command: Command, size: number): Promise<void> {
    this.log.error(
      { route: command.route.replace(/[\da-f-]{36}/g, 'id'), size },
      'the answer of a command is too large to be kept',
    );
    if (command.repeats) await this.forget(command);
    else await this.keepDone(command);
  }

  /** A refusal is an answer too; what was nobody's fault (5xx, 429, 401), or waits for a proof, may be tried again. */
  private async keepRefusal(command: Command, error: unknown): Promise<void> {
    const final =
      error instanceof ProblemError &&
      error.status < 500 &&
      ![401, 408, 429].includes(error.status) &&
      error.code !== platformErrors.proofNeeded().code;
    if (final) {
      const { code, message: title, details } = error;
      await this.keep(command, error.status, JSON.stringify({ code, title, details }));
    } else await this.forget(command);
  }

  private async forget({ personId, id }: Command): Promise<void> {
    await this.database.rows(
      sql`delete from command_answers where person_id = ${personId} and command_id = ${id} and status is null`,
    );
  }

  private async keep(command: Command, status: number, answer: string): Promise<void> {
    await this.database.rows(
      prepared(
        'idempotency.keep',
        sql`update command_answers set status = ${status}, answer = ${answer}
          where person_id = ${command.personId} and command_id = ${command.id}`,
      ),
    );
  }
}

interface Command {
  personId: string;
  id: string;
  route: string;
  hash: string;
  /** Worked again, it gives its first answer by itself. */
  repeats: boolean;
}

/** Need not reach the disk by itself: what the command commits afterwards takes it along. */
const beginSql = ({ personId, id, route, hash }: Command, now: Date): Prepared =>
  prepared(
    'idempotency.begin',
    sql`insert into command_answers (person_id, command_id, route, body_hash, started_at)
       values (${personId}, ${id}, ${route}, ${hash}, ${now})
     on conflict (person_id, command_id) do update set started_at = ${now}
       where command_answers.status is null and command_answers.started_at < ${new Date(now.getTime() - CUT_OFF_MS)}
        and command_answers.route = ${route} and command_answers.body_hash = ${hash}
     returning set_config('synchronous_commit', 'off', true),
       ${hasWritten(id, personId)} as done`,
  );

function hashOf(body: unknown): string {
  return createHash('sha256')
    .update(Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null))
    .digest('base64url');
}
