import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { comparePlaces } from '#i18n/fold';
import { startOfDay } from '#i18n';
import { CoverageQueries, OrganizationApi } from '#modules/organization';
import { PartnerFacts } from '#modules/tasks';
import { TrainingApi } from '#modules/training';
import { platformErrors } from '#platform/http';
import type { Actor } from '#platform/auth';
import { CompanyPeople } from './company-people.ts';
import { OwnCompanies } from './own-companies.ts';

type Cell = RouteAnswer<typeof routes.providerCell>;

/** What a provider covers of a commune, who works there for it, and what they did this month. */
@Injectable()
export class ReadProviderCell {
  constructor(
    private readonly coverage: CoverageQueries,
    private readonly organization: OrganizationApi,
    private readonly people: CompanyPeople,
    private readonly companies: OwnCompanies,
    private readonly training: TrainingApi,
    private readonly partners: PartnerFacts,
  ) {}

  async execute(actor: Actor, providerId: string, unitId: string): Promise<Cell> {
    const visible = await this.companies.visible(actor, unitId);
    const today = this.people.today();
    const unit = await this.organization.unitRef(unitId, today);
    const known = await this.organization.providerById(providerId);
    if (!unit || !known) throw platformErrors.notFound();
    if (visible && !visible.includes(providerId)) throw platformErrors.denied();
    const month = today.slice(0, 7);
    const [from, until] = monthOf(month);
    const [hamlets, since, people, sessions, facts] = await Promise.all([
      this.hamlets(unitId, known, today),
      this.coverage.since(providerId, unitId, today),
      this.people.at(providerId, unitId),
      this.training.sessionsHeld(providerId, unitId, from, until),
      this.partners.of(providerId, unitId, from, until),
    ]);
    const { jointTasks, oldestDueOn, ...difficulties } = facts;
    return {
      provider: { id: known.id, name: known.name, kind: known.kind, contact: known.contact },
      unit,
      from: since,
      hamlets,
      people,
      month,
      sessions,
      jointTasks,
      difficulties: {
        ...difficulties,
        daysLate: oldestDueOn ? Math.round((Date.parse(today) - Date.parse(oldestDueOn)) / DAY_MS) : 0,
        since: oldestDueOn,
      },
    };
  }

  /** Each with the others of its kind that cover it too. */
  private async hamlets(
    unitId: string,
    own: Pick<Cell['provider'], 'id' | 'kind'>,
    at: string,
  ): Promise<Cell['hamlets']> {
    const hamlets = await this.coverage.hamlets(unitId, at);
    const [pairs, providers] = await Promise.all([
      this.coverage.coverersOf(
        hamlets.map(({ id }) => id),
        at,
      ),
      this.coverage.providers(unitId, null),
    ]);
    const alike = new Map(
      providers.filter(({ id, kind }) => kind === own.kind && id !== own.id).map(({ id, name }) => [id, name]),
    );
    return hamlets
      .map(({ communeId: _, ...unit }) => {
        const here = pairs.filter(({ hamletId }) => hamletId === unit.id);
        return {
          unit,
          covered: here.some(({ providerId }) => providerId === own.id),
          others: here.flatMap(({ providerId }) => alike.get(providerId) ?? []).sort(),
        };
      })
      .sort((a, b) => comparePlaces(a.unit.fullName, b.unit.fullName) || (a.unit.id < b.unit.id ? -1 : 1));
  }
}

const DAY_MS = 86_400_000;

function monthOf(month: string): [Date, Date] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return [new Date(startOfDay(`${month}-01`)), new Date(startOfDay(`${next}-01`))];
}
