/** Changes of a draft's lines by hand, one after the other. Pure: what they name was looked at before. */
import type { RouteBody, routes } from '#contracts';
import { splitLines } from '../mergers/splits/split-lines.ts';
import { emptyLine, type ReformLine, ReformShape, type ReformUnit } from '../lines/reform-lines.ts';

export type Edit = RouteBody<typeof routes.editReform>['edits'][number];
type Of<K extends Edit['do']> = Extract<Edit, { do: K }>;

/** What an edit names and the draft does not have, by its place in the list of edits. */
export class WrongEdit extends Error {
  constructor(
    readonly at: number,
    readonly field: string,
  ) {
    super(`edits.${at}.${field}`);
  }
}

export function editLines(
  lines: readonly ReformLine[],
  edits: readonly Edit[],
  units: ReadonlyMap<string, ReformUnit>,
): ReformLine[] {
  const editor = new Editor(lines, units);
  edits.forEach((edit, at) => editor.apply(edit, at));
  return editor.lines();
}

class Editor {
  private readonly byPosition: Map<number, ReformLine>;
  private last: number;
  private at = 0;

  constructor(
    lines: readonly ReformLine[],
    private readonly units: ReadonlyMap<string, ReformUnit>,
  ) {
    this.byPosition = new Map(lines.map((line) => [line.position, line]));
    this.last = lines.reduce((most, { position }) => Math.max(most, position), 0);
  }

  lines(): ReformLine[] {
    return [...this.byPosition.values()].sort((a, b) => a.position - b.position);
  }

  apply(edit: Edit, at: number): void {
    this.at = at;
    switch (edit.do) {
      case 'unit':
        return this.unit(edit);
      case 'part':
        return this.part(edit);
      case 'answer':
        return this.answer(edit);
      case 'drop':
        return this.drop(edit.positions);
      case 'allot':
        return this.allot(edit);
      case 'split':
        return this.split(edit);
      case 'place':
        return this.place(edit);
      case 'post':
        return this.post(edit);
      case 'leave':
        return this.leave(edit);
      case 'name':
        return this.name(edit);
      case 'office':
        return this.office(edit);
    }
  }

  private unit({ position, unitId, kind, parentId, parentPosition, ...named }: Of<'unit'>): void {
    const known = this.heir(position, 'position', true);
    const unit = unitId ? this.known(unitId, 'unitId') : undefined;
    if (parentPosition) this.heir(parentPosition, 'parentPosition');
    if (parentId) this.known(parentId, 'parentId');
    const called = this.called(named, unit);
    const unitKind = unit?.kind ?? kind ?? known?.unitKind ?? 'commune';
    const isAnswered = known?.settled === true && known.code === called.code;
    this.put({
      ...emptyLine,
      ...known,
      ...called,
      position: known?.position ?? ++this.last,
      kind: unit ? 'keep' : 'create',
      // A new one that was scheduled before keeps the id that others may know.
      unitId: unit?.id ?? (known?.kind === 'create' ? known.unitId : null),
      unitKind,
      parentId: parentId ?? null,
      parentPosition: parentPosition ?? null,
      // Whether it is a unit of today under a new name is asked where one bears its code.
      settled: unit !== undefined || isAnswered || !this.bearerOf({ code: called.code, unitKind }),
    });
  }

  private bearerOf({ code: of, unitKind }: Pick<ReformLine, 'code' | 'unitKind'>): ReformUnit | undefined {
    return of === null
      ? undefined
      : [...this.units.values()].find(({ code, kind }) => code === of && kind === unitKind);
  }

  /** What goes on keeps what is not said; a new one has a type and a name. */
  private called(
    { type, name, code }: Pick<Of<'unit'>, 'type' | 'name' | 'code'>,
    unit: ReformUnit | undefined,
  ): Pick<ReformLine, 'type' | 'name' | 'code'> {
    if (!unit && !name) this.refuse('name');
    if (!unit && !type) this.refuse('type');
    return { type: type ?? unit?.type ?? null, name: name ?? unit?.name ?? null, code: code ?? unit?.code ?? null };
  }

