import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import { ReportingApi, reportAccepted, reportSubmitted } from '#modules/reporting';
import type { Actor } from '#platform/auth';
import { Clock, Tick } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { platformErrors } from '#platform/http';
import { OnEvent } from '#platform/outbox';
import { Queues } from '#platform/queue';
import { DeliveryChannels } from '../delivery-channels.ts';
import type { Occasion } from './office-mail.entity.ts';
import { OfficeMailStore } from './office-mail-store.ts';
import { SendOfficeMail } from './send-office-mail.ts';

/** Persisted data. */
const QUEUE = 'office-mail';
interface OfVersion {
  reportId: string;
  version: number;
}

/**
 * Copies by e-mail with the files attached: what was sent goes to the receiving office's mailbox, what was accepted to the
 * sender's own. The report in the system is the record; the mail is the habit.
 */
@Injectable()
export class OfficeMails implements OnApplicationBootstrap {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly channels: DeliveryChannels,
    private readonly mails: OfficeMailStore,
    private readonly reporting: ReportingApi,
    private readonly queues: Queues,
    private readonly send: SendOfficeMail,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.ROLE === 'api') return;
    this.queues.register<{ mailId: string }>(QUEUE, ({ mailId }) => this.send.execute(mailId), { concurrency: 2 });
  }

  @OnEvent(reportSubmitted, 'notifications.office-mail')
  submitted(payload: OfVersion): Promise<void> {
    return this.plan(payload, 'submitted');
  }

  @OnEvent(reportAccepted, 'notifications.office-mail')
  accepted(payload: OfVersion): Promise<void> {
    return this.plan(payload, 'accepted');
  }

  /** Gives how many were put into the queue. */
  @Tick('notifications.office-mails', 30_000)
  async run(): Promise<number> {
    await this.mails.takeFromTheDead();
    const due = await this.mails.due();
    await this.offer(due);
    return due.length;
  }

  private async plan({ reportId, version }: OfVersion, occasion: Occasion): Promise<void> {
    // An installation without a mail server mails nothing, also not later when it gets one.
    if (!this.channels.ids.includes('email')) return;
    const report = await this.reporting.report(reportId);
    const unitId = occasion === 'submitted' ? report?.receiverId : report?.unitId;
    const address = unitId && (await this.reporting.mailbox(unitId));
    if (!address) return;
    const id = await this.mails.add({ reportId, version, occasion, unitId, address });
    if (id) await this.offer([{ id, attempts: 0, repeats: 0 }]);
  }

  private async offer(due: readonly { id: string; attempts: number; repeats: number }[]): Promise<void> {
    if (due.length === 0) return;
    await this.queues.addMany(
      QUEUE,
      due.map(({ id, attempts, repeats }) => ({
        name: 'send',
        data: { mailId: id },
        jobId: `office-mail-${id}-${attempts}-${repeats}`,
      })),
    );
  }
}

/** What became of a report's copies. */
@Injectable()
export class ReadOfficeMails {
  constructor(
    private readonly mails: OfficeMailStore,
    private readonly reporting: ReportingApi,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, reportId: string): Promise<RouteAnswer<typeof routes.officeMails>> {
    const report = await this.reporting.report(reportId);
    if (!report) throw platformErrors.notFound();
    await this.scope.require(actor, 'report.read', { unitId: report.unitId });
    const rows = await this.mails.of(reportId);
    const units = await this.organization.unitRefs(
      rows.map((row) => row.unitId),
      this.clock.today(),
    );
    return rows.flatMap(({ unitId, state, sentAt, failureCode, ...row }) => {
      const unit = units.get(unitId);
      const shown = state === 'claimed' ? 'due' : state;
      return unit ? [{ ...row, unit, state: shown, sentAt: sentAt?.toISOString() ?? null, failureCode }] : [];
    });
  }
}
