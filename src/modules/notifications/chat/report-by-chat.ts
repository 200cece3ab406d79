/** A report typed into a chat: what each line counts as is found or asked, then all lines are written, each once. */
import { Injectable } from '@nestjs/common';
import { quickReportKinds } from '#contracts/enums';
import { reportableTaskStates } from '#contracts/task-states';
import { deadlineText, formatDateNear, formatNumber } from '#i18n';
import { type OpenTask, OpenTasks, quickReportIndicators, TaskCommands } from '#modules/tasks';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ProblemError } from '#platform/http';
import { eventId } from '../webhooks/event-id.ts';
import { figuresOf } from './answer-task.ts';
import type { ChatCommand, ChatOption, ChatReply, ReportLine } from './chat-command.ts';
import { refusalIn, say } from './chat-words.ts';
import { kindOf, namesUnit } from './report-words.ts';
import type { Talk } from './talk.ts';

type Report = Extract<ChatCommand, { do: 'report' }>;
interface Written {
  text: string;
  /** Of a quick report, which can be taken back. */
  entryId?: string;
}
const MOST_TASKS = 4;
const nothingElse = { complete: false, links: [], applicationCodes: [], photoIds: [] };

@Injectable()
export class ReportByChat {
  constructor(
    private readonly tasks: TaskCommands,
    private readonly open: OpenTasks,
    private readonly members: MembershipApi,
    private readonly clock: Clock,
  ) {}

  async report({ actor }: Talk, report: Report): Promise<ChatReply> {
    const { language } = actor;
    const teamIds = [...new Set(actor.posts.flatMap(({ teamId }) => teamId ?? []))];
    if (teamIds.length === 0) return { text: say('report.noTeam', language) };
    const tasks = (await this.open.of(actor)).filter(({ state }) => reportableTaskStates.includes(state));
    const lines = report.lines.map((line) => resolved(line, tasks));
    const unclear = lines.findIndex(({ kind, taskId }) => !kind && !taskId);
    if (unclear >= 0) return this.askWhat(actor, { ...report, lines }, unclear, tasks);
    const teamId = report.teamId ?? (teamIds.length === 1 ? teamIds[0] : undefined);
    if (!teamId && lines.some(({ taskId }) => !taskId)) return this.askTeam(actor, { ...report, lines }, teamIds);
    const written: Written[] = [];
    for (const [index, line] of lines.entries())
      written.push(await this.write(actor, { ...report, lines, ...(teamId && { teamId }) }, line, index));
    return this.told(actor, report.happenedOn, written);
  }

  /** "Sửa 4": the last result for a task was meant to be so many. The earlier entry stays readable. */
  async correct({ actor }: Talk, value: number): Promise<ChatReply> {
    const { language } = actor;
    const last = await this.open.lastEntryOf(actor);
    if (!last) return { text: say('report.nothingToCorrect', language) };
    const { entryId, taskId, happenedOn } = last;
    await this.tasks.correctProgress(actor, entryId, { ...nothingElse, value, happenedOn });
    const line = await this.lineOf(actor, { quantity: value, words: '', taskId });
    return { text: say('report.corrected', language, { lines: line }) };
  }

  async takeBack({ actor }: Talk, entryIds: readonly string[]): Promise<ChatReply> {
    for (const entryId of entryIds) await this.tasks.takeBackQuickReport(actor, entryId);
    return { text: say('report.takenBack', actor.language) };
  }

  private async write(actor: Actor, report: Report, line: ReportLine, index: number): Promise<Written> {
    const by = { ...actor, commandId: eventId('report', report.reportId, String(index)) };
    try {
      const entryId = await this.count(by, report, line);
      return { text: await this.lineOf(actor, line), ...(entryId && { entryId }) };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status >= 500) throw error;
      const why = refusalIn(actor.language, error, this.clock.now());
      const { quantity, words } = line;
      return { text: say('report.lineRefused', actor.language, { quantity, words, why }) };
    }
  }

  private async count(by: Actor, { happenedOn, teamId }: Report, line: ReportLine): Promise<string | undefined> {
    const { quantity: value, kind, taskId } = line;
    if (kind) {
      const team = taskId ? ((await this.open.one(by, taskId))?.teamId ?? teamId) : teamId;
      const report = { kind, value, happenedOn, photoIds: [], ...(taskId && { taskId }) };
      return this.tasks.quickReport(by, team as string, report);
    }
    await this.tasks.reportProgress(by, taskId as string, { ...nothingElse, value, happenedOn });
    return undefined;
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

  private told({ language }: Actor, happenedOn: string, written: readonly Written[]): ChatReply {
    const day = formatDateNear(happenedOn, this.clock.today(), language, true);
    const entryIds = written.flatMap(({ entryId }) => entryId ?? []);
    const lines = written.map(({ text }) => text).join('\n');
    return {
      text: say('report.done', language, { day, lines }),
      ...(entryIds.length > 0 && {
        options: [{ label: say('report.takeBack', language), command: { do: 'take-back', entryIds } }],
      }),
    };
  }

  private askWhat({ language }: Actor, report: Report, index: number, tasks: readonly OpenTask[]): ChatReply {
    const line = report.lines[index] as ReportLine;
    const as = (choice: Partial<ReportLine>): ChatCommand => ({
      ...report,
      lines: report.lines.map((each, at) => (at === index ? { ...each, ...choice } : each)),
    });
    const ofTasks: ChatOption[] = tasks.slice(0, MOST_TASKS).map(({ taskId, title }) => ({
      label: say('report.addTo', language, { title }),
      command: as({ taskId }),
    }));
    const ofKinds = quickReportKinds.map((kind) => ({ label: say(`kind.${kind}`, language), command: as({ kind }) }));
    const leave: ChatOption = { label: say('report.leave', language), command: { do: 'leave', what: 'report' } };
    return {
      text: say('report.which', language, { quantity: formatNumber(line.quantity, language), words: line.words }),
      options: [...ofTasks, ...ofKinds, leave],
    };
  }

  private async askTeam({ language }: Actor, report: Report, teamIds: readonly string[]): Promise<ChatReply> {
    const teams = await this.members.teams(teamIds);
    return {
      text: say('report.whichTeam', language),
      options: teamIds.map((teamId) => ({
        label: teams.get(teamId)?.name ?? '',
        command: { ...report, teamId },
      })),
    };
  }
}

/** The team's task that counts in the unit named, else the kind named, added to the one task that counts the same. */
function resolved(line: ReportLine, tasks: readonly OpenTask[]): ReportLine {
  if (line.kind || line.taskId) return line;
  const byUnit = tasks.filter(({ unit }) => namesUnit(line.words, unit));
  const kind = kindOf(line.words);
  if (byUnit.length === 1 && byUnit[0]) return { ...line, taskId: byUnit[0].taskId };
  if (!kind || byUnit.length > 1) return line;
  const same = tasks.filter(({ indicatorCode }) => indicatorCode === quickReportIndicators[kind]);
  return { ...line, kind, ...(same.length === 1 && same[0] && { taskId: same[0].taskId }) };
}
