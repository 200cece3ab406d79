export { CloseHamlets } from './closings/close-hamlets.ts';
export type { SeenClosings } from './closings/close-many.ts';
export { CloseUnits } from './closings/close-units.ts';
export { endedBy, nearestRule, touchedUnits } from './dated-rules.ts';
export { DirectiveUses } from './directives/directive-uses.ts';
export { SearchDirectives } from './directives/search-directives.ts';
export { encodingQuestion, interpretUpload } from './interpret-upload.ts';
export { FirstDays } from './first-days.ts';
export { type HolidayInfo, Holidays } from './references/holidays.ts';
export { type Answerer, OfficeAnswerers } from './offices/office-answerers.ts';
export { OrganizationApi } from './organization.api.ts';
export * from './organization.events.ts';
export { type CommuneRow, CoverageQueries, type HamletRow } from './providers/coverage.queries.ts';
export * as organizationSql from './organization.sql.ts';
export { OrganizationModule } from './organization.module.ts';
export type { UnitRef } from './organization.presenter.ts';
export { OwnIndicators } from './references/own-indicators.ts';
export { AttentionRules } from './rules/attention-rules.ts';
export { InvitingRules } from './rules/inviting-rules.ts';
export { CatalogueDays } from './rules/catalogue-days.ts';
export { KeepingTerms } from './rules/keeping-terms.ts';
export { keepRules } from './rules/keep-rules.ts';
export { type AnnouncedRule, RuleNews } from './rules/rule-news.ts';
export {
  type HearerCount,
  type NewRule,
  type RuleHearers,
  RuleRegistry,
  type RulePlace,
  type RuleValue,
  type Touched,
} from './rules/rule-registry.ts';
export { SetRule } from './rules/set-rule.ts';
export { type Came, CameOver, type FormerUnit } from './reorganisation/reforms/running/came-over.ts';
export { communeOn, communesAround, unitsOnTreeOf } from './units/commune-on.ts';
export { ShapeQueries } from './shapes/shape.queries.ts';
export { type MergerAsked, MergerShares, type MergerShare } from './reorganisation/merger-shares.ts';
export {
  type Invariant,
  type ReformAsked,
  type ReformDay,
  type ReformPart,
  ReformParts,
  type ReformPost,
  type ReformSum,
  type RightNotGiven,
  type RightToGive,
  type Settled,
} from './reorganisation/reforms/reform-parts.ts';
export {
  type PlannedPeople,
  type PlannedPlace,
  type PlannedPost,
  ReformsApi,
} from './reorganisation/reforms/reforms.api.ts';
export { type AppliedMerger, type ReformNews, ReorganisationsApi } from './reorganisation/reorganisations.api.ts';
export type { AppliedHalf, AppliedSplit } from './reorganisation/splits/applied-split.ts';
export { type Place, readsPast, Scope, withoutCompanies } from './scope.ts';
export { type EnteredBy, UnitChanges } from './units/unit-changes.ts';
export { type Holding, HOLDINGS_NAMED, UnitHoldings } from './units/unit-holdings.ts';
export { UnitUses } from './units/unit-uses.ts';
export { type NamedUnit, NamedUnits } from './units/named-units.ts';
export { toldApart } from './units/told-apart.ts';
export { parseRange, rangeText, type Validity } from './units/validity.ts';
