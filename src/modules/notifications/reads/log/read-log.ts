import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { logKinds } from '#contracts/access/log-kinds';
import { endOfDay, startOfDay } from '#i18n';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { pagesOf } from '#platform/http';
import { LogAccess } from './log-access.ts';
import { type LogFilter, LogQueries } from './log.queries.ts';
import { LogPresenter } from './log.presenter.ts';
import { UNUSUAL_DAYS, unusualIn } from './unusual.ts';

export type LogAsked = Pick<RouteQuery<typeof routes.readLog>, 'kind' | 'from' | 'to' | 'personId' | 'purpose'>;

const pages = pagesOf('log', z.tuple([z.iso.datetime(), z.uuid()]));
const DAY_MS = 86_400_000;
const NO_ID = '00000000-0000-0000-0000-000000000000';

export const filterOf = ({ kind, personId, purpose }: LogAsked): LogFilter => ({
  kinds: kind ? [kind] : logKinds,
  personId: personId ?? null,
  purpose: purpose ?? null,
});

/** All of the days from the first to the last. */
export const daysOf = ({ from, to }: Pick<LogAsked, 'from' | 'to'>) => ({
  from: new Date(startOfDay(from)),
  before: [new Date(endOfDay(to)), NO_ID] as const,
});

@Injectable()
export class ReadLog {
  constructor(
    private readonly access: LogAccess,
    private readonly queries: LogQueries,
    private readonly presenter: LogPresenter,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    query: RouteQuery<typeof routes.readLog>,
  ): Promise<RouteAnswer<typeof routes.readLog>> {
    const place = await this.access.place(actor, unitId);
    const asked = { unitId, ...query };
    const after = pages.after(asked);
    const days = daysOf(query);
    const window = {
      ...days,
      ...(after && { before: [new Date(after[0]), after[1]] as const }),
      limit: query.limit + 1,
    };
    const rows = await this.queries.rows(place, filterOf(query), window);
    const { items, nextCursor } = pages.cut(asked, rows, (row) => [row.at.toISOString(), row.id]);
    return { items: await this.presenter.entries(actor, items), nextCursor };
  }

  async unusual(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.unusualUse>> {
    const place = await this.access.place(actor, unitId);
    const since = new Date(this.clock.now().getTime() - UNUSUAL_DAYS * DAY_MS);
    const rows = unusualIn(await this.queries.usedHours(place, since));
    const people = await this.membership.people(rows.map(({ personId }) => personId));
    return rows.flatMap(({ use, personId, count, from, to }) => {
      const person = people.get(personId);
      return person ? [{ use, person, count, from: from.toISOString(), to: to.toISOString() }] : [];
    });
  }
}
