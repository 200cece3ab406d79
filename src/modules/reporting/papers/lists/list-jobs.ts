import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { listErrors } from '../../reporting.errors.ts';
import { type ListJobRow, ListJobStore } from './list-job-store.ts';
import { ListQueue } from './make-list.ts';
import { isOffice } from '../documents/print-appendix.ts';
import type { PrintedFile } from '../documents/printed-file.ts';

type View = RouteAnswer<typeof routes.makeList>;

/** Lists in the background, as whoever asked for them sees them. */
@Injectable()
export class ListJobs {
  constructor(
    private readonly jobs: ListJobStore,
    private readonly queue: ListQueue,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  /** The same job while it is not done yet. */
  async ask(
    actor: Actor,
    unitId: string,
    { at = this.clock.today(), purpose }: RouteBody<typeof routes.makeList>,
  ): Promise<View> {
    await this.scope.require(actor, 'roster.export', { unitId });
    const unit = await this.organization.unitRef(unitId, at);
    if (!unit || !isOffice(unit)) throw platformErrors.notFound();
    const job = await this.jobs.open({ unitId, askedBy: actor.personId, onDay: at, purpose });
    await this.queue.add([job]);
    return this.view(job);
  }

  async mine(actor: Actor): Promise<View[]> {
    return Promise.all((await this.jobs.of(actor.personId)).map((job) => this.view(job)));
  }

  /** @throws list.notFound */
  async one(actor: Actor, jobId: string): Promise<View> {
    return this.view(await this.own(actor, jobId));
  }

  /** @throws list.notFound, list.notReady, list.failed */
  async file(actor: Actor, jobId: string): Promise<PrintedFile> {
    const job = await this.own(actor, jobId);
    await this.scope.require(actor, 'roster.export', { unitId: job.unitId });
    if (job.state === 'failed') throw listErrors.failed();
    const file = await this.jobs.file(jobId);
    if (!file) throw listErrors.notReady({ percent: job.percent });
    return { file, format: 'xlsx', name: (job.name ?? '').replace(/\.xlsx$/, '') };
  }

  private async own(actor: Actor, jobId: string): Promise<ListJobRow> {
    const job = await this.jobs.one(jobId);
    if (job?.askedBy !== actor.personId) throw listErrors.notFound();
    return job;
  }

  private async view(job: ListJobRow): Promise<View> {
    const unit = await this.organization.unitRef(job.unitId, job.onDay);
    if (!unit) throw listErrors.notFound();
    return {
      id: job.id,
      unit,
      at: job.onDay,
      state: job.state,
      percent: job.percent,
      teams: job.teams,
      name: job.name,
      purpose: job.purpose,
      askedAt: job.askedAt.toISOString(),
      doneAt: job.doneAt?.toISOString() ?? null,
      keptUntil: job.state === 'ready' ? (await this.jobs.keptUntil(job)).toISOString() : null,
    };
  }
}
