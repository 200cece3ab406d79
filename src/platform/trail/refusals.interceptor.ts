import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { catchError, from, type Observable, switchMap, throwError } from 'rxjs';
import type { AuthenticatedRequest } from '#platform/auth';
import { platformErrors, ProblemError, routeOf } from '#platform/http';
import { AccessActs } from './access-acts.ts';

const DENIED = 403;
const { code: proofNeeded } = platformErrors.proofNeeded();
/** A program that asks again and again is one line a minute, so that nobody can fill the log. */
const ONCE_MS = 60_000;
const MOST_KNOWN = 10_000;

/** Who was refused what stands in the log. */
@Injectable()
export class RefusalsInterceptor implements NestInterceptor {
  private readonly noted = new Map<string, number>();

  constructor(private readonly acts: AccessActs) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next
      .handle()
      .pipe(
        catchError((error: unknown) => from(this.note(error, context)).pipe(switchMap(() => throwError(() => error)))),
      );
  }

  private async note(error: unknown, context: ExecutionContext): Promise<void> {
    // Who is asked for a proof is not refused: the same goes on when it is shown.
    if (!(error instanceof ProblemError) || error.status !== DENIED || error.code === proofNeeded) return;
    const { actor } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const asked = routeOf(context.getHandler());
    if (!actor || !asked) return;
    const route = `${asked.method} ${asked.path}`;
    if (this.isKnown(`${actor.personId} ${route}`)) return;
    await this.acts.note(actor, { kind: 'refused', what: error.code, route });
  }

  private isKnown(key: string): boolean {
    const now = performance.now();
    if ((this.noted.get(key) ?? Number.NEGATIVE_INFINITY) > now - ONCE_MS) return true;
    if (this.noted.size >= MOST_KNOWN) this.noted.clear();
    this.noted.set(key, now);
    return false;
  }
}
