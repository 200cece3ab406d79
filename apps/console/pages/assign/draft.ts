/**
 * An order while it is being written, and its rules: without work, target, date and basis it cannot be issued.
 * Deadlines are typed as officers write them ("trước ngày 10/7") and kept as the last day, inclusive (9/7).
 */
import type { EvidenceKind } from '#contracts/enums';
import { type Share, splitTarget } from '#contracts/tasks/targets';
import { addDays } from '#i18n';
import type { Schemas } from '../../api/client.ts';

export type SplitMode = 'households' | 'even' | 'typed';

export interface Draft {
  templateCode: string | null;
  title: string;
  work: string;
  indicatorCode: string | null;
  target: number | null;
  /** 'before' the day, or until the 'end' of the day. */
  dueKind: 'before' | 'end';
  dueDay: string | null;
  directiveId: string | null;
  evidence: EvidenceKind[];
  /** Of every part beside its number. */
  asks: string[];
  minimumCodes: number;
  /** A company that does the work together with the teams. */
  providerId: string | null;
  priority: 'normal' | 'urgent';
  monthly: boolean;
  /** An office above communes gives the work to teams itself, or gives each commune a number to hand on. */
  to: 'teams' | 'communes';
  /** The number from above that a commune hands on. */
  originId: string | null;
  /** Teams of the own commune; or the communes that are given numbers. */
  teamIds: string[];
  /** Above a commune, instead of their ids: the server knows which teams they are. */
  selection: Selection;
  mode: SplitMode;
  /** Figures typed by hand, by team; the others make up for them. */
  fixed: Record<string, number>;
}

/** All teams that a list shows but those named, or those named. */
export interface Selection {
  /** The unit whose teams are meant; the office's own without one. */
  under: string | null;
  all: boolean;
  ids: string[];
  q: string;
  filter: ListFilter;
  /** Communes whose teams are left out. */
  exceptUnits: string[];
}
export type ListFilter = 'active' | 'lacking' | 'noSupporter' | 'group';

export const noTeams: Selection = { under: null, all: false, ids: [], q: '', filter: 'active', exceptUnits: [] };
export const isChosenFrom = ({ selection, teamIds, to }: Draft, above: boolean): boolean =>
  above && to === 'teams' ? selection.all || selection.ids.length > 0 : teamIds.length > 0;

export const emptyDraft = (teamIds: readonly string[] = [], selection = noTeams): Draft => ({
  templateCode: null,
  title: '',
  work: '',
  indicatorCode: null,
  target: null,
  dueKind: 'before',
  dueDay: null,
  directiveId: null,
  evidence: ['count'],
  asks: [],
  minimumCodes: 1,
  providerId: null,
  priority: 'normal',
  monthly: false,
  to: 'teams',
  originId: null,
  teamIds: [...teamIds],
  selection,
  mode: 'households',
  fixed: {},
});

export interface PoolTeam {
  id: string;
  name: string;
  communeId: string;
  communeName: string;
  households: number | null;
  members: number;
  openTasks: number;
  /** Fewer people than the rule asks for. */
  tooFew: boolean;
}

export const dueOn = (draft: Draft): string | null =>
  draft.dueDay === null ? null : draft.dueKind === 'before' ? addDays(draft.dueDay, -1) : draft.dueDay;

/** What the chosen teams get, whoever has reckoned it: this page of a commune's own teams, the server of those of many. */
export interface Division extends Omit<Schemas['AssignmentSplit'], 'communes'> {
  communes: { id: string; name: string; households: number; target: number }[];
  sum: number;
  difference: number;
}

export const byServer = (split: Schemas['AssignmentSplit'], { target }: Draft): Division => ({
  ...split,
  communes: split.communes.map(({ commune, ...sums }) => ({ id: commune.id, name: commune.name, ...sums })),
  // It splits whatever the target is; only without a team is nothing given.
  sum: split.teams > 0 ? (target ?? 0) : 0,
  difference: 0,
});

export function divide(draft: Draft, teams: readonly PoolTeam[]): Division {
  const { targets, sum, difference } = split(draft, teams);
  const some = (of: readonly PoolTeam[]) => ({ n: of.length, names: of.map((team) => team.name) });
  return {
    teams: teams.length,
    members: teams.reduce((total, team) => total + team.members, 0),
    households: teams.reduce((total, team) => total + (team.households ?? 0), 0),
    without: some(zeroTeams(draft, teams)),
    unknown: some(teams.filter((team) => !team.households)),
    communes: communeSums(teams, targets),
    sum,
    difference,
  };
}

function communeSums(teams: readonly PoolTeam[], targets: ReadonlyMap<string, number>): Division['communes'] {
  const sums = new Map<string, Division['communes'][number]>();
  for (const team of teams) {
    const sum = sums.get(team.communeId) ?? { id: team.communeId, name: team.communeName, households: 0, target: 0 };
    sum.households += team.households ?? 0;
    sum.target += targets.get(team.id) ?? 0;
    sums.set(team.communeId, sum);
  }
  return [...sums.values()];
}

export interface SplitResult {
  /** Whole numbers by team, in the pool's order. */
  targets: Map<string, number>;
  sum: number;
  /** target - sum: positive is still missing, negative too much. */
  difference: number;
}

function shareOf(team: PoolTeam, draft: Draft): Share {
  const fixed = draft.fixed[team.id];
  return {
    teamId: team.id,
    weight: draft.mode === 'even' ? 1 : (team.households ?? 0),
    ...(fixed !== undefined && { fixed }),
  };
}

