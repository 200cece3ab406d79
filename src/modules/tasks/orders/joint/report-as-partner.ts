import { Injectable } from '@nestjs/common';
import { v4, v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { CompanyPosts } from './company-posts.ts';
import { progressErrors, taskErrors } from '../../tasks.errors.ts';
import { partnerReported } from '../../tasks.events.ts';

interface Joint {
  unitId: string;
  state: string;
  providerId: string | null;
}

/** A company says its side of a joint task: seen by the commune beside the team's number, and added to nothing. */
@Injectable()
export class ReportAsPartner {
  constructor(
    private readonly database: Database,
    private readonly posts: CompanyPosts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The same command twice is one report. @throws task.notFound, task.alreadyConfirmed, progress.inFuture, platform.denied */
  async execute(
    actor: Actor,
    taskId: string,
    { value, happenedOn, note, link }: RouteBody<typeof routes.reportAsPartner>,
  ): Promise<void> {
    const joint = await this.database.one<Joint>(
      sql`select t.unit_id as "unitId", t.state, a.provider_id as "providerId"
        from tasks t join assignments a on a.id = t.assignment_id where t.id = ${taskId}`,
    );
    if (!joint) throw taskErrors.notFound();
    await this.posts.require(actor, 'task.partner', { unitId: joint.unitId }, joint.providerId);
    if (happenedOn > this.clock.today()) throw progressErrors.inFuture({ path: 'happenedOn' });
    if (joint.state === 'confirmed' || joint.state === 'cancelled') throw taskErrors.jointClosed();
    await this.database.tx(async (tx) => {
      const [row] = await rowsOf(
        tx,
        sql`insert into partner_reports (id, task_id, provider_id, value, happened_on, note, link, by_id, at, command_id)
          values (${v7()}, ${taskId}, ${joint.providerId}, ${value}, ${happenedOn}, ${note ?? null}, ${link ?? null},
            ${actor.personId}, ${this.clock.now()}, ${actor.commandId ?? v4()})
          on conflict (by_id, command_id) do nothing returning id`,
      );
      if (row)
        await this.outbox.append(tx, partnerReported({ taskId }, { unitId: joint.unitId, changes: { value } }), actor);
    });
  }
}
