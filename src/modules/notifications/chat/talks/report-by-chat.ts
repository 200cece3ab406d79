/** A report typed into a chat: what each line counts as is found or asked; then all is written, or nothing. */
import { Injectable } from '@nestjs/common';
import { quickReportKinds } from '#contracts/enums';
import { quickReportIndicators } from '#contracts/tasks/quick-reports';
import { reportableTaskStates } from '#contracts/tasks/task-states';
import { isUnusual } from '#contracts/tasks/usual-size';
import { formatNumber } from '#i18n';
import { type OpenTask, OpenTaskQueries } from '#modules/tasks';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ProblemError } from '#platform/http';
import { askBreakdown } from './ask-breakdown.ts';
import type { ChatCommand, ChatOption, ChatReply, ReportLine, SaidEntry } from './chat-command.ts';
import { ChatEntryStore } from './chat-entry-store.ts';
import { refusalIn, say } from './chat-words.ts';
import { RemindedWork } from './reminded-work.ts';
import { kindOf, namesUnit } from './report-words.ts';
import type { ChatTurn } from './chat-turn.ts';
import { type Report, WriteReport } from './write-report.ts';

const MOST_TASKS = 4;

@Injectable()
export class ReportByChat {
  constructor(
    private readonly writing: WriteReport,
    private readonly said: ChatEntryStore,
    private readonly open: OpenTaskQueries,
    private readonly members: MembershipApi,
    private readonly reminded: RemindedWork,
    private readonly clock: Clock,
  ) {}

  /**
   * A number alone may be a result, and may be a late answer: of which work is asked, never guessed. Only after a reminder of
   * one piece of work, which asked for a number, it is that one's.
   */
  async number(
    turn: ChatTurn,
    { quantity, happenedOn, reportId }: { quantity: number; happenedOn: string; reportId: string },
  ): Promise<ChatReply> {
    const { language, personId } = turn.actor;
    const work = await this.reminded.soleOf(personId);
    const words = work ? (language === 'en' && work.unitEn) || work.unit : say('report.results', language);
    const line = { quantity, words, ...(work && { taskId: work.taskId }) };
    return this.report(turn, { do: 'report', lines: [line], happenedOn, reportId });
  }

  async report(turn: ChatTurn, asked: Report): Promise<ChatReply> {
    const { actor } = turn;
    const teamIds = teamsOf(actor);
    if (teamIds.length === 0) return { text: say('report.noTeam', actor.language) };
    const tasks = (await this.open.of(actor)).filter(({ state }) => reportableTaskStates.includes(state));
    const lines = asked.lines.map((line) => resolved(line, tasks));
    const teamId = asked.teamId ?? (teamIds.length === 1 ? teamIds[0] : undefined);
    const report = { ...asked, lines, ...(teamId && { teamId }) };
    const unclear = lines.findIndex(({ kind, taskId }) => !kind && !taskId);
    if (unclear >= 0) return this.askWhat(actor, report, unclear, tasks);
    if (!teamId && lines.some(({ taskId }) => !taskId)) return this.askTeam(actor, report, teamIds);
    const large = await this.unusualIn(report, tasks);
    if (large >= 0) return askSure(actor, report, large);
    return (await this.askBeside(actor, report)) ?? this.record(turn, report);
  }

  /** What the order asks beside the number and can be answered by a button; the rest the use case refuses with its reason. */
  private async askBeside(actor: Actor, report: Report): Promise<ChatReply | undefined> {
    for (const [index, line] of report.lines.entries()) {
      if (!line.taskId) continue;
      const asked = await this.open.asksOf(line.taskId, report.happenedOn);
      const reply = askBreakdown(actor.language, line, asked, (breakdown) => withLine(report, index, { breakdown }));
      if (reply) return reply;
    }
    return undefined;
  }

  /** "Sửa 4": what was recorded last from this chat was meant to be so many. The earlier entry stays readable. */
  async correct(turn: ChatTurn, value: number): Promise<ChatReply> {
    const { actor, partner } = turn;
    const entries = await this.said.last(partner, actor);
    const [only] = entries;
    if (!only) return { text: say('report.nothingToCorrect', actor.language) };
    const commandOf = ({ entryId }: SaidEntry) => ({ do: 'correct', entryId, value, sure: false }) as const;
    if (entries.length === 1) return this.correctEntry(turn, commandOf(only));
    return {
      text: say('report.whichCorrect', actor.language, { value: formatNumber(value, actor.language) }),
      options: entries.map((entry) => ({
        label: `${formatNumber(entry.quantity, actor.language)} ${entry.words}`,
        command: commandOf(entry),
      })),
    };
  }

  async correctEntry(turn: ChatTurn, command: Extract<ChatCommand, { do: 'correct' }>): Promise<ChatReply> {
    const { actor, partner } = turn;
    const { value, sure } = command;
    const entries = await this.said.last(partner, actor);
    // The same order worked again after its answer did not leave.
    const done = await this.open.entryOf(actor, actor.commandId ?? '');
    const entry = entries.find(({ entryId }) => entryId === (done ?? command.entryId));
    if (!entry) return { text: say('report.nothingToCorrect', actor.language) };
    if (!sure && !done && (await this.isLarge({ ...entry, quantity: value }, entry.teamId))) {
      const options = [sureOption(actor, value, { ...command, sure: true }), leaveOption(actor)];
      return { text: sureText(actor, { ...entry, quantity: value }), options };
    }
    const now = done ? entry : await this.writing.correct(actor, entry, value);
    await this.said.keep(
      partner,
      actor,
      entries.map((each) => (each === entry ? now : each)),
    );
    return { text: await this.writing.told(actor, 'report.corrected', [now]), options: [howToCorrect(actor)] };
  }

