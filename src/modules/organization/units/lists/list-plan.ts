/** What a list of units is compared with, and what comes of it. */
import type { RouteAnswer, routes } from '#contracts';
import type { UnitKind } from '#contracts/enums';
import type { UnitLine } from './unit-table.ts';

export type Finding = RouteAnswer<typeof routes.importUnits>['findings'][number];
export type Choice = Finding['choices'][number];

export interface StandingUnit {
  id: string;
  kind: UnitKind;
  name: string;
  type: string;
  code: string | null;
  parentId: string | null;
  fullName: string;
}
/** A name that a unit bears or bore, of whatever day. */
export type BorneName = Pick<StandingUnit, 'id' | 'kind' | 'name' | 'fullName' | 'code'>;

export interface Decision {
  key: string;
  choice: Choice;
  into?: string | undefined;
}

export interface Comparison {
  lines: readonly UnitLine[];
  kind: UnitKind;
  /** The unit below which the list stands, and all below it on the day. */
  root: StandingUnit;
  standing: readonly StandingUnit[];
  borne: readonly BorneName[];
  decisions: readonly Decision[];
  takeProposals: boolean;
  newId: () => string;
}

export interface Placed {
  id: string;
  kind: UnitKind;
  line: UnitLine;
  parentId: string;
}
export interface ListPlan {
  created: Placed[];
  changed: Placed[];
  /** In the order in which they can be ended: what stands below first. */
  ended: { id: string; intoId: string | null }[];
  unchanged: number;
  findings: Finding[];
  /** Decisions that do not fit their finding. */
  wrong: Decision[];
}
