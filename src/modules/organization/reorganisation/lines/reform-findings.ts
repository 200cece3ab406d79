/** What of a draft is not settled, and what is only told. From its lines and the tree of the day before; pure. */
import type { RouteAnswer, routes } from '#contracts';
import { reformBlocks } from '#contracts/organization/reform-kinds';
import type { ReorganisationReach } from '#contracts/organization/reorganisation-kinds';
import { mayStandBelow } from '../../units/unit-kinds.ts';
import { type CodeFacts, codeFindings } from './code-findings.ts';
import { grouped } from '#contracts/grouped';
import { bareName } from './same-name.ts';
import { type SplitOf, splitFindings } from '../mergers/splits/split-findings.ts';
import { namesakes } from './namesakes.ts';
import { nameOf, type ReformLine, ReformShape, type ReformUnit } from './reform-lines.ts';

export type Finding = RouteAnswer<typeof routes.listReformFindings>['items'][number];
type Code = Finding['code'];

export interface ReformFacts extends CodeFacts {
  /** Units within reach on the day before, hamlets aside, and whatever else the lines name. */
  units: ReadonlyMap<string, ReformUnit>;
  /** What stands directly below units that are divided. */
  below: ReadonlyMap<string, readonly Pick<ReformUnit, 'id' | 'kind' | 'fullName'>[]>;
  /** Of hamlets that are divided themselves. */
  splits: ReadonlyMap<string, SplitOf>;
  hasDirective: boolean;
  otherReforms: readonly { unitId: string; id: string; title: string; on: string; reach: ReorganisationReach }[];
  /** What modules above say of theirs. */
  told: readonly { code: Code; unitId?: string; position?: number; params: Finding['params'] }[];
}

const takes = ({ kind }: ReformLine): boolean => kind === 'merge' || kind === 'part';
const blocking: ReadonlySet<string> = new Set(reformBlocks);
const MOST_NEAR = 5;

/** What blocks first, then by the rows of the list. */
export function reformFindings(lines: readonly ReformLine[], facts: ReformFacts): Finding[] {
  return new Findings(lines, facts).all();
}

class Findings {
  private readonly found: Finding[] = [];
  private readonly shape: ReformShape;
  /** What may be meant by a name or a code that nobody knows together: a list may have twenty thousand of them. */
  private readonly named: ReadonlyMap<string, readonly ReformUnit[]>;
  private readonly borne: ReadonlyMap<string, readonly ReformUnit[]>;

  constructor(
    private readonly lines: readonly ReformLine[],
    private readonly facts: ReformFacts,
  ) {
    this.shape = new ReformShape(lines);
    const all = [...facts.units.values()].filter(({ kind }) => kind !== 'country');
    this.named = grouped(all, bareName);
    this.borne = grouped(all, ({ code }) => code ?? '');
  }

  all(): Finding[] {
    const { facts, shape } = this;
    if (shape.heirs.size === 0) this.tell('noLines', {});
    if (!facts.hasDirective) this.tell('noDirective', {});
    this.unknownUnits();
    for (const [id, parts] of shape.parts) this.unit(id, parts);
    for (const line of shape.keeps.values()) this.days(line.unitId ?? '', line);
    this.splits();
    this.notTaken();
    this.heirs();
    this.places();
    for (const { unitId, ...other } of facts.otherReforms) this.tell('otherReform', other, { unitId });
    for (const { code, unitId, position, params } of facts.told) {
      const line = this.lines.find((one) => one.position === position);
      this.tell(code, params, { ...(unitId && { unitId }), ...(line && { line }) });
    }
    const rank = ({ blocks, row }: Finding): number => (blocks ? 0 : 1e9) + (row ?? 1e8);
    return this.found.sort((a, b) => rank(a) - rank(b));
  }

  private tell(
    code: Code,
    params: Finding['params'],
    { line, unitId, near = [] }: { line?: ReformLine; unitId?: string; near?: readonly ReformUnit[] } = {},
  ): void {
    const unit = this.facts.units.get(unitId ?? '');
    this.found.push({
      code,
      blocks: blocking.has(code),
      position: line?.position ?? null,
      row: line?.row ?? null,
      unit: unit ? named(unit) : null,
      params,
      near: near.map(named),
    });
  }

  private unknownUnits(): void {
    for (const line of this.lines)
      if (takes(line) && !line.unitId)
        this.tell('unknownUnit', { code: line.code ?? '', name: line.name ?? '' }, { line, near: this.near(line) });
  }

  private near({ code, type, name }: ReformLine): ReformUnit[] {
    const alike = this.named.get(bareName({ type: type ?? '', name: name ?? '' })) ?? [];
    const borne = (code && this.borne.get(code)) || [];
    return [...new Set([...alike, ...borne])].slice(0, MOST_NEAR);
  }

