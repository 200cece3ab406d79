import { Inject, Injectable } from '@nestjs/common';
import type { Channel, NeutralMessage, Rendered } from '#channels';
import { ReportingApi } from '#modules/reporting';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { DeliveryChannels } from '../delivery-channels.ts';
import { ChannelHealth } from '../deliver/channel-health.ts';
import { deferred, type Outcome, outcomeOf, refused } from '../deliver/outcome.ts';
import { word } from '../messages/word.ts';
import { reportWords } from '../messages/word-report.ts';
import { type ClaimedMail, OfficeMailStore } from './office-mail-store.ts';

/** Mail servers of offices commonly refuse more; the link in the mail leads to the files then. */
const MOST_BYTES = 15_000_000;
const STALE_MS = 5 * 86_400_000;
const HELD_MS = 5 * 60_000;

/** One mail to an office with the version's files. Never throws for what the mail server does: the row says it. */
@Injectable()
export class SendOfficeMail {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly channels: DeliveryChannels,
    private readonly mails: OfficeMailStore,
    private readonly reporting: ReportingApi,
    private readonly health: ChannelHealth,
    private readonly clock: Clock,
  ) {}

  async execute(id: string): Promise<void> {
    const mail = await this.mails.claim(id);
    if (mail) await this.mails.finish(id, await this.outcome(mail));
  }

  private async outcome(mail: ClaimedMail): Promise<Outcome> {
    const now = this.clock.now();
    const expiresAt = new Date(mail.madeAt.getTime() + STALE_MS);
    const channel = this.channels.inOrder.find(({ id }) => id === 'email');
    await this.health.look();
    if (!channel || this.health.isHeld(channel.id))
      return deferred(new Date(now.getTime() + HELD_MS), 'channel_held', { expiresAt });
    const to = channel.address.parse(mail.address);
    if (to === undefined) return refused('bad_address');
    const parts = await this.parts(channel, mail);
    if (!parts) return refused('nothing_to_send');
    const result = await channel.send(to, parts, {
      deliveryKey: `office-mail:${mail.id}`,
      attempt: mail.attempts + 1,
      signal: AbortSignal.timeout(channel.limits.timeoutMs),
    });
    return outcomeOf(result, { ...mail, repeatable: true, now: this.clock.now(), expiresAt });
  }

  private async parts(channel: Channel, mail: ClaimedMail): Promise<Rendered[] | undefined> {
    const [report, files] = await Promise.all([
      this.reporting.report(mail.reportId),
      this.reporting.sentFiles(mail.reportId, mail.version),
    ]);
    if (!report || !files) return undefined;
    const fits = files.reduce((sum, { content }) => sum + content.length, 0) <= MOST_BYTES;
    const { id, title, month, unit, receiver, dueOn, workingDayOn } = report;
    const daysLate = await this.reporting.daysLate(id, mail.version);
    const words = reportWords(
      { id, title, month, unit, receiver, dueOn, workingDayOn, daysLate, version: mail.version },
      'vi',
      this.clock.now(),
    );
    const message: NeutralMessage = {
      language: 'vi',
      title: word(`officeMail.${mail.occasion}.subject`, 'vi', words),
      paragraphs: [
        word(`officeMail.${mail.occasion}.text`, 'vi', words),
        fits
          ? word('officeMail.files', 'vi', { names: files.map(({ name }) => name).join('; ') })
          : word('officeMail.tooLarge', 'vi'),
        word('officeMail.record', 'vi'),
      ],
      link: {
        label: word('frame.openReport', 'vi'),
        url: `${this.env.PUBLIC_URL.replace(/\/$/, '')}/console/#/reports/${id}`,
      },
      footer: word('frame.noSecrets', 'vi'),
    };
    const [first, ...rest] = channel.render(message);
    return first && [fits ? { ...first, attachments: files } : first, ...rest];
  }
}
