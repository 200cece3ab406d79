/** The open question of a chat. A number or a button picks one of its answers; it can be picked once. */
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { eventId } from './event-id.ts';
import { ChatCommand, type ChatReply } from './chat-command.ts';
import type { ChatPartner } from './chat-partner.ts';

const OPEN_MS = 30 * 60_000;
const Content = z.object({ answers: z.array(ChatCommand), noteFor: ChatCommand.optional() });
type Content = z.infer<typeof Content>;

@Injectable()
export class ChatQuestionStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes the place of the one before. Gives the question's id; undefined when there is nothing to answer. */
  async ask({ channel, address, eventId: event }: ChatPartner, reply: ChatReply): Promise<string | undefined> {
    const answers = (reply.options ?? []).map(({ command }) => command);
    if (answers.length === 0 && !reply.noteFor) return undefined;
    const id = eventId('question', event);
    const content: Content = { answers, ...(reply.noteFor && { noteFor: reply.noteFor }) };
    const asked = JSON.stringify(content);
    const closesAt = new Date(this.clock.now().getTime() + OPEN_MS);
    await this.database.rows(
      sql`insert into chat_questions (channel, address, id, content, expires_at)
        values (${channel}, ${address}, ${id}, ${asked}, ${closesAt})
       on conflict (channel, address) do update set id = ${id}, content = ${asked}, expires_at = ${closesAt}, answered_by = null
         where chat_questions.id <> ${id}`,
    );
    return id;
  }

  /** The command of the answer with this number (from 1), of the question with this id or of whichever is open. */
  async pick(partner: ChatPartner, number: number, id?: string): Promise<ChatCommand | undefined> {
    const content = await this.open(partner, id);
    const command = content?.answers[number - 1];
    return command && (await this.close(partner)) ? command : undefined;
  }

  /** Whether a question with numbered answers is open. */
  async isOpen(partner: ChatPartner): Promise<boolean> {
    return ((await this.open(partner))?.answers.length ?? 0) > 0;
  }

  /** Free text as the note that was asked for. */
  async note(partner: ChatPartner, text: string): Promise<ChatCommand | undefined> {
    const command = (await this.open(partner))?.noteFor;
    if ((command?.do !== 'decline' && command?.do !== 'difficulty') || !(await this.close(partner))) return undefined;
    const words = text.slice(0, 1000);
    return command.do === 'decline' ? { ...command, note: words } : { ...command, about: words };
  }

  private async open({ channel, address, eventId }: ChatPartner, id?: string): Promise<Content | undefined> {
    const questionId = id ?? null;
    const row = await this.database.one<{ content: unknown }>(
      sql`select content from chat_questions where channel = ${channel} and address = ${address}
        and (${questionId}::uuid is null or id = ${questionId}) and expires_at > ${this.clock.now()}
          and (answered_by is null or answered_by = ${eventId})`,
    );
    return row && Content.safeParse(row.content).data;
  }

  private async close({ channel, address, eventId }: ChatPartner): Promise<boolean> {
    const rows = await this.database.rows(
      sql`update chat_questions set answered_by = ${eventId} where channel = ${channel} and address = ${address}
        and (answered_by is null or answered_by = ${eventId}) returning id`,
    );
    return rows.length === 1;
  }
}