  private unit(unitId: string, parts: readonly ReformLine[]): void {
    const [line] = parts;
    const keep = this.shape.keeps.get(unitId);
    if (!line) return;
    this.days(unitId, line);
    const wholes = parts.filter(({ kind }) => kind === 'merge');
    if (wholes.length > 1)
      this.tell('unitWholeTwice', { count: wholes.length }, { line: wholes.at(-1) ?? line, unitId });
    else if (wholes.length > 0 && (parts.length > 1 || keep)) this.tell('unitTwice', {}, { line, unitId });
    else if (wholes.length === 0 && !keep && this.shape.heirsOf(unitId).length < 2)
      this.tell('unitOnlyPart', {}, { line, unitId });
    const shares = parts.flatMap(({ share }) => share ?? []);
    const sum = shares.reduce((total, share) => total + share, 0);
    if (shares.length > 0 && !keep && (shares.length < parts.length || Math.abs(sum - 1) > 0.0005))
      this.tell('sharesNot100', { sum: Math.round(sum * 10_000) / 100 }, { line, unitId });
    for (const part of parts) this.kinds(unitId, part);
    if (wholes.length === 0) this.allotments(unitId, line);
  }

  private days(unitId: string, line: ReformLine): void {
    const unit = this.facts.units.get(unitId);
    const { onDate } = this.facts;
    if (!unit) this.tell('unknownUnit', { code: line.code ?? '', name: line.name ?? '' }, { line });
    else if (unit.to && unit.to <= onDate) this.tell('unitEnded', { on: unit.to }, { line, unitId });
    else if (unit.from >= onDate) this.tell('unitNotYet', { on: unit.from }, { line, unitId });
    else if (unit.to || unit.changedOn >= onDate)
      this.tell('unitChangedLater', { on: unit.to ?? unit.changedOn }, { line, unitId });
  }

  /** What ends goes into a unit of its kind, or, as districts did, into one above. */
  private kinds(unitId: string, line: ReformLine): void {
    const kind = this.facts.units.get(unitId)?.kind;
    const heir = this.shape.heirs.get(line.intoPosition ?? 0);
    if (!kind || !heir?.unitKind || kind === heir.unitKind) return;
    // Districts of islands have become special zones, which are communes.
    const isZone = heir.unitKind === 'commune' && heir.type === 'đặc khu';
    if (kind !== 'district' || (heir.unitKind !== 'province' && !isZone))
      this.tell('kindDiffers', { kind, into: heir.unitKind }, { line, unitId });
  }

  private allotments(unitId: string, line: ReformLine): void {
    const below = this.facts.below.get(unitId) ?? [];
    const heirs = new Set(this.shape.heirsOf(unitId));
    const isPlaced = (id: string) => {
      const keep = this.shape.keeps.get(id);
      if (this.shape.splits.has(id)) return true;
      return this.shape.allotted.has(id) || this.shape.ends(id) || Boolean(keep?.parentId ?? keep?.parentPosition);
    };
    const open = below.filter(({ id }) => !isPlaced(id));
    const astray = below.filter(({ id }) => {
      const into = this.shape.allotted.get(id);
      return into !== undefined && !heirs.has(into);
    });
    if (below.length === 0) this.tell('noHamlets', {}, { line, unitId });
    if (open.length > 0)
      this.tell('notAllotted', { count: open.length, first: open[0]?.fullName ?? '' }, { line, unitId });
    for (const { fullName } of astray) this.tell('notItsHeir', { name: fullName }, { line, unitId });
  }

  private splits(): void {
    for (const split of this.shape.splits.values()) {
      const [unitId = ''] = [...this.facts.below].find(([, all]) => all.some(({ id }) => id === split.hamletId)) ?? [];
      const line = this.lines.find(({ position }) => position === split.halves[0].position);
      const found = splitFindings(split, this.facts.splits.get(split.hamletId), new Set(this.shape.heirsOf(unitId)));
      for (const { code, params } of found) this.tell(code, params, { ...(line && { line }), unitId });
    }
  }

  /** A list that names most of the units of a place means all of them: one that nobody takes was forgotten. */
  private notTaken(): void {
    if (!this.lines.some(({ row }) => row !== null)) return;
    const named = new Set([...this.shape.parts.keys(), ...this.shape.keeps.keys()]);
    const communes = [...this.facts.units.values()].filter(
      ({ kind, to }) => kind === 'commune' && (!to || to > this.facts.onDate),
    );
    for (const [parentId, all] of grouped(communes, (unit) => unit.parentId)) {
      const left = all.filter(({ id }) => !named.has(id));
      if (!this.shape.ends(parentId ?? '') && left.length * 2 > all.length) continue;
      for (const { id, code } of left) this.tell('unitNotTaken', { code: code ?? '' }, { unitId: id });
    }
  }

