/**
 * Names of hamlets in the communes of a reform's day: which will be equal, how they are told apart until they are renamed, and
 * what is proposed. As told_apart of the database shows them once the day has come. Pure.
 */
import type { ReformNameState } from '#contracts/organization/reform-kinds';
import { grouped } from '#contracts/grouped';
import { nameOf, type ReformLine, type ReformShape } from '../lines/reform-lines.ts';

/** A hamlet on the day before. */
export interface Hamlet {
  id: string;
  type: string;
  name: string;
  fullName: string;
  parentId: string;
}
/** What the hamlet stands in on the day before, by its bare name. */
export interface Former {
  id: string;
  name: string;
  fullName: string;
  /** What that stands in. */
  above: string | null;
}
export interface NamedHamlet extends Hamlet {
  from: string;
  temporary: string;
  alike: number;
  state: ReformNameState;
  proposal: Proposal | null;
}
interface Proposal {
  type: string;
  name: string;
  fullName: string;
  taken: string | null;
  fromOn: string | null;
  directiveId: string | null;
}

const key = (name: string): string => name.normalize('NFC').toLocaleLowerCase('vi');
/** Without its type: "Thôn Tân Phong" and "Tổ dân phố Tân Phong" are one name to whoever hears them. */
const bare = ({ type, name }: Pick<Hamlet, 'type' | 'name'>): string =>
  key(key(name).startsWith(`${key(type)} `) ? name.slice(type.length + 1) : name);

/** The unit of the day in which each hamlet stands; of those that are not allotted yet nowhere. */
export function placeOfHamlet({ id, parentId }: Hamlet, shape: ReformShape): number | undefined {
  const into = shape.allotted.get(id);
  if (into !== undefined) return into;
  if (!shape.ends(parentId)) return shape.keeps.get(parentId)?.position;
  const [only, other] = shape.heirsOf(parentId);
  return other === undefined ? only : undefined;
}

interface Known {
  formers: ReadonlyMap<string, Former>;
  /** Lines that name a hamlet, by the hamlet. */
  proposals: ReadonlyMap<string, ReformLine>;
  /** The unit that goes on as the commune: its own hamlets do not move. */
  staysIn: string | null;
}

/** @param hamlets of one commune of the day */
export function namesIn(hamlets: readonly Hamlet[], { formers, proposals, staysIn }: Known): NamedHamlet[] {
  const byName = grouped(hamlets, ({ fullName }) => key(fullName));
  const final = grouped(hamlets, (hamlet) => bare(called(hamlet, proposals)));
  return hamlets.map((hamlet) => {
    const same = byName.get(key(hamlet.fullName)) ?? [];
    const former = formers.get(hamlet.parentId);
    const isMoved = hamlet.parentId !== staysIn;
    const proposal = proposed(hamlet, proposals, final);
    return {
      ...hamlet,
      from: former?.fullName ?? '',
      temporary: hamlet.fullName + (same.length > 1 && isMoved ? suffix(former, same, formers) : ''),
      alike: same.length,
      proposal,
      state: stateOf(proposal),
    };
  });
}

/** As it is proposed, else as it is. */
function called(hamlet: Hamlet, proposals: Known['proposals']): Pick<Hamlet, 'type' | 'name' | 'fullName'> {
  const line = proposals.get(hamlet.id);
  if (!line) return hamlet;
  const named = { type: line.type ?? hamlet.type, name: line.name ?? hamlet.name };
  return { ...named, fullName: nameOf(named) };
}

function proposed(
  hamlet: Hamlet,
  proposals: Known['proposals'],
  final: ReadonlyMap<string, Hamlet[]>,
): Proposal | null {
  const line = proposals.get(hamlet.id);
  if (!line) return null;
  const named = called(hamlet, proposals);
  const other = final.get(bare(named))?.find(({ id }) => id !== hamlet.id);
  const { fromOn, directiveId } = line;
  const { type, name, fullName } = named;
  return { type, name, fullName, taken: other ? called(other, proposals).fullName : null, fromOn, directiveId };
}

function suffix(former: Former | undefined, same: readonly Hamlet[], formers: ReadonlyMap<string, Former>): string {
  if (!former) return '';
  const twin = same.some(({ parentId }) => parentId !== former.id && formers.get(parentId)?.name === former.name);
  return ` (${former.name} cũ${twin && former.above ? `, ${former.above}` : ''})`;
}

function stateOf(proposal: Proposal | null): ReformNameState {
  if (!proposal) return 'none';
  if (proposal.taken) return 'wrong';
  return proposal.fromOn ? 'decided' : 'proposed';
}
