/** "Nơi nhận": the offices that a unit's reports name and the unit's own, their mailboxes, and the mails that went there. */
import { z } from 'zod';
import { day, id, instant, name, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';

const mailState = z.enum(['due', 'sent', 'failed', 'unknown']);

/** The mailbox whose code came back: mail goes there. */
const UsedMailbox = z
  .object({
    id,
    address: z.string(),
    /** Whose officers named it: the unit's own, or those of one above it. */
    unit: UnitRef,
    from: day,
  })
  .meta({ id: 'UsedMailbox' });

/** A mailbox that is tried: a mail with a code went there, and nothing else goes before the code comes back. */
const TriedMailbox = z
  .object({
    id,
    address: z.string(),
    state: mailState,
    failureCode: z.string().nullable(),
    sentAt: instant.nullable(),
    /** Codes that may still be typed wrongly; at 0 another mail has to go. */
    triesLeft: z.int(),
  })
  .meta({ id: 'TriedMailbox' });

/** Of days before, the latest first. */
const earlier = z.array(z.object({ address: z.string(), from: day, to: day }));

/** Where the unit itself is mailed: what is sent to it, and what of its own was accepted. */
const OwnMailbox = z
  .object({
    used: UsedMailbox.nullable(),
    tried: TriedMailbox.nullable(),
    /** Of the office's card or its papers, for which no code has come back. */
    untried: z
      .object({
        address: z.string(),
        /** Mail went there before mailboxes were tried, and still does. */
        isMailed: z.boolean(),
      })
      .nullable(),
    earlier,
  })
  .meta({ id: 'OwnMailbox' });

export const Recipient = z
  .object({
    name: z.string(),
    /** As it stands in "Nơi nhận": "Sở KH&CN (để b/c)"; null for an office that stands there no more. */
    line: z.string().nullable(),
    /** A person by their post: the paper lies before them in the office, nothing is mailed. */
    isPerson: z.boolean(),
    used: UsedMailbox.nullable(),
    tried: TriedMailbox.nullable(),
    earlier,
  })
  .meta({ id: 'Recipient' });

export const Recipients = z
  .object({
    unit: UnitRef,
    /** Without a mail server nothing is mailed and no mailbox can be tried. */
    canMail: z.boolean(),
    own: OwnMailbox,
    offices: z.array(Recipient),
  })
  .meta({ id: 'Recipients' });

/** The ways by which a report reaches whom it goes to. What became of each mail: `officeMails`. */
export const ReportRoute = z
  .object({
    /** Without a mail server nothing is mailed. */
    canMail: z.boolean(),
    /** Gets it here, and by mail besides where it has a mailbox; null where nobody above does. */
    receiver: z.object({ unit: UnitRef, address: z.string().nullable() }).nullable(),
    /** As they stand in "Nơi nhận"; none for a roster, of which no copies go. */
    offices: z.array(z.object({ name: z.string(), isPerson: z.boolean(), address: z.string().nullable() })),
  })
  .meta({ id: 'ReportRoute' });

export const recipientRoutes = {
  reportRoute: route({
    method: 'GET',
    path: '/reports/{reportId}/route',
    summary: 'To whom the report goes, and which way each gets it',
    access: 'report.read',
    response: ReportRoute,
  }),
  recipients: route({
    method: 'GET',
    path: '/units/{unitId}/recipients',
    summary: 'The offices that the unit\'s reports name in "Nơi nhận", each with its mailbox',
    access: 'report.read',
    response: Recipients,
  }),
  nameMailbox: route({
    method: 'POST',
    path: '/units/{unitId}/recipients/mailboxes',
    summary: "Names an office's or the unit's own mailbox, or tries it again: a mail with a code goes there",
    access: 'report.write',
    command: true,
    body: z
      .strictObject({
        /** Of an office of "Nơi nhận"; absent: the unit's own. */
        name: name.optional(),
        address: z.email('papers.mailboxShape').max(200),
      })
      .meta({ id: 'NameMailbox' }),
    response: Recipients,
  }),
  confirmMailbox: route({
    method: 'POST',
    path: '/units/{unitId}/recipients/mailboxes/{mailboxId}/confirm',
    summary: 'The code came back from the office: from today on its mail goes there',
    access: 'report.write',
    command: true,
    body: z
      .strictObject({
        code: z
          .string()
          .trim()
          .regex(/^\d{6}$/u, 'mailbox.codeShape'),
      })
      .meta({ id: 'ConfirmMailbox' }),
    response: Recipients,
  }),
  endMailbox: route({
    method: 'POST',
    path: '/units/{unitId}/recipients/mailboxes/{mailboxId}/end',
    summary: 'Nothing is mailed there from today on',
    access: 'report.write',
    command: true,
    response: Recipients,
  }),
  mailAgain: route({
    method: 'POST',
    path: '/reports/{reportId}/office-mails',
    summary: 'One office gets the report once more, or for the first time since its mailbox is known',
    access: 'report.write',
    command: true,
    body: z
      .strictObject({
        /** A mail that went before; else the office by its name in "Nơi nhận". */
        mailId: id.optional(),
        recipient: name.optional(),
      })
      .refine(({ mailId, recipient }) => (mailId === undefined) !== (recipient === undefined), 'mailbox.oneOffice')
      .meta({ id: 'MailAgain' }),
    status: 204,
  }),
};
