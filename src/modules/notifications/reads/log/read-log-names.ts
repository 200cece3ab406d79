import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { AccessActs } from '#platform/trail';
import { logErrors } from '../../notifications.errors.ts';
import { LogAccess } from './log-access.ts';
import { LogQueries } from './log.queries.ts';

const MOST_NAMES = 500;

/** The names behind a number of the log. Who reads them stands in the log, before they leave. */
@Injectable()
export class ReadLogNames {
  constructor(
    private readonly access: LogAccess,
    private readonly queries: LogQueries,
    private readonly organization: OrganizationApi,
    private readonly acts: AccessActs,
    private readonly clock: Clock,
  ) {}

  /** @throws log.entryNotFound */
  async execute(actor: Actor, unitId: string, entryId: string): Promise<RouteAnswer<typeof routes.logNames>> {
    const act = await this.queries.act(await this.access.place(actor, unitId), entryId);
    if (!act) throw logErrors.entryNotFound();
    await this.acts.note(actor, { kind: 'look', what: 'log.names', unitId: act.unitId, people: act.people });
    const names = await this.queries.names(entryId, this.clock.today(), MOST_NAMES);
    const units = await this.organization.unitRefs(names.flatMap((name) => name.unitId ?? []));
    return {
      people: names.map(({ unitId: place, ...person }) => ({ ...person, unit: units.get(place ?? '') ?? null })),
      total: act.people ?? names.length,
    };
  }
}
