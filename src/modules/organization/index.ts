export { DirectiveUses } from './directive-uses.ts';
export { fileProblem } from './file-problem.ts';
export { type GroupNameRule, OrganizationApi } from './organization.api.ts';
export * from './organization.events.ts';
export { OrganizationModule } from './organization.module.ts';
export type { UnitRef } from './organization.presenter.ts';
export { type Place, Scope } from './scope.ts';
export { type Holding, HOLDINGS_NAMED, UnitHoldings } from './unit-holdings.ts';
export { parseRange, rangeText, type Validity } from './validity.ts';
