import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { requestCode } from '#contracts/privacy/request-kinds';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { MembershipApi, type PersonRef } from '../../membership.api.ts';
import { printPhone } from '../../people/people/phones.ts';
import { DataRequestAccess, type DataRequestRow } from './data-request-access.ts';
import { DataRequestDeadlines } from './data-request-deadlines.ts';
import { PlannedErasing } from './erasing/planned-erasing.ts';
import { HeldOfPerson } from './held-of-person.ts';

type Row = RouteAnswer<typeof routes.listDataRequests>['items'][number];
type Detail = RouteAnswer<typeof routes.readDataRequest>;

/** Cases with the names that screens show. */
@Injectable()
export class DataRequestPresenter {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly deadlines: DataRequestDeadlines,
    private readonly access: DataRequestAccess,
    private readonly held: HeldOfPerson,
    private readonly planned: PlannedErasing,
  ) {}

  async rows(rows: readonly DataRequestRow[]): Promise<Row[]> {
    const [units, people, left] = await Promise.all([
      this.organization.unitRefs(rows.map(({ unitId }) => unitId)),
      this.membership.people(rows.flatMap(({ personId, ownerId }) => (ownerId ? [personId, ownerId] : [personId]))),
      this.deadlines.daysLeft(rows.map(({ dueOn }) => dueOn)),
    ]);
    return rows.map((row) => ({
      id: row.id,
      code: requestCode(row.no),
      kind: row.kind,
      person: nameOf(people, row.personId),
      unit: units.get(row.unitId) ?? { id: row.unitId, kind: 'commune', name: '', fullName: '' },
      source: row.source,
      receivedAt: row.receivedAt.toISOString(),
      dueOn: row.dueOn,
      daysLeft: left(row.dueOn),
      verified: row.verifiedAt !== null,
      owner: row.ownerId ? nameOf(people, row.ownerId) : null,
      escalatedAt: row.escalatedAt?.toISOString() ?? null,
      outcome: row.outcome,
      answeredAt: row.answeredAt?.toISOString() ?? null,
    }));
  }

  async detail(actor: Actor, row: DataRequestRow): Promise<Detail> {
    const [head] = await this.rows([row]);
    const { personId, verifiedAt, verifiedHow, verifiedBy, words, newName, newPhone, answer, answeredBy, stops } = row;
    const [{ place, leftOn, phoneEnd }, people, holds, refusal, planned] = await Promise.all([
      this.place(personId),
      this.membership.people([verifiedBy, answeredBy].flatMap((id) => id ?? [])),
      this.held.of(personId),
      this.access.eraseRefusal(actor, row),
      this.planned.of(actor, row),
    ]);
    return {
      ...(head as Row),
      place,
      leftOn,
      phoneEnd,
      verification:
        verifiedAt && verifiedHow
          ? { at: verifiedAt.toISOString(), how: verifiedHow, by: verifiedBy ? nameOf(people, verifiedBy) : null }
          : null,
      words,
      wish: { fullName: newName, phone: newPhone && printPhone(newPhone) },
      holds,
      erasing: refusal ?? null,
      ...planned,
      isOwn: personId === actor.personId,
      answer,
      answeredBy: answeredBy ? nameOf(people, answeredBy) : null,
      stops,
    };
  }

  /** Where they are, or were last. */
  private async place(personId: string): Promise<{ place: string; leftOn: string | null; phoneEnd: string | null }> {
    const row = await this.held.lastPlace(personId);
    if (!row) return { place: '', leftOn: null, phoneEnd: null };
    const { unitId, teamId, leftOn, phoneEnd } = row;
    const [unit, commune, teams] = await Promise.all([
      this.organization.unitRef(unitId, leftOn ?? undefined),
      this.organization.communeOf(unitId),
      this.membership.teamNames(teamId ? [teamId] : []),
    ]);
    const own = (teamId && teams.get(teamId)) ?? (commune?.id === unitId ? undefined : unit?.fullName);
    return { place: [own, commune?.fullName].filter(Boolean).join(', '), leftOn, phoneEnd };
  }
}

const nameOf = (people: ReadonlyMap<string, PersonRef>, id: string): PersonRef =>
  people.get(id) ?? { id, fullName: '', position: null };
