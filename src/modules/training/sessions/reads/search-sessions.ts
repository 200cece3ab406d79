import { Injectable, type OnModuleInit } from '@nestjs/common';
import { searchPattern } from '#i18n/spoken';
import { formatDate } from '#i18n';
import { SearchSources } from '#modules/membership';
import { OrganizationApi, Scope, withoutCompanies } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { SessionAccess } from '../session/session-access.ts';
import type { TrainingSession } from '../session/training-session.entity.ts';

type Found = Pick<TrainingSession, 'id' | 'title' | 'place' | 'startsAt' | 'communeId'>;

/** Sessions in the reader's communes or of the reader's company, by topic or place. */
@Injectable()
export class SearchSessions implements OnModuleInit {
  constructor(
    private readonly sources: SearchSources,
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly access: SessionAccess,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.add(async (actor, q, most) => {
      const rows = await this.find(actor, q, most);
      const units = await this.organization.unitRefs(rows.map(({ communeId }) => communeId));
      return rows.map(({ id, title, place, startsAt, communeId }) => {
        const day = this.clock.dayOf(startsAt);
        const context = [formatDate(day, 'vi', { withYear: true }), place, units.get(communeId)?.fullName];
        return { kind: 'session' as const, id, label: title, context: context.filter(Boolean).join(', '), day };
      });
    });
  }

  private async find(actor: Actor, q: string, most: number): Promise<Found[]> {
    const units = this.scope.unitIds(withoutCompanies(actor), 'training.read');
    const providers = (await this.access.providersOf(actor)).map(({ providerId }) => providerId);
    if (units.length === 0 && providers.length === 0) return [];
    return this.database.rows(
      sql`select s.id, s.title, s.place, s.starts_at as "startsAt", s.commune_id as "communeId" from training_sessions s
        where (s.provider_id = any(${providers}::uuid[]) or s.commune_id = any(array(
            select c.descendant_id from unit_closure c where c.ancestor_id = any(${units}::uuid[]))))
          and fold(s.title || ' ' || coalesce(s.place, '')) ~ ${searchPattern(q)}
        order by s.starts_at desc, s.id limit ${most}`,
    );
  }
}
