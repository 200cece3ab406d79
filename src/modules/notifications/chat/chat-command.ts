/** What a chat can order, as data: a question keeps the command of each of its answers. Nothing in it gives a right. */
import { z } from 'zod';
import { declineReasons, quickReportKinds } from '#contracts/enums';

/** One line of a report; `kind` or `taskId` stand when it is known what it counts as. */
export const ReportLine = z.object({
  quantity: z.number().int().min(1),
  words: z.string(),
  kind: z.enum(quickReportKinds).optional(),
  taskId: z.uuid().optional(),
});
export type ReportLine = z.infer<typeof ReportLine>;

export const ChatCommand = z.discriminatedUnion('do', [
  z.object({ do: z.literal('accept'), taskId: z.uuid() }),
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
  z.object({ do: z.literal('take-back'), entryIds: z.array(z.uuid()) }),
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
}
