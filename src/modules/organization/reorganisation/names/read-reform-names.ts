import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { comparePlaces } from '#i18n/fold';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { pagesOf, platformErrors } from '#platform/http';
import { OrganizationApi } from '../../organization.api.ts';
import { grouped } from '#contracts/grouped';
import { type Former, type Hamlet, type NamedHamlet, namesIn, placeOfHamlet } from './hamlet-names.ts';
import { OpinionStore } from './opinion-store.ts';
import { communesOf, type Opinion, toAsk, toOpinion } from './opinions.ts';
import { ReadReforms } from '../lines/read-reforms.ts';
import { nameOf, type ReformLine, ReformShape, type ReformUnit } from '../lines/reform-lines.ts';
import { type ReformRow, ReformStore } from '../lines/reform-store.ts';
import { ReformTree } from '../lines/reform-tree.ts';

type List = RouteAnswer<typeof routes.listReformNames>;
type View = RouteAnswer<typeof routes.reformNames>;

export interface NamedPlace {
  line: ReformLine;
  hamlets: NamedHamlet[];
}
export interface ReformNames {
  reform: ReformRow;
  places: NamedPlace[];
}

const pages = pagesOf('reform names', z.tuple([z.int()]));
const bareName = ({ type, name }: Pick<ReformUnit, 'type' | 'name'>): string =>
  name.toLowerCase().startsWith(`${type.toLowerCase()} `) ? name.slice(type.length + 1) : name;

/** Which hamlets of the communes of a day will have one name, how they are told apart, and what they are to be called. */
@Injectable()
export class ReadReformNames {
  constructor(
    private readonly reforms: ReadReforms,
    private readonly store: ReformStore,
    private readonly tree: ReformTree,
    private readonly organization: OrganizationApi,
    private readonly opinions: OpinionStore,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, id: string, query: RouteQuery<typeof routes.listReformNames>): Promise<List> {
    const { reform, places } = await this.all(actor, id);
    const asked = { ...query, id, version: reform.version };
    const [after = 0] = pages.after(asked) ?? [];
    const all = places.map(toPlace);
    const rows = all.filter(({ position }) => position > after).slice(0, query.limit + 1);
    const { items, nextCursor } = pages.cut(asked, rows, ({ position }) => [position]);
    const sum = (of: 'alike' | 'wrong') => all.reduce((total, place) => total + place[of], 0);
    return { items, total: all.length, nextCursor, alike: sum('alike'), wrong: sum('wrong') };
  }

  async one(actor: Actor, id: string, { position }: RouteQuery<typeof routes.reformNames>): Promise<View> {
    const { reform, places } = await this.all(actor, id);
    const place = places.find(({ line }) => line.position === position);
    if (!place) throw platformErrors.notFound();
    const directives = await this.organization.directives(
      place.hamlets.flatMap(({ proposal }) => proposal?.directiveId ?? []),
    );
    const { template } = await this.organization.groupName(place.line.unitId ?? reform.unitId, reform.onDate);
    const asked = await this.opinions.ofHamlets(
      id,
      place.hamlets.map((hamlet) => hamlet.id),
    );
    const askedOf = new Map(asked.map((row) => [row.hamletId, { name: row.name, opinion: toOpinion(row) }]));
    return {
      place: toPlace(place),
      hamlets: place.hamlets.map(({ parentId: _, proposal, ...named }) => {
        const hamlet = { ...named, asked: askedOf.get(named.id) ?? null };
        if (!proposal) return { ...hamlet, proposal };
        const { fromOn, directiveId, ...called } = proposal;
        const directive = directives.get(directiveId ?? '');
        const paper = directive && { id: directive.id, citation: directive.citation };
        const decided = fromOn && paper ? { onDate: fromOn, directive: paper } : null;
        return { ...hamlet, proposal: { ...called, decided } };
      }),
      groupName: template,
      ...(await this.asking(place, asked)),
    };
  }

