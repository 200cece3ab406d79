import { Inject, Injectable } from '@nestjs/common';
import type { Channel, NeutralMessage, Rendered } from '#channels';
import { placeInside } from '#i18n/places';
import { OrganizationApi } from '#modules/organization';
import { ReportingApi } from '#modules/reporting';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { word } from '../../plan/messages/words/word.ts';
import { reportWords } from '../../plan/messages/words/word-report.ts';
import { MailboxCodes } from './mailbox-codes.ts';
import { OWN } from './mailbox-store.ts';
import { type ClaimedMail, OfficeMailStore } from './office-mail-store.ts';

/** Mail servers of offices commonly refuse more; the link in the mail leads to the files then. */
const MOST_BYTES = 15_000_000;

type Files = NonNullable<Awaited<ReturnType<ReportingApi['sentFiles']>>>;

/** What a mail to an office says, with the files of the version. */
@Injectable()
export class OfficeMailWords {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly mails: OfficeMailStore,
    private readonly reporting: ReportingApi,
    private readonly organization: OrganizationApi,
    private readonly codes: MailboxCodes,
    private readonly clock: Clock,
  ) {}

  async report(channel: Channel, mail: ClaimedMail): Promise<Rendered[] | undefined> {
    const { reportId, version } = mail;
    if (!reportId || !version) return undefined;
    const [report, files] = await Promise.all([this.reporting.report(reportId), this.filesOf(mail, reportId, version)]);
    if (!report || !files) return undefined;
    const fits = files.reduce((sum, { content }) => sum + content.length, 0) <= MOST_BYTES;
    const { id, title, month, unit, receiver, dueOn, workingDayOn, wording } = report;
    const daysLate = await this.reporting.daysLate(id, version);
    const words = {
      ...reportWords(
        { id, title, month, unit, receiver, dueOn, workingDayOn, wording, daysLate, version },
        'vi',
        this.clock.now(),
      ),
      ...(mail.recipient && { office: mail.recipient }),
    };
    const occasion = mail.occasion as Exclude<typeof mail.occasion, 'test' | 'invite'>;
    const message: NeutralMessage = {
      language: 'vi',
      title: word(`officeMail.${occasion}.subject`, 'vi', words),
      paragraphs: [
        word(`officeMail.${occasion}.text`, 'vi', words),
        fits
          ? word('officeMail.files', 'vi', { names: files.map(({ name }) => name).join('; ') })
          : word('officeMail.tooLarge', 'vi'),
        word('officeMail.record', 'vi'),
      ],
      // Whoever is only named in "Nơi nhận" has no account here.
      ...(occasion !== 'copy' && {
        link: {
          label: word('frame.openReport', 'vi'),
          url: `${this.env.PUBLIC_URL.replace(/\/$/, '')}/console/#/reports/${id}`,
        },
      }),
      footer: word('frame.noSecrets', 'vi'),
    };
    const [first, ...rest] = channel.render(message);
    return first && [fits ? { ...first, attachments: files } : first, ...rest];
  }

  /** Undefined for a mailbox that was given up meanwhile. */
  async test(channel: Channel, { id, mailboxId, unitId, recipient }: ClaimedMail): Promise<Rendered[] | undefined> {
    const unit = await this.organization.unitRef(unitId, this.clock.today());
    if (!unit || !mailboxId) return undefined;
    const place = placeInside(unit.fullName);
    const names = { unit: unit.fullName, place, office: recipient || place };
    const which = recipient === OWN ? 'testOwn' : 'test';
    return channel.render({
      language: 'vi',
      title: word(`officeMail.${which}.subject`, 'vi', names),
      paragraphs: [
        word(`officeMail.${which}.text`, 'vi', names),
        word('officeMail.test.code', 'vi', { code: await this.codes.of(id) }),
        word('officeMail.test.wrong', 'vi', names),
      ],
      footer: word('officeMail.test.footer', 'vi'),
    });
  }

  private async filesOf(mail: ClaimedMail, reportId: string, version: number): Promise<Files | undefined> {
    if (mail.occasion !== 'copy') return this.reporting.sentFiles(reportId, version);
    const paper = await this.reporting.sentPaper(reportId, version);
    if (!paper) return undefined;
    await this.mails.attach(mail.id, paper.isSigned);
    return [paper.file];
  }
}
