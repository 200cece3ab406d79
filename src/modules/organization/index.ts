export { CloseHamlets } from './closings/close-hamlets.ts';
export type { SeenClosings } from './closings/close-many.ts';
export { CloseUnits } from './closings/close-units.ts';
export { endedBy, nearestRule, touchedUnits } from './dated-rules/nearest-rule.ts';
export { DirectiveUses } from './directives/directive-uses.ts';
export { SearchDirectives } from './directives/search-directives.ts';
export { encodingQuestion, interpretList, interpretUpload } from './interpret-upload.ts';
export { FirstDays } from './first-days.ts';
export { type HolidayInfo, Holidays } from './references/holidays.ts';
export { type Answerer, OfficeAnswerers } from './offices/office-answerers.ts';
export { OrganizationApi } from './organization.api.ts';
export * from './organization.events.ts';
export { type CommuneRow, CoverageQueries, type HamletRow } from './providers/coverage.queries.ts';
export * as organizationSql from './organization.sql.ts';
export { OrganizationModule } from './organization.module.ts';
export type { UnitRef } from './units/unit.presenter.ts';
export { OwnIndicators } from './catalogue/own-indicators.ts';
export { AttentionRules } from './rules/attention-rules.ts';
export { InvitingRules } from './rules/inviting-rules.ts';
export { CatalogueDays } from './catalogue/catalogue-days.ts';
export { KeepingTerms } from './rules/keeping-terms.ts';
export { keepRules } from './dated-rules/keep-rules.ts';
export { type AnnouncedRule, RuleNews } from './rules/rule-news.ts';
export {
  type HearerCount,
  type NewRule,
  type RuleHearers,
  RuleRegistry,
  type RulePlace,
  type RuleValue,
  type Touched,
} from './dated-rules/rule-registry.ts';
export { SetRule } from './rules/set-rule.ts';
export { type Takeover, Takeovers, type FormerUnit } from './reorganisation/running/takeovers.ts';
export { communeOn, communesAround, unitsOnTreeOf } from './units/commune-on.ts';
export { ShapeQueries } from './shapes/shape.queries.ts';
export { type MergerAsked, MergerShares, type MergerShare } from './reorganisation/mergers/merger-shares.ts';
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
} from './reorganisation/lines/reform-parts.ts';
export {
  type PlannedPeople,
  type PlannedPlace,
  type PlannedPost,
  ReformsApi,
} from './reorganisation/reforms.api.ts';
export { type AppliedMerger, type ReformNews, ReorganisationsApi } from './reorganisation/reorganisations.api.ts';
export type { AppliedHalf, AppliedSplit } from './reorganisation/mergers/splits/applied-split.ts';
export { type Place, readsPast, Scope, withoutCompanies } from './scope.ts';
export { type EnteredBy, UnitChanges } from './units/unit-changes.ts';
export { type Holding, HOLDINGS_NAMED, UnitHoldings } from './units/unit-holdings.ts';
export { UnitUses } from './units/unit-uses.ts';
export { type NamedUnit, NamedUnits } from './units/named-units.ts';
export { formerUnitSuffix } from './units/former-unit-suffix.ts';
export { parseRange, rangeText, type Validity } from './units/validity.ts';