  private heirs(): void {
    const taken = new Set(this.lines.flatMap(({ intoPosition }) => intoPosition ?? []));
    for (const { code, params, line, bearer } of codeFindings(this.shape, this.facts))
      this.tell(code, params, { line, ...(bearer && { unitId: bearer.id, near: [bearer] }) });
    for (const line of this.shape.heirs.values()) {
      if (line.kind === 'create' && !taken.has(line.position)) this.tell('noParts', { name: nameOf(line) }, { line });
      this.warn(line);
    }
  }

  private warn(line: ReformLine): void {
    if (line.kind !== 'create' || line.unitKind !== 'commune') return;
    const name = nameOf(line);
    const into = this.shape.into(line.position);
    const of = (kind: ReformLine['kind'], fits: (one: ReformLine) => boolean = () => true) =>
      into.some((one) => one.kind === kind && fits(one));
    const focal = (standIn: boolean) => of('post', (one) => one.type === 'focal_officer' && one.standIn === standIn);
    if (!focal(false)) this.tell('noFocalOfficer', { name }, { line });
    if (!focal(true)) this.tell('noStandIn', { name }, { line });
    if (!of('office')) this.tell('noOffice', { name }, { line });
    if (of('part')) this.tell('registerUnknown', { name }, { line });
  }

  private places(): void {
    const gone = (id: string): boolean => this.shape.ends(id);
    for (const line of this.shape.heirs.values()) {
      const above = this.above(line);
      if (this.turnsBack(line)) this.tell('cycle', { name: nameOf(line) }, { line });
      else if (!above) {
        // A part that is not known yet may say it.
        const isOpen = this.shape.into(line.position).some((part) => takes(part) && !part.unitId);
        if (line.kind === 'create' && !isOpen) this.tell('parentUnknown', { name: nameOf(line) }, { line });
      } else if (above.id && gone(above.id)) this.tell('parentEnds', { name: above.name }, { line });
      else if (line.unitKind && !mayStandBelow(line.unitKind, above.kind))
        this.tell('wrongParent', { name: nameOf(line), parent: above.name }, { line });
    }
    this.sameNames();
    this.emptied();
  }

  /** Of what goes on where it stands, nothing. */
  private above({ parentId, parentPosition }: ReformLine) {
    const heir = this.shape.heirs.get(parentPosition ?? 0);
    if (heir?.unitKind) return { id: heir.unitId, kind: heir.unitKind, name: nameOf(heir) };
    const unit = this.facts.units.get(parentId ?? '');
    return unit && { id: unit.id, kind: unit.kind, name: unit.fullName };
  }

  private turnsBack(line: ReformLine): boolean {
    const seen = new Set<number>();
    let at: ReformLine | undefined = line;
    while (at) {
      if (seen.has(at.position)) return true;
      seen.add(at.position);
      at = this.shape.heirs.get(at.parentPosition ?? 0);
    }
    return false;
  }

  private sameNames(): void {
    const place = (line: ReformLine) =>
      `${line.parentPosition ?? line.parentId ?? this.facts.units.get(line.unitId ?? '')?.parentId} ${nameOf(line).toLowerCase()}`;
    for (const [, same] of grouped(this.shape.heirs.values(), place))
      for (const line of same.slice(1)) this.tell('nameTwice', { name: nameOf(line) }, { line });
    for (const { line, other } of namesakes(this.shape, this.facts.units))
      this.tell('nameInProvince', { name: nameOf(line), other }, { line });
  }

  /** A district whose communes all end or go elsewhere stands empty from the day on. */
  private emptied(): void {
    const heirs = [...this.shape.heirs.values()];
    for (const [parentId, all] of grouped(this.facts.units.values(), (unit) => unit.parentId)) {
      if (!parentId || this.shape.ends(parentId) || this.facts.units.get(parentId)?.kind !== 'district') continue;
      const stays = all.some(({ id }) => !gone(this.shape, id, parentId));
      if (!stays && !heirs.some((line) => line.parentId === parentId))
        this.tell('parentEmpty', {}, { unitId: parentId });
    }
  }
}

function gone(shape: ReformShape, id: string, parentId: string): boolean {
  if (shape.ends(id)) return true;
  const keep = shape.keeps.get(id);
  return keep !== undefined && (keep.parentPosition !== null || (keep.parentId ?? parentId) !== parentId);
}

const named = ({ id, fullName, code }: ReformUnit): Finding['near'][number] => ({ id, fullName, code });
