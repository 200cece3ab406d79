import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import type { PaperPurpose } from '#contracts/access/log-kinds';
import { renderPdf, writeDocx } from '#documents';
import { dayOfDocument } from '#i18n/decree-dates';
import { lawOnLocalGovernment } from '#i18n/laws';
import { DraftTeams } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { AccessActs } from '#platform/trail';
import { documentErrors } from '../../reporting.errors.ts';
import { DocumentSettingsStore } from '../../reports/report/document-settings-store.ts';
import type { PrintedFile } from './printed-file.ts';
import { abstractOfDecision, teamDecision } from './team-decision.ts';

/** The text of a decision before it is signed: the chair's, for one draft team of the commune or for all. */
@Injectable()
export class PrintTeamDecision {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly drafts: DraftTeams,
    private readonly settings: DocumentSettingsStore,
    private readonly acts: AccessActs,
    private readonly clock: Clock,
  ) {}

  /** @throws papers.noDraftTeams, papers.noMembers */
  async execute(
    actor: Actor,
    unitId: string,
    { format, teamId, proposer }: RouteQuery<typeof routes.teamDecisionDraft>,
  ): Promise<PrintedFile> {
    await this.scope.require(actor, 'team.manage', { unitId });
    const today = this.clock.today();
    const unit = await this.organization.unitRef(unitId, today);
    if (unit?.kind !== 'commune') throw platformErrors.notFound();
    const teams = (await this.drafts.under(unitId)).filter(({ id }) => teamId === undefined || id === teamId);
    if (teams.length === 0) throw documentErrors.noDraftTeams();
    const empty = teams.filter(({ members }) => members.length === 0);
    if (empty.length > 0) throw documentErrors.noMembers({ names: empty.map(({ name }) => name).join(', ') });
    const people = teams.reduce((sum, { members }) => sum + members.length, 0);
    const purpose: PaperPurpose = 'decision';
    const { mark } = await this.acts.taken(actor, { what: 'team.decision', unitId, people, purpose });
    const paper = {
      unit,
      issuedOn: today.slice(0, 7),
      office: await this.settings.of(unitId, today),
      bases: await this.bases(unitId, today),
      proposer: proposer ?? null,
      teams,
    };
    const text = { ...teamDecision(paper), trace: { ...mark, onPages: false } };
    const name = `Quyết định - ${abstractOfDecision(paper)}`;
    return { file: format === 'docx' ? await writeDocx(text) : await renderPdf('text-document', text), format, name };
  }

  /** The law of the day, and the newest letter that asks for teams. */
  private async bases(unitId: string, today: string): Promise<string[]> {
    const letter = await this.organization.newestFromAbove(unitId, ['official_letter', 'guidance', 'plan'], today);
    if (!letter) return [lawOnLocalGovernment(today)];
    const kind = letter.citation.slice(0, letter.citation.indexOf(letter.number)).trim();
    const about = letter.abstract ? ` về ${letter.abstract.replace(/^(về việc|v\/v|về)\s+/iu, '')}` : '';
    const basis = `${kind} số ${letter.number} ${dayOfDocument(letter.issuedOn)} của ${letter.issuer}${about}`;
    return [lawOnLocalGovernment(today), basis.replace(/[.;\s]+$/u, '')];
  }
}