  /** Whom asking reaches now, and who was asked. */
  private async asking({ hamlets }: NamedPlace, opinions: readonly Opinion[]): Promise<Pick<View, 'toAsk' | 'asked'>> {
    const ids = hamlets.map(({ id }) => id);
    const next = toAsk(hamlets, await this.opinions.communes(ids, this.clock.today()));
    const reached = communesOf(next.map((one) => ({ ...one, about: null })));
    const standing = opinions.filter(({ stands }) => stands);
    const asked = communesOf(standing);
    const units = await this.organization.unitRefs([...reached, ...asked].map(({ communeId }) => communeId));
    const byName = <T extends { communeId: string; hamlets: number }>(all: T[]) =>
      all
        .map(({ communeId: id, ...one }) => ({ ...one, id, fullName: units.get(id)?.fullName ?? '' }))
        .toSorted((a, b) => comparePlaces(a.fullName, b.fullName) || (a.id < b.id ? -1 : 1));
    const answerBy = standing
      .map((row) => row.answerBy)
      .toSorted()
      .at(-1);
    return {
      toAsk: byName(reached).map(({ id, fullName, hamlets: n }) => ({ id, fullName, hamlets: n })),
      asked: answerBy === undefined ? null : { communes: byName(asked), answerBy },
    };
  }

  /** Of every commune of the day, by its line. @throws organization.reformNotFound, platform.denied */
  async all(actor: Actor, id: string): Promise<ReformNames> {
    const reform = await this.reforms.allowed(actor, id);
    const lines = await this.store.lines(reform);
    const shape = new ReformShape(lines);
    const units = await this.tree.units(reform, lines);
    const named = new Set([...shape.parts.keys(), ...shape.keeps.keys()]);
    const communes = [...units.values()].filter((unit) => unit.kind === 'commune' && named.has(unit.id));
    const hamlets = await this.hamlets(communes, reform);
    const formers = new Map(communes.map((unit) => [unit.id, formerOf(unit, units)]));
    const proposals = new Map(
      lines.flatMap((line) => (line.kind === 'name' && line.unitId ? [[line.unitId, line]] : [])),
    );
    const byPlace = grouped(hamlets, (hamlet) => placeOfHamlet(hamlet, shape));
    return {
      reform,
      places: [...shape.heirs.values()].flatMap((line) => {
        const own = byPlace.get(line.position) ?? [];
        return line.unitKind === 'commune' && own.length > 0
          ? [{ line, hamlets: namesIn(own, { formers, proposals, staysIn: line.unitId }) }]
          : [];
      }),
    };
  }

  private async hamlets(communes: readonly ReformUnit[], reform: ReformRow): Promise<Hamlet[]> {
    const below = await this.tree.below(
      communes.map(({ id }) => id),
      reform,
    );
    return below
      .flatMap(({ id, kind, type, name, fullName, parentId }) =>
        kind === 'hamlet' && parentId ? [{ id, type, name, fullName, parentId }] : [],
      )
      .toSorted((a, b) => comparePlaces(a.fullName, b.fullName) || (a.id < b.id ? -1 : 1));
  }
}

function formerOf(unit: ReformUnit, units: ReadonlyMap<string, ReformUnit>): Former {
  const above = units.get(unit.parentId ?? '');
  return { id: unit.id, name: bareName(unit), fullName: unit.fullName, above: above ? bareName(above) : null };
}

function toPlace({ line, hamlets }: NamedPlace): List['items'][number] {
  const alike = hamlets.filter((hamlet) => hamlet.alike > 1);
  return {
    position: line.position,
    name: nameOf(line),
    hamlets: hamlets.length,
    names: new Set(alike.map(({ fullName }) => fullName.toLowerCase())).size,
    alike: alike.length,
    proposed: hamlets.filter(({ proposal }) => proposal).length,
    wrong: hamlets.filter(({ state }) => state === 'wrong').length,
  };
}
