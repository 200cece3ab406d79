import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { readTrace } from '#contracts/access/trace-code';
import type { Actor } from '#platform/auth';
import { logErrors } from '../../notifications.errors.ts';
import { LogAccess } from './log-access.ts';
import { LogPresenter } from './log.presenter.ts';
import { LogQueries } from './log.queries.ts';

/** From the code in a file to who took it away. */
@Injectable()
export class FindTrace {
  constructor(
    private readonly access: LogAccess,
    private readonly queries: LogQueries,
    private readonly presenter: LogPresenter,
  ) {}

  /** @throws log.traceNotFound also for a list of another unit, and for what is no code */
  async execute(actor: Actor, unitId: string, typed: string): Promise<RouteAnswer<typeof routes.logByTrace>> {
    const place = await this.access.place(actor, unitId);
    const code = readTrace(typed);
    const row = code && (await this.queries.traced(place, code));
    const [entry] = row ? await this.presenter.entries(actor, [row]) : [];
    if (!entry) throw logErrors.traceNotFound();
    return entry;
  }
}
