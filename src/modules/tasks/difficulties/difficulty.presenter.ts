import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { HandoversApi, MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { ReadPhotos } from '../work/photos/read-photos.ts';
import type { Difficulty as StoredDifficulty, DifficultyStep } from './difficulty.entity.ts';

type Difficulty = RouteAnswer<typeof routes.reportDifficulty>;

interface Row
  extends Omit<StoredDifficulty, 'unitId' | 'communeId' | 'commandId' | 'escalatedTo' | 'askedBackAt' | 'hamletId'> {
  teamName: string;
  placeId: string;
  photos: number;
}

const nobody = (id: string) => ({ id, fullName: '', position: null });
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

interface Names {
  person(id: string | null): Difficulty['by'] | null;
  company(id: string | null): NonNullable<Difficulty['provider']> | null;
}

const toDifficulty = (row: Row, { person, company }: Names): Difficulty => ({
  id: row.id,
  kind: row.kind,
  text: row.text,
  team: { id: row.teamId, name: row.teamName },
  taskId: row.taskId,
  by: person(row.byId) ?? nobody(row.byId),
  at: row.at.toISOString(),
  answer: row.answer,
  answeredAt: iso(row.answeredAt),
  answeredBy: person(row.answeredBy),
  owner: person(row.ownerId),
  dueOn: row.dueOn,
  escalatedAt: iso(row.escalatedAt),
  publishedAt: iso(row.publishedAt),
  spot: row.spot,
  provider: company(row.providerId),
  promisedOn: row.promisedOn,
  closedAt: iso(row.closedAt),
});

const toStep = (step: DifficultyStep, { person, company }: Names): NonNullable<Difficulty['steps']>[number] => ({
  kind: step.kind,
  at: step.at.toISOString(),
  by: person(step.byId),
  text: step.text,
  provider: company(step.providerId),
  promisedOn: step.promisedOn,
});

/** Difficulties with their story, their pictures and the names of who acted. The caller has checked the right. */
@Injectable()
export class DifficultyPresenter {
  constructor(
    private readonly database: Database,
    private readonly membership: MembershipApi,
    private readonly handovers: HandoversApi,
    private readonly organization: OrganizationApi,
    private readonly readPhotos: ReadPhotos,
    private readonly clock: Clock,
  ) {}

  /** In the order of the ids. */
  async present(ids: readonly string[]): Promise<Difficulty[]> {
    if (ids.length === 0) return [];
    const [rows, steps, photos] = await Promise.all([
      this.rows(ids),
      this.steps(ids),
      this.readPhotos.ofDifficulties(ids),
    ]);
    const owners = await this.ownersOf(rows);
    const people = await this.membership.people(
      [
        ...owners.values(),
        ...rows.flatMap((row) => [row.byId, row.answeredBy]),
        ...steps.map((step) => step.byId),
      ].filter((id) => id !== null),
    );
    const units = await this.organization.unitRefs(rows.map(({ placeId }) => placeId));
    const providers = await this.organization.providers(
      [...rows, ...steps].flatMap(({ providerId }) => providerId ?? []),
    );
    const names: Names = {
      person: (id) => (id ? (people.get(id) ?? nobody(id)) : null),
      company: (id) => (id ? (providers.get(id) ?? null) : null),
    };
    return rows.map((row) => ({
      ...toDifficulty({ ...row, ownerId: owners.get(row.id) ?? null }, names),
      hamlet: units.get(row.placeId) ?? null,
      photos: photos.get(row.id) ?? [],
      photosPending: row.photos - (photos.get(row.id)?.length ?? 0),
      steps: steps.filter(({ difficultyId }) => difficultyId === row.id).map((step) => toStep(step, names)),
    }));
  }

  /** An open one is whose the post is by which it was taken; an answered one stays with who answered it. */
  private async ownersOf(rows: readonly Row[]): Promise<Map<string, string | null>> {
    const taken = rows.flatMap(({ ownerId, placeId, answeredAt }) =>
      ownerId && !answeredAt ? [{ personId: ownerId, unitId: placeId }] : [],
    );
    const holderOf = await this.handovers.holderOf(taken);
    return new Map(
      rows.map(({ id, ownerId, placeId, answeredAt }) => [
        id,
        ownerId && !answeredAt ? holderOf({ personId: ownerId, unitId: placeId }) : ownerId,
      ]),
    );
  }

  private rows(ids: readonly string[]): Promise<Row[]> {
    return this.database.rows<Row>(
      sql`select d.id, d.kind, d.text, d.team_id as "teamId", coalesce(tm.name, '') as "teamName", d.task_id as "taskId",
              d.by_id as "byId", d.at, d.answer, d.answered_at as "answeredAt", d.answered_by as "answeredBy",
              d.owner_id as "ownerId", d.due_on::text as "dueOn", d.escalated_at as "escalatedAt", d.published_at as "publishedAt",
              coalesce(d.hamlet_id, d.unit_id) as "placeId", d.spot, d.provider_id as "providerId",
              d.promised_on::text as "promisedOn", d.closed_at as "closedAt",
              (select count(*)::int from photos p where p.difficulty_id = d.id) as photos
         from unnest(${ids}::uuid[]) with ordinality as asked(id, n)
        cross join lateral (select * from difficulties where id = asked.id offset 0) d
         left join lateral (select name from teams_at(${this.clock.today()}::date) where id = d.team_id offset 0) tm on true
        order by asked.n`,
    );
  }

  private steps(ids: readonly string[]): Promise<DifficultyStep[]> {
    return this.database.rows<DifficultyStep>(
      sql`select id, difficulty_id as "difficultyId", kind, text, by_id as "byId", provider_id as "providerId",
          promised_on::text as "promisedOn", at
         from difficulty_steps where difficulty_id = any(${ids}) order by difficulty_id, at, id`,
    );
  }
}