  private part({ position, unitId, intoPosition, whole, share }: Of<'part'>): void {
    const known = position === undefined ? undefined : this.byPosition.get(position);
    if (position !== undefined && known?.kind !== 'merge' && known?.kind !== 'part') this.refuse('position');
    const into = intoPosition ?? known?.intoPosition ?? undefined;
    if (into === undefined) this.refuse('intoPosition');
    this.heir(into, 'intoPosition');
    this.known(unitId, 'unitId');
    this.put({
      ...emptyLine,
      ...known,
      position: known?.position ?? ++this.last,
      kind: whole ? 'merge' : 'part',
      unitId,
      type: null,
      name: null,
      code: null,
      intoPosition: into ?? null,
      // Of what was said otherwise before, the share says nothing any more.
      share: share !== undefined ? share / 100 : known?.kind === (whole ? 'merge' : 'part') ? known.share : null,
    });
  }

  private answer({ positions, as }: Of<'answer'>): void {
    for (const position of positions) {
      const line = this.heir(position, 'positions');
      if (!line || line.kind !== 'create') this.refuse('positions');
      if (as === 'new') this.put({ ...line, settled: true });
      else this.same(line);
    }
  }

  /** It goes on under its new name: what the list says of where it goes is no part that leaves it. */
  private same(line: ReformLine): void {
    const bearer = this.bearerOf(line);
    if (!bearer) return this.refuse('positions');
    const parentId = line.parentId === bearer.parentId ? null : line.parentId;
    this.put({ ...line, kind: 'keep', unitId: bearer.id, parentId, settled: true });
    for (const { position, unitId, intoPosition, kind } of this.lines())
      if ((kind === 'merge' || kind === 'part') && unitId === bearer.id && intoPosition === line.position)
        this.byPosition.delete(position);
  }

  private drop(positions: readonly number[]): void {
    for (const position of positions) {
      if (!this.byPosition.delete(position)) this.refuse('positions');
      for (const line of this.lines()) {
        // Half a hamlet is open again, with its people.
        if (line.intoPosition === position && line.kind === 'split') this.put({ ...line, intoPosition: null });
        else if (line.intoPosition === position) this.byPosition.delete(line.position);
        else if (line.parentPosition === position) this.put({ ...line, parentPosition: null });
      }
    }
  }

  private allot({ hamletIds, intoPosition }: Of<'allot'>): void {
    if (new Set(hamletIds).size !== hamletIds.length) this.refuse('hamletIds');
    if (intoPosition !== null) this.heir(intoPosition, 'intoPosition');
    for (const hamletId of hamletIds) this.clear(hamletId);
    if (intoPosition !== null)
      for (const unitId of hamletIds)
        this.put({ ...emptyLine, position: ++this.last, kind: 'allot', unitId, intoPosition });
  }

  /** Whatever was said of where it goes, whole or in halves. */
  private clear(hamletId: string): void {
    const own = this.lines().filter(({ kind, unitId }) => /^(allot|split)$/.test(kind) && unitId === hamletId);
    const halves = new Set(own.flatMap(({ kind, position }) => (kind === 'split' ? [position] : [])));
    for (const { position, intoPosition } of [...own, ...this.lines()])
      if (own.some((line) => line.position === position) || halves.has(intoPosition ?? 0))
        this.byPosition.delete(position);
  }

  private split({ hamletId, halves }: Of<'split'>): void {
    const [one, two] = halves;
    for (const { intoPosition } of halves) if (intoPosition) this.heir(intoPosition, 'halves');
    if (one?.memberIds.some((id) => two?.memberIds.includes(id))) this.refuse('halves');
    this.clear(hamletId);
    for (const line of splitLines(hamletId, halves, { first: this.last + 1 })) {
      this.last = line.position;
      this.put({ ...emptyLine, ...line });
    }
  }

