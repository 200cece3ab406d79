import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { dataRequestErrors } from '../../membership.errors.ts';
import { PeopleQueries } from '../../people/people/people.queries.ts';
import { DataRequestWriter } from './data-request-writer.ts';

/** Paper that was laid aside longer ago than this is entered as of today, with a word about it. */
const DAYS_BACK = 60;

/** An officer enters what came on paper, for somebody who does not use the app. */
@Injectable()
export class RecordDataRequest {
  constructor(
    private readonly writer: DataRequestWriter,
    private readonly people: PeopleQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** The clock runs from the day on which the paper came. @throws dataRequest.dayPast, openAlready, platform.denied, platform.notFound */
  async execute(
    actor: Actor,
    id: string,
    { receivedOn, ...asked }: RouteBody<typeof routes.recordDataRequest>,
  ): Promise<string> {
    const personId = await this.people.current(id);
    const unitId = await this.writer.unitFor(personId);
    await this.scope.require(actor, 'data.answer', { unitId });
    const today = this.clock.today();
    if (receivedOn > today || receivedOn < addDays(today, -DAYS_BACK))
      throw dataRequestErrors.dayPast({ path: 'receivedOn' });
    const receivedAt = receivedOn === today ? this.clock.now() : new Date(`${receivedOn}T08:00:00+07:00`);
    return this.writer.write(actor, asked, { personId, unitId, source: 'paper', receivedAt });
  }
}
