import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { openReportStates } from '#contracts/reporting/report-states';
import { MembershipApi, type TeamInfo } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { countsByDays } from '../figures/day-figures.ts';
import { ReportAccess } from '../report/report-access.ts';
import type { ReportData } from '../report/report.rows.ts';
import type { StoredWords } from '../report/report.entity.ts';
import { reportErrors } from '../../reporting.errors.ts';
import { reportWordsChanged } from '../../reporting.events.ts';
import { strayFigure } from './draft-words.ts';

type Input = RouteBody<typeof routes.writeReport>;

/** The words beside the figures. Two officers at once: the second is told, and what both wrote is kept on their screens. */
@Injectable()
export class WriteWords {
  constructor(
    private readonly access: ReportAccess,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly outbox: Outbox,
  ) {}

  /** @throws report.wrongState, report.wordsChanged, report.teamOutside, report.figureUnknown */
  async execute(actor: Actor, reportId: string, input: Input): Promise<void> {
    await this.access.change(actor, reportId, 'report.write', async (tx, report, now) => {
      if (!openReportStates.includes(report.state)) throw reportErrors.wrongState({ state: report.state });
      if (report.wordsVersion !== input.version)
        throw reportErrors.wordsChanged({ version: report.wordsVersion, by: await this.nameOf(report.wordsBy) });
      await this.checkTeams(report, input);
      await this.checkFigures(report, input);
      await this.write(tx, actor, report, input, now);
      await this.outbox.append(tx, reportWordsChanged({ reportId }, { unitId: report.unitId }), actor);
    });
  }

  private async write(tx: Tx, actor: Actor, report: ReportData, input: Input, now: Date): Promise<void> {
    const { sections = {}, notes = {}, silent = {} } = report.words;
    const words: StoredWords = {
      sections: { ...sections, ...Object.fromEntries(input.sections.map(({ key, text }) => [key, text])) },
      notes: { ...notes, ...Object.fromEntries((input.notes ?? []).map(({ code, note }) => [code, note])) },
      silent: { ...silent, ...Object.fromEntries((input.silent ?? []).map(({ teamId, reason }) => [teamId, reason])) },
    };
    await execute(
      tx,
      sql`update reports set words = ${JSON.stringify(words)}, words_version = words_version + 1, words_by = ${actor.personId},
        words_at = ${now} where id = ${report.id}`,
    );
  }

  private async checkTeams(report: ReportData, { silent = [] }: Input): Promise<void> {
    const teams = await this.membership.teams(silent.map(({ teamId }) => teamId));
    const at = silent.findIndex(({ teamId }) => !isOf(report, teams.get(teamId)));
    if (at >= 0) throw reportErrors.teamOutside({ path: `silent.${at}.teamId` });
  }

  private async checkFigures(report: ReportData, { sections }: Input): Promise<void> {
    const indicators = await this.organization.indicators(null, report.endsOn);
    const known = (code: string, which: string) => {
      const indicator = indicators.get(code);
      return indicator !== undefined && (report.kind !== 'results' || (which === 'now' && countsByDays(indicator)));
    };
    for (const [at, { text }] of sections.entries()) {
      const figure = strayFigure(text, known);
      if (figure) throw reportErrors.figureUnknown({ path: `sections.${at}.text`, figure });
    }
  }

  private async nameOf(personId: string | null): Promise<string> {
    return personId ? ((await this.membership.people([personId])).get(personId)?.fullName ?? '') : '';
  }
}

function isOf(report: ReportData, team: TeamInfo | undefined): boolean {
  return team?.communeId === report.unitId;
}