  private place({ position, intoPosition }: Of<'place'>): void {
    const line = this.byPosition.get(position);
    if (line?.kind !== 'split') this.refuse('position');
    if (intoPosition !== null) this.heir(intoPosition, 'intoPosition');
    this.put({ ...line, intoPosition });
  }

  /** One focal officer, one stand-in and one head of each unit; the last word counts. */
  private post({ personId, role, title, standIn, intoPosition, replaces: settled = false, ...more }: Of<'post'>): void {
    this.heir(intoPosition, 'intoPosition');
    const seat = more.seat ?? null;
    const isOne = role === 'focal_officer' || seat === 'head';
    for (const line of this.lines()) {
      const sameSeat = isOne && line.standIn === standIn && line.seat === seat;
      if (line.kind === 'leave' && line.personId === personId) this.byPosition.delete(line.position);
      if (line.kind === 'post' && line.type === role && line.intoPosition === intoPosition)
        if (sameSeat || line.personId === personId) this.byPosition.delete(line.position);
    }
    const post = { personId, type: role, name: title, standIn, seat, intoPosition, settled };
    this.put({ ...emptyLine, position: ++this.last, kind: 'post', ...post });
  }

  private leave({ personId, intoPosition }: Of<'leave'>): void {
    this.heir(intoPosition, 'intoPosition');
    for (const line of this.lines())
      if (line.personId === personId && (line.kind === 'leave' || line.intoPosition === intoPosition))
        this.byPosition.delete(line.position);
    this.put({ ...emptyLine, position: ++this.last, kind: 'leave', personId, intoPosition });
  }

  /** A hamlet has one name; that it is one was asked of the tree. */
  private name({ unitId, type, name, decided }: Of<'name'>): void {
    const known = this.lines().find((line) => line.kind === 'name' && line.unitId === unitId);
    if (known) this.byPosition.delete(known.position);
    if (name === null) return;
    const position = known?.position ?? ++this.last;
    const named = { unitId, name, type: type ?? known?.type ?? 'thôn' };
    const { onDate: fromOn = null, directiveId = null } = decided ?? {};
    this.put({ ...emptyLine, position, kind: 'name', ...named, fromOn, directiveId });
  }

  private office({ unitId, intoPosition }: Of<'office'>): void {
    this.heir(intoPosition, 'intoPosition');
    this.known(unitId, 'unitId');
    for (const line of this.lines())
      if (line.kind === 'office' && line.intoPosition === intoPosition) this.byPosition.delete(line.position);
    this.put({ ...emptyLine, position: ++this.last, kind: 'office', unitId, intoPosition });
  }

  private put(line: ReformLine): void {
    this.byPosition.set(line.position, line);
  }

  private heir(position: number | undefined, field: string, optional = false): ReformLine | undefined {
    if (position === undefined && optional) return undefined;
    const line = this.byPosition.get(position ?? 0);
    if (line?.kind !== 'create' && line?.kind !== 'keep') this.refuse(field);
    return line;
  }

  private known(unitId: string, field: string): ReformUnit {
    const unit = this.units.get(unitId);
    if (!unit) this.refuse(field);
    return unit;
  }

  private refuse(field: string): never {
    throw new WrongEdit(this.at, field);
  }
}

/** Hamlets that edits allot or split, with the edit that names each: whether they stand where they may is asked of the tree. */
export const hamletsOf = (edits: readonly Edit[]): { id: string; path: string }[] =>
  edits.flatMap((edit, at) => {
    if (edit.do === 'allot') return edit.hamletIds.map((id) => ({ id, path: `edits.${at}.hamletIds` }));
    return edit.do === 'split' ? [{ id: edit.hamletId, path: `edits.${at}.hamletId` }] : [];
  });

/** Units of whose parts some go elsewhere. */
export const dividedIn = (lines: readonly ReformLine[]): string[] => {
  const shape = new ReformShape(lines);
  return [...shape.parts.keys()].filter((id) => shape.isDivided(id));
};