  async takeBack({ actor, partner }: ChatTurn, command: Extract<ChatCommand, { do: 'take-back' }>): Promise<ChatReply> {
    await this.writing.takeBack(actor, command);
    await this.said.keep(partner, actor, []);
    return { text: say('report.takenBack', actor.language) };
  }

  private async record({ actor, partner }: ChatTurn, report: Report): Promise<ChatReply> {
    let at = 0;
    try {
      const entries = await this.writing.write(actor, report, (index) => (at = index));
      await this.said.keep(partner, actor, entries);
      return {
        text: await this.writing.told(actor, 'report.done', entries),
        options: [takeBackOption(actor, entries), howToCorrect(actor)],
      };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status >= 500) throw error;
      return this.refused(actor, report, at, error);
    }
  }

  /** Nothing was recorded. Work from before the order may still count by itself. */
  private refused(actor: Actor, report: Report, index: number, error: ProblemError): ChatReply {
    const { quantity, words } = report.lines[index] as ReportLine;
    const why = refusalIn(actor.language, error, this.clock.now());
    const text = say('report.refused', actor.language, {
      quantity: formatNumber(quantity, actor.language),
      words,
      why,
    });
    if (error.code !== 'progress.beforeAssigned') return { text };
    return { text, options: [...kindOptions(actor, report, index), leaveOption(actor)] };
  }

  private async unusualIn(report: Report, tasks: readonly OpenTask[]): Promise<number> {
    for (const [index, line] of report.lines.entries())
      if (!line.sure && (await this.isLarge(line, report.teamId, tasks))) return index;
    return -1;
  }

  private async isLarge(line: ReportLine, teamId: string | undefined, tasks?: readonly OpenTask[]): Promise<boolean> {
    const task = tasks?.find(({ taskId }) => taskId === line.taskId);
    const indicator = task?.indicatorCode ?? (line.kind && quickReportIndicators[line.kind]);
    const team = task?.teamId ?? teamId;
    const average = team && indicator ? await this.open.averageOf(team, indicator) : undefined;
    return isUnusual(line.quantity, { average, target: task?.target });
  }

  private askWhat(actor: Actor, report: Report, index: number, tasks: readonly OpenTask[]): ChatReply {
    const { language } = actor;
    const { quantity, words } = report.lines[index] as ReportLine;
    const ofTasks: ChatOption[] = tasks.slice(0, MOST_TASKS).map(({ taskId, title }) => ({
      label: say('report.addTo', language, { title }),
      command: withLine(report, index, { taskId }),
    }));
    return {
      text: say('report.which', language, { quantity: formatNumber(quantity, language), words }),
      options: [...ofTasks, ...kindOptions(actor, report, index), leaveOption(actor)],
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

export function teamsOf(actor: Actor): string[] {
  return [...new Set(actor.posts.flatMap(({ teamId }) => teamId ?? []))];
}

/** The team's task that counts in the unit named, else the kind named; where a task counts the same, the person says which. */
function resolved(line: ReportLine, tasks: readonly OpenTask[]): ReportLine {
  if (line.kind || line.taskId) return line;
  const byUnit = tasks.filter(({ unit }) => namesUnit(line.words, unit));
  const kind = kindOf(line.words);
  if (byUnit.length === 1 && byUnit[0]) return { ...line, taskId: byUnit[0].taskId };
  if (!kind || byUnit.length > 1) return line;
  const isOfTask = tasks.some(({ indicatorCode }) => indicatorCode === quickReportIndicators[kind]);
  return isOfTask ? line : { ...line, kind };
}

function withLine(report: Report, index: number, choice: Partial<ReportLine>): ChatCommand {
  return { ...report, lines: report.lines.map((each, at) => (at === index ? { ...each, ...choice } : each)) };
}

/** As what it counts by itself, without a task. */
function kindOptions({ language }: Actor, report: Report, index: number): ChatOption[] {
  return quickReportKinds.map((kind) => ({
    label: say(`kind.${kind}`, language),
    command: withLine(report, index, { kind, taskId: undefined }),
  }));
}

function askSure(actor: Actor, report: Report, index: number): ChatReply {
  const line = report.lines[index] as ReportLine;
  const yes = sureOption(actor, line.quantity, withLine(report, index, { sure: true }));
  return { text: sureText(actor, line), options: [yes, leaveOption(actor)] };
}

function sureText({ language }: Actor, { quantity, words }: ReportLine): string {
  return say('report.sure', language, { quantity: formatNumber(quantity, language), words });
}

function sureOption({ language }: Actor, value: number, command: ChatCommand): ChatOption {
  return { label: say('report.isSure', language, { quantity: formatNumber(value, language) }), command };
}

function leaveOption({ language }: Actor): ChatOption {
  return { label: say('report.leave', language), command: { do: 'leave', what: 'report' } };
}

function howToCorrect({ language }: Actor): ChatOption {
  return { label: say('report.howToCorrect', language), command: { do: 'how-to-correct' } };
}

/** A quick report within its minute; what stands in a task by a correction to nothing. */
function takeBackOption({ language }: Actor, entries: readonly SaidEntry[]): ChatOption {
  const entryIds = entries.filter(({ kind }) => kind).map(({ entryId }) => entryId);
  const taskEntryIds = entries.filter(({ kind }) => !kind).map(({ entryId }) => entryId);
  const label = say(entryIds.length > 0 ? 'report.takeBack' : 'report.takeBackLater', language);
  return { label, command: { do: 'take-back', entryIds, ...(taskEntryIds.length > 0 && { taskEntryIds }) } };
}
