/** What a chat can order, as data: a question keeps the command of each of its answers. Nothing in it gives a right. */
import { z } from 'zod';
import { declineReasons, quickReportKinds } from '#contracts/enums';

/** One line of a report; `kind` or `taskId` stand when it is known what it counts as. */
export const ReportLine = z.object({
  quantity: z.number().int().min(1),
  words: z.string(),
  kind: z.enum(quickReportKinds).optional(),
  taskId: z.uuid().optional(),
  /** The number is unusually large, and they have said that it is right. */
  sure: z.boolean().optional(),
  /** What the task's order asks beside the number, as far as it was answered. */
  breakdown: z.array(z.object({ by: z.string(), kind: z.string(), value: z.number().int().min(1) })).optional(),
});
export type ReportLine = z.infer<typeof ReportLine>;

/** One line as it was recorded. */
export const SaidEntry = ReportLine.extend({ entryId: z.uuid(), teamId: z.uuid(), happenedOn: z.string() });
export type SaidEntry = z.infer<typeof SaidEntry>;

export const ChatCommand = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['accept', 'products']), taskId: z.uuid() }),
  z.object({
    do: z.literal('decline'),
    taskId: z.uuid(),
    reason: z.enum(declineReasons).optional(),
    note: z.string().optional(),
  }),
  z.object({
    do: z.literal('report'),
    lines: z.array(ReportLine).min(1),
    teamId: z.uuid().optional(),
    happenedOn: z.string(),
    /** Of the message that reported: however it is clarified, it counts once. */
    reportId: z.uuid(),
  }),
  z.object({ do: z.enum(['take', 'skip']), sessionId: z.uuid() }),
  z.object({ do: z.literal('know'), sessionId: z.uuid(), version: z.number().int() }),
  /** `entryIds` were written by an earlier version and are quick reports. */
  z.object({ do: z.literal('take-back'), entryIds: z.array(z.uuid()), taskEntryIds: z.array(z.uuid()).optional() }),
  z.object({ do: z.literal('how-to-correct') }),
  z.object({ do: z.literal('correct'), entryId: z.uuid(), value: z.number().int().min(1), sure: z.boolean() }),
  z.object({
    do: z.literal('difficulty'),
    about: z.string(),
    teamId: z.uuid().optional(),
    /** Null: of no task. */
    taskId: z.uuid().nullable().optional(),
  }),
  z.object({ do: z.literal('link'), code: z.string(), confirmed: z.boolean() }),
  z.object({ do: z.literal('answer-phone'), mine: z.boolean() }),
  z.object({ do: z.literal('unlink') }),
  z.object({ do: z.literal('leave'), what: z.enum(['report', 'link']) }),
]);
export type ChatCommand = z.infer<typeof ChatCommand>;

export interface ChatOption {
  label: string;
  command: ChatCommand;
}

/** What is said back. `options` become buttons where the channel has them, else numbers to type. */
export interface ChatReply {
  text: string;
  options?: readonly ChatOption[];
  /** The next free text is the note of this command. */
  noteFor?: ChatCommand;
  link?: { label: string; url: string };
  /** It has only told something: the message whose button was pressed keeps its buttons. */
  keeps?: true;
  /** What the message whose button was pressed says from now on, in place of its buttons. */
  mark?: string;
}
