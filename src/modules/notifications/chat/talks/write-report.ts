/** Writes the lines of a report together or not at all, takes them back so, and says what stands now. */
import { Injectable } from '@nestjs/common';
import { periodOf } from '#contracts/reporting/periods';
import { deadlineText, formatDateNear, formatNumber, type Lang } from '#i18n';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { OpenTaskQueries, TaskCommands } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { eventId } from './event-id.ts';
import { figuresOf } from './answer-task.ts';
import type { ChatCommand, ReportLine, SaidEntry } from './chat-command.ts';
import { say } from './chat-words.ts';

export type Report = Extract<ChatCommand, { do: 'report' }>;
type TakeBack = Extract<ChatCommand, { do: 'take-back' }>;
const nothingElse = { complete: false, links: [], applicationCodes: [], photoIds: [] };

@Injectable()
export class WriteReport {
  constructor(
    private readonly tasks: TaskCommands,
    private readonly open: OpenTaskQueries,
    private readonly members: MembershipApi,
    private readonly organization: OrganizationApi,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param onLine is told which line is next: after a refusal it knows which it was */
  write(actor: Actor, report: Report, onLine: (index: number) => void): Promise<SaidEntry[]> {
    return this.database.whole(async () => {
      const said: SaidEntry[] = [];
      for (const [index, line] of report.lines.entries()) {
        onLine(index);
        const by = { ...actor, commandId: eventId('report', report.reportId, String(index)) };
        said.push(await this.record(by, line, report.happenedOn, report.teamId));
      }
      return said;
    });
  }

  /** The entry is replaced: one of a task by its correction, one of no task is taken back and recorded anew. */
  correct(actor: Actor, entry: SaidEntry, value: number): Promise<SaidEntry> {
    const { entryId, taskId, happenedOn } = entry;
    return this.database.whole(async () => {
      if (!taskId) {
        await this.tasks.takeBackQuickReport(actor, entryId);
        return this.record(actor, { ...entry, quantity: value }, happenedOn, entry.teamId);
      }
      await this.tasks.correctProgress(actor, entryId, { ...nothingElse, value, happenedOn });
      return { ...entry, quantity: value, entryId: (await this.open.entryOf(actor, actor.commandId ?? '')) ?? entryId };
    });
  }

  takeBack(actor: Actor, { entryIds, taskEntryIds = [] }: TakeBack): Promise<void> {
    return this.database.whole(async () => {
      for (const entryId of entryIds) await this.tasks.takeBackQuickReport(actor, entryId);
      for (const entryId of taskEntryIds) {
        const by = { ...actor, commandId: eventId('take-back', entryId) };
        await this.tasks.correctProgress(by, entryId, {
          ...nothingElse,
          value: 0,
          happenedOn: (await this.open.dayOf(entryId)) ?? this.clock.today(),
        });
      }
    });
  }

  /** Each line, and the month whose report it counts in. */
  async told(actor: Actor, id: 'report.done' | 'report.corrected', entries: readonly SaidEntry[]): Promise<string> {
    const { language } = actor;
    const [first] = entries;
    const day = formatDateNear(first?.happenedOn ?? this.clock.today(), this.clock.today(), language, true);
    const lines: string[] = [];
    for (const entry of entries) lines.push(await this.lineOf(actor, entry));
    return say(id, language, { day, lines: lines.join('\n'), months: await this.monthsOf(entries, language) });
  }

  private async record(by: Actor, line: ReportLine, happenedOn: string, teamId?: string): Promise<SaidEntry> {
    const { quantity: value, kind, taskId, breakdown } = line;
    const team = (taskId ? (await this.open.one(by, taskId))?.teamId : undefined) ?? teamId ?? '';
    const rest = { ...line, teamId: team, happenedOn };
    if (kind) {
      const report = { kind, value, happenedOn, photoIds: [], ...(taskId && { taskId, breakdown }) };
      return { ...rest, entryId: await this.tasks.quickReport(by, team, report) };
    }
    await this.tasks.reportProgress(by, taskId as string, { ...nothingElse, value, happenedOn, breakdown });
    return { ...rest, entryId: (await this.open.entryOf(by, by.commandId ?? '')) ?? '' };
  }

  private async lineOf(actor: Actor, { quantity: value, kind, taskId }: ReportLine): Promise<string> {
    const { language } = actor;
    const quantity = formatNumber(value, language);
    const task = taskId ? await this.open.one(actor, taskId) : undefined;
    if (task)
      return say('report.lineOfTask', language, {
        quantity,
        unit: language === 'vi' ? task.unit : task.unitEn,
        title: task.title,
        ...figuresOf(task, actor),
        deadline: deadlineText(task.dueOn, this.clock.now(), 'inline', language),
      });
    const what = kind ?? 'public_services';
    return say('report.line', language, {
      quantity,
      unit: say(`unit.${what}`, language),
      what: say(`kind.${what}`, language),
    });
  }

  private async monthsOf(entries: readonly SaidEntry[], language: Lang): Promise<string> {
    const teams = await this.members.teams(entries.map(({ teamId }) => teamId));
    const months = new Set<string>();
    for (const { teamId, happenedOn } of entries) {
      const team = teams.get(teamId);
      const rule = team && (await this.organization.periodRule(team.communeId ?? team.unitId, happenedOn));
      months.add(periodOf(happenedOn, rule).month);
    }
    return [...months].map((month) => say('report.month', language, monthWords(month))).join(', ');
  }
}

function monthWords(month: string): Record<string, string | number> {
  return { month: Number(month.slice(5)), year: month.slice(0, 4) };
}