/** Largest remainder with locked cells kept; typed cells alone are simply added up. */
export function split(draft: Draft, teams: readonly PoolTeam[]): SplitResult {
  const total = draft.target ?? 0;
  const typed = () => new Map(teams.map((team) => [team.id, draft.fixed[team.id] ?? 0]));
  let targets: Map<string, number>;
  if (draft.mode === 'typed') targets = typed();
  else {
    try {
      targets = splitTarget(
        total,
        teams.map((team) => shareOf(team, draft)),
      );
    } catch {
      targets = typed();
    }
  }
  const sum = [...targets.values()].reduce((a, b) => a + b, 0);
  return { targets, sum, difference: total - sum };
}

/** Spreads what is missing over the cells that are not locked, or evenly over all when every cell is. */
export function spreadRest(draft: Draft, teams: readonly PoolTeam[]): Record<string, number> {
  const { targets, difference } = split(draft, teams);
  if (difference <= 0) return draft.fixed;
  // Where numbers were pasted for some, the others get the rest.
  const empty = teams.filter((team) => draft.mode === 'typed' && !draft.fixed[team.id]);
  const more = splitTarget(
    difference,
    (empty.length > 0 ? empty : teams).map((team) => ({ teamId: team.id, weight: team.households ?? 0 })),
  );
  return Object.fromEntries(teams.map((team) => [team.id, (targets.get(team.id) ?? 0) + (more.get(team.id) ?? 0)]));
}

export type Problem =
  | 'work'
  | 'workShort'
  | 'target'
  | 'due'
  | 'duePast'
  | 'directive'
  | 'evidence'
  | 'sum'
  | 'indicator'
  | 'teams'
  | 'products';

export function problems(
  draft: Draft,
  { teams, difference }: Pick<Division, 'teams' | 'difference'>,
  today: string,
): Problem[] {
  const found: Problem[] = [];
  const work = draft.work.trim();
  if (!work) found.push('work');
  else if (work.length < 10) found.push('workShort');
  if (!draft.target || draft.target < 1) found.push('target');
  if (!draft.indicatorCode) found.push('indicator');
  const due = dueOn(draft);
  if (!due) found.push('due');
  else if (due < today) found.push('duePast');
  if (!draft.directiveId) found.push('directive');
  if (draft.evidence.length === 0) found.push('evidence');
  if (teams === 0) found.push('teams');
  if (draft.target && difference !== 0) found.push('sum');
  return found;
}

/** Teams whose share is 0: they are left out only after the officer says so. */
export const zeroTeams = (draft: Draft, teams: readonly PoolTeam[]): PoolTeam[] =>
  teams.filter((team) => (split(draft, teams).targets.get(team.id) ?? 0) === 0);

const wordsOf = (draft: Draft) => ({
  templateCode: draft.templateCode ?? '',
  title: draft.title,
  work: draft.work.trim(),
  indicatorCode: draft.indicatorCode ?? '',
  target: draft.target ?? 0,
  dueOn: dueOn(draft) ?? '',
  directiveId: draft.directiveId ?? '',
  evidence: draft.evidence,
  asks: draft.asks,
  ...(draft.evidence.includes('application_codes') && { minimumCodes: draft.minimumCodes }),
  priority: draft.priority,
});

/** The number of each commune; one with nothing is left out. */
export const sharesOf = (draft: Draft, communes: readonly PoolTeam[]): { unitId: string; target: number }[] =>
  [...split(draft, communes).targets]
    .filter(([, target]) => target > 0)
    .map(([unitId, target]) => ({ unitId, target }));

export const toAllotment = (
  draft: Draft,
  communes: readonly PoolTeam[],
  draftId: string,
): Schemas['AllotmentInput'] => ({
  ...wordsOf(draft),
  shares: sharesOf(draft, communes),
  recurrence: draft.monthly ? 'monthly' : 'none',
  draftId,
});

export function toInput(
  draft: Draft,
  teams: readonly PoolTeam[],
  unit: { id: string; above: boolean },
  more: { draftId?: string; knowsOfSimilar?: string[]; sendAt?: string },
): Schemas['AssignmentInput'] {
  const { targets } = split(draft, teams);
  const shares = teams
    .map((team) => ({ teamId: team.id, target: targets.get(team.id) ?? 0 }))
    .filter((share) => share.target > 0);
  return {
    unitId: unit.id,
    ...wordsOf(draft),
    recurrence: draft.monthly ? 'monthly' : 'none',
    ...(draft.providerId && { providerId: draft.providerId }),
    ...(draft.originId && { originId: draft.originId }),
    ...(unit.above ? { selection: toSelection(draft, unit.id) } : { shares }),
    ...more,
  };
}

export function toSelection({ selection, mode }: Draft, unitId: string): Schemas['TeamSelection'] {
  const { under, all, ids, q, filter, exceptUnits } = selection;
  return {
    under: (all && under) || unitId,
    // What was named by hand stands for itself, whatever was searched for.
    filter: all ? filter : 'active',
    except: all ? ids : [],
    ...(all ? q && { q } : { only: ids }),
    exceptUnits,
    split: mode === 'even' ? 'even' : 'households',
  };
}

/** A draft as the server kept it: unknown or missing fields fall back, so that old drafts open. */
export function fromContent(content: Record<string, unknown>): Draft {
  return { ...emptyDraft(), ...(content as Partial<Draft>) };
}
