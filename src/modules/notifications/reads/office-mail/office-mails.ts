import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import { ReportingApi, reportAccepted, reportSubmitted, type ToldReport } from '#modules/reporting';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { platformErrors } from '#platform/http';
import { OnEvent } from '#platform/outbox';
import { DeliveryChannels } from '../../delivery-channels.ts';
import { ReadRecipients } from './read-recipients.ts';
import { OfficeMailQueue } from './office-mail-queue.ts';
import { type NewMail, OfficeMailStore } from './office-mail-store.ts';

interface OfVersion {
  reportId: string;
  version: number;
}

/**
 * Copies by e-mail with the files attached: what was sent goes to the receiving office's mailbox and to the offices that it names
 * in "Nơi nhận", what was accepted to the sender's own. The report in the system is the record; the mail is the habit.
 */
@Injectable()
export class OfficeMails {
  constructor(
    private readonly database: Database,
    private readonly channels: DeliveryChannels,
    private readonly mails: OfficeMailStore,
    private readonly reporting: ReportingApi,
    private readonly recipients: ReadRecipients,
    private readonly queue: OfficeMailQueue,
  ) {}

  @OnEvent(reportSubmitted, 'notifications.office-mail')
  async submitted({ reportId, version }: OfVersion): Promise<void> {
    const report = await this.reporting.report(reportId);
    if (!report) return;
    const office = await this.mailOf(report.receiverId, { reportId, version, occasion: 'submitted' });
    await this.plan([...office, ...(await this.copies(report, version, office[0]?.address))]);
  }

  @OnEvent(reportAccepted, 'notifications.office-mail')
  async accepted({ reportId, version }: OfVersion): Promise<void> {
    const report = await this.reporting.report(reportId);
    if (report) await this.plan(await this.mailOf(report.unitId, { reportId, version, occasion: 'accepted' }));
  }

  private async mailOf(
    unitId: string | null,
    mail: Pick<NewMail, 'occasion' | 'reportId' | 'version'>,
  ): Promise<NewMail[]> {
    const address = unitId && (await this.recipients.ownAddress(unitId));
    return address ? [{ ...mail, unitId, address }] : [];
  }

  /** The receiver may stand in "Nơi nhận" too: one mail is enough, and so for two offices with one mailbox. */
  private async copies(report: ToldReport, version: number, known: string | undefined): Promise<NewMail[]> {
    if (report.kind === 'roster') return [];
    const taken = new Set(known ? [known.toLowerCase()] : []);
    const { offices } = await this.recipients.of(report.unitId);
    return offices.flatMap(({ name: recipient, line, used }) => {
      if (!used || line === null || taken.has(used.address.toLowerCase())) return [];
      taken.add(used.address.toLowerCase());
      const of = { reportId: report.id, version, occasion: 'copy' as const, unitId: report.unitId };
      return [{ ...of, recipient, address: used.address, mailboxId: used.id }];
    });
  }

  private async plan(mails: readonly NewMail[]): Promise<void> {
    // An installation without a mail server mails nothing, also not later when it gets one.
    if (!this.channels.ids.includes('email') || mails.length === 0) return;
    const ids = await this.database.tx(async (tx) => {
      const added: string[] = [];
      for (const mail of mails) added.push(...[await this.mails.add(tx, mail)].filter((id) => id !== undefined));
      return added;
    });
    await this.queue.offer(ids.map((id) => ({ id, attempts: 0, repeats: 0 })));
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
