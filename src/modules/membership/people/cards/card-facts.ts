/** What a card shows beside the name: its team, its office, how long it holds. */
import { Inject, Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { placeInside } from '#i18n/places';
import { OrganizationApi } from '#modules/organization';
import { ENV, type Env } from '#platform/config';
import { FileLinks } from '#platform/files';
import { TeamQueries } from '../teams/team.queries.ts';
import type { CardRow } from './card-store.ts';

type View = RouteAnswer<typeof routes.registerCard>;

export interface TeamOfCard {
  team: string;
  communeId: string;
  /** "xã Triệu Sơn" */
  commune: string;
  /** "UBND xã Triệu Sơn, tỉnh Thanh Hóa" */
  office: string;
}

/** To the end of the year; one of December goes on through the next. */
export const validUntil = (today: string): string =>
  `${Number(today.slice(0, 4)) + (today.slice(5, 7) === '12' ? 1 : 0)}-12-31`;

@Injectable()
export class CardFacts {
  constructor(
    private readonly teams: TeamQueries,
    private readonly organization: OrganizationApi,
    private readonly links: FileLinks,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async team(teamId: string, today: string): Promise<TeamOfCard | undefined> {
    const [team] = await this.teams.byId([teamId], today);
    if (!team) return undefined;
    const line = await this.organization.ancestors(team.unitId, today);
    const named = (kind: string) => line.find((unit) => unit.kind === kind);
    const commune = named('commune') ?? line.at(-1);
    if (!commune) return undefined;
    const place = placeInside(commune.fullName);
    const above = named('province');
    return {
      team: team.name,
      communeId: commune.id,
      commune: place,
      office: `UBND ${[place, ...(above ? [placeInside(above.fullName)] : [])].join(', ')}`,
    };
  }

  async view(card: CardRow, today: string): Promise<View | undefined> {
    const of = await this.team(card.teamId, today);
    if (!of || !card.role) return undefined;
    return {
      code: card.code,
      address: this.address(card.code),
      fullName: card.fullName,
      role: card.role,
      team: of.team,
      office: of.office,
      validUntil: card.validUntil,
      issuedAt: card.issuedAt.toISOString(),
      photo: card.photo === null ? null : { id: card.photo, url: (await this.links.signer('file'))(card.photo) },
    };
  }

  address(code: string): string {
    return `${this.env.PUBLIC_URL.replace(/\/$/, '')}/the/${code}`;
  }
}
