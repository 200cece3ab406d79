import { ConfirmMailbox } from './confirm-mailbox.ts';
import { EndMailbox } from './end-mailbox.ts';
import { MailAgain } from './mail-again.ts';
import { MailboxCodes } from './mailbox-codes.ts';
import { MailboxStore } from './mailbox-store.ts';
import { NameMailbox } from './name-mailbox.ts';
import { OwnMailbox } from './own-mailbox.ts';
import { OwnOffice } from './own-office.ts';
import { ReadRecipients } from './read-recipients.ts';
import { ReadReportRoute } from './read-report-route.ts';
import { RecipientsController } from './recipients.controller.ts';

export const recipientControllers = [RecipientsController];
export const recipientProviders = [
  ConfirmMailbox,
  EndMailbox,
  MailAgain,
  MailboxCodes,
  MailboxStore,
  NameMailbox,
  OwnMailbox,
  OwnOffice,
  ReadRecipients,
  ReadReportRoute,
];
