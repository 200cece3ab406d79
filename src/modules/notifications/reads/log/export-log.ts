import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { MOST_LOG_ROWS } from '#contracts/access/log-kinds';
import { writeLongWorkbook } from '#documents';
import { fill } from '#i18n';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { AccessActs } from '#platform/trail';
import { logErrors } from '../../notifications.errors.ts';
import { LogAccess } from './log-access.ts';
import { LogQueries } from './log.queries.ts';
import { LogPresenter } from './log.presenter.ts';
import { logSheet, wordsOf } from './log-sheet.ts';
import { daysOf, filterOf } from './read-log.ts';

/** The log on its way out: that it was taken, and what for, stands in it. */
@Injectable()
export class ExportLog {
  constructor(
    private readonly access: LogAccess,
    private readonly queries: LogQueries,
    private readonly presenter: LogPresenter,
    private readonly organization: OrganizationApi,
    private readonly acts: AccessActs,
  ) {}

  /** @throws log.tooLong */
  async execute(
    actor: Actor,
    unitId: string,
    asked: RouteBody<typeof routes.exportLog>,
  ): Promise<{ file: Buffer; name: string }> {
    const place = await this.access.place(actor, unitId);
    const rows = await this.queries.rows(place, filterOf(asked), { ...daysOf(asked), limit: MOST_LOG_ROWS + 1 });
    if (rows.length > MOST_LOG_ROWS) throw logErrors.tooLong({ most: MOST_LOG_ROWS });
    const people = new Set(rows.map(({ personId }) => personId)).size;
    const told = { what: 'log.export', unitId, people, purpose: asked.reason };
    const { mark } = await this.acts.taken(actor, told);
    const sheet = logSheet(await this.presenter.entries(actor, rows), actor.language);
    const file = await writeLongWorkbook([{ ...sheet, mark }]);
    const unit = (await this.organization.unitRef(unitId))?.fullName ?? '';
    const { from, to } = asked;
    return { file, name: fill(wordsOf(actor.language)['log.file'] ?? '', { unit, from, to }) };
  }
}
