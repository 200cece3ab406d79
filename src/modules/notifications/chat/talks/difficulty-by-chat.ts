/** "Khó khăn: sóng yếu": becomes a difficulty of the task that it hinders; with several tasks it is asked which. */
import { Injectable } from '@nestjs/common';
import type { DifficultyKind } from '#contracts/enums';
import { foldMarks } from '#i18n/fold';
import { OpenTaskQueries, ReportDifficulty } from '#modules/tasks';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import type { ChatCommand, ChatReply } from './chat-command.ts';
import { say } from './chat-words.ts';
import { teamsOf } from './report-by-chat.ts';
import type { ChatTurn } from './chat-turn.ts';

type Told = Extract<ChatCommand, { do: 'difficulty' }>;
const MOST_CHOICES = 8;
const SHORTEST = 3;
const kinds: readonly [RegExp, DifficultyKind][] = [
  [/\b(song|mang|wifi|3g|4g|internet)\b/, 'signal'],
  [/\b(chua biet|khong biet|tap huan|huong dan)\b/, 'skill'],
];

@Injectable()
export class DifficultyByChat {
  constructor(
    private readonly difficulties: ReportDifficulty,
    private readonly open: OpenTaskQueries,
    private readonly members: MembershipApi,
  ) {}

  async tell({ actor }: ChatTurn, told: Told): Promise<ChatReply> {
    const { language } = actor;
    const teamIds = teamsOf(actor);
    if (teamIds.length === 0) return { text: say('report.noTeam', language) };
    if (told.about.length < SHORTEST) return { text: say('difficulty.what', language), noteFor: told };
    const tasks = told.taskId === undefined ? await this.open.of(actor) : [];
    if (told.taskId === undefined && tasks.length > 1)
      return {
        text: say('difficulty.which', language),
        options: [
          ...tasks.slice(0, MOST_CHOICES).map(({ taskId, title, teamId }) => ({
            label: title,
            command: { ...told, taskId, teamId },
          })),
          { label: say('difficulty.ofNone', language), command: { ...told, taskId: null } },
        ],
      };
    const [task] = tasks;
    const teamId = told.teamId ?? task?.teamId ?? (teamIds.length === 1 ? teamIds[0] : undefined);
    if (!teamId) return this.askTeam(actor, { ...told, taskId: told.taskId ?? null }, teamIds);
    return this.write(actor, told.about, teamId, told.taskId ?? task?.taskId);
  }

  private async write(actor: Actor, text: string, teamId: string, taskId?: string): Promise<ChatReply> {
    const folded = foldMarks(text);
    const kind = kinds.find(([words]) => words.test(folded))?.[1] ?? (taskId ? 'task' : 'other');
    await this.difficulties.execute(actor, teamId, { kind, text, ...(taskId && { taskId }) });
    const title = taskId ? (await this.open.one(actor, taskId))?.title : undefined;
    return {
      text: say(title ? 'difficulty.doneOfTask' : 'difficulty.done', actor.language, { text, title: title ?? '' }),
    };
  }

  private async askTeam({ language }: Actor, told: Told, teamIds: readonly string[]): Promise<ChatReply> {
    const teams = await this.members.teams(teamIds);
    return {
      text: say('report.whichTeam', language),
      options: teamIds.map((teamId) => ({ label: teams.get(teamId)?.name ?? '', command: { ...told, teamId } })),
    };
  }
}
