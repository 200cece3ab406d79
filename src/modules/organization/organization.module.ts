/**
 * Units and what stands on them, each room on those above it in this list (`.config/floors.mjs`):
 *
 * - units: the dated tree; dated-rules: what every dated rule has in common
 * - directives, offices, providers, registers: the papers, contacts, companies and figures of a unit
 * - references, catalogue: what others read of these; a unit's own indicators
 * - hamlets, closings: changes of the tree that a commune or an administrator enters
 * - rules, shapes, backups: the screens of dated rules, maps and backups
 * - reorganisation, a wing of its own: mergers of hamlets; lines, drafts, allotments, names and the day of a reform
 */
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BackupsController } from './backups/backups.controller.ts';
import { BackUpNow } from './backups/back-up-now.ts';
import { ReadBackups } from './backups/read-backups.ts';
import { ChangeUnit } from './units/change-unit.ts';
import { CloseUnit } from './units/close-unit.ts';
import { closingControllers, closingProviders } from './closings/providers.ts';
import { CloseHamlets } from './closings/close-hamlets.ts';
import { CloseUnits } from './closings/close-units.ts';
import { CorrectDirective } from './directives/correct-directive.ts';
import { CoverageListController } from './providers/list/coverage-list.controller.ts';
import { CoverageListQueries } from './providers/list/coverage-list.queries.ts';
import { ImportCoverage } from './providers/list/import-coverage.ts';
import { ReadCoverageList } from './providers/list/read-coverage-list.ts';
import { CoverageQueries } from './providers/coverage.queries.ts';
import { CoverHamlets } from './providers/cover-hamlets.ts';
import { ProvidersController } from './providers/providers.controller.ts';
import { SetCoverage } from './providers/set-coverage.ts';
import { CreateProvider } from './providers/create-provider.ts';
import { CreateUnit } from './units/create-unit.ts';
import { DirectiveUses } from './directives/directive-uses.ts';
import { AddHamlet } from './hamlets/add-hamlet.ts';
import { ChangeHamlet } from './hamlets/change-hamlet.ts';
import { CorrectHamlet } from './hamlets/correct-hamlet.ts';
import { EndHamlet } from './hamlets/end-hamlet.ts';
import { HamletRules } from './hamlets/hamlet-rules.ts';
import { HamletsController } from './hamlets/hamlets.controller.ts';
import { KeptHamlets } from './hamlets/kept-hamlets.ts';
import { TakeHamletBack } from './hamlets/take-hamlet-back.ts';
import { Holidays } from './references/holidays.ts';
import { ImportUnits } from './units/lists/import-units.ts';
import { ReadImports } from './units/lists/read-imports.ts';
import { TakeBackImport } from './units/lists/take-back-import.ts';
import { UnitImports } from './units/lists/unit-imports.ts';
import { UnitImportsController } from './units/lists/unit-imports.controller.ts';
import { OcopQueries } from './registers/ocop.queries.ts';
import { OcopListings } from './registers/ocop-listings.ts';
import { OrganizationApi } from './organization.api.ts';
import { organizationEntities } from './organization.entities.ts';
import { UnitQueries } from './units/unit.queries.ts';
import { ReadReferences } from './references/read-references.ts';
import { ImportOffices } from './offices/import-offices.ts';
import { KeepOffice } from './offices/keep-office.ts';
import { OfficeAnswerers } from './offices/office-answerers.ts';
import { OfficeCardsQueries } from './offices/office-cards.queries.ts';
import { OfficesController } from './offices/offices.controller.ts';
import { ReadOfficeList } from './offices/read-office-list.ts';
import { ReadOffices } from './offices/read-offices.ts';
import { OfficePagesQueries } from './offices/office-pages.queries.ts';
import { AskForChecks } from './offices/ask-for-checks.ts';
import { MoveUnit } from './units/move-unit.ts';
import { ReadLineage } from './units/history/read-lineage.ts';
import { LineageQueries } from './units/history/lineage.queries.ts';
import { ReadUnitDays } from './units/history/read-unit-days.ts';
import { UnitDaysController } from './units/history/unit-days.controller.ts';
import { UnitDaysQueries } from './units/history/unit-days.queries.ts';
import { ReadUnitList } from './units/lists/read-unit-list.ts';
import { ReadUnits } from './units/read-units.ts';
import { RecordOcopProduct } from './registers/record-ocop-product.ts';
import { RecordRegister } from './registers/record-register.ts';
import { ReferenceQueries } from './references/reference.queries.ts';
import { ReferencesController } from './references/references.controller.ts';
import { ListRegisters } from './registers/list-registers.ts';
import { RegisterListQueries } from './registers/register-list.queries.ts';
import { RegistersController } from './registers/registers.controller.ts';
import { RegisterDirective } from './directives/register-directive.ts';
import { SearchDirectives } from './directives/search-directives.ts';
import { NamedUnits } from './units/named-units.ts';
import { RevokeUnitChange } from './units/revoke-unit-change.ts';
import { AttentionRules } from './rules/attention-rules.ts';
import { InvitingRules } from './rules/inviting-rules.ts';
import { EndRule } from './rules/end-rule.ts';
import { OrganizationRules } from './rules/organization-rules.ts';
import { PreviewRule } from './rules/preview-rule.ts';
import { ReadRules } from './rules/read-rules.ts';
import { CatalogueDays } from './catalogue/catalogue-days.ts';
import { OwnIndicators } from './catalogue/own-indicators.ts';
import { OwnIndicatorsController } from './catalogue/own-indicators.controller.ts';
import { RuleAccess } from './rules/rule-access.ts';
import { RuleAnnouncements } from './rules/rule-announcements.ts';
import { RuleNews } from './rules/rule-news.ts';
import { RuleRegistry } from './dated-rules/rule-registry.ts';
import { RuleDays } from './rules/rule-days.ts';
import { RulesController } from './rules/rules.controller.ts';
import { SetRule } from './rules/set-rule.ts';
import { TakeRuleBack } from './rules/take-rule-back.ts';
import { UnitRules } from './rules/unit-rules.ts';
import { MergerShares } from './reorganisation/mergers/merger-shares.ts';
import { reorganisationControllers, reorganisationProviders } from './reorganisation/providers.ts';
import { Takeovers } from './reorganisation/running/takeovers.ts';
import { ReformParts } from './reorganisation/lines/reform-parts.ts';
import { ReformsApi } from './reorganisation/reforms.api.ts';
import { ReorganisationsApi } from './reorganisation/reorganisations.api.ts';
import { Scope } from './scope.ts';
import { ReadShapes } from './shapes/read-shapes.ts';
import { RemoveMap } from './shapes/remove-map.ts';
import { ShapeQueries } from './shapes/shape.queries.ts';
import { ShapesController } from './shapes/shapes.controller.ts';
import { UploadShapes } from './shapes/upload-shapes.ts';
import { RetentionPort } from '#platform/retention';
import { KeepingTerms } from './rules/keeping-terms.ts';
import { UnitChanges } from './units/unit-changes.ts';
import { UnitHoldings } from './units/unit-holdings.ts';
import { UnitUses } from './units/unit-uses.ts';
import { UnitTree } from './units/unit-tree.ts';
import { UnitsController } from './units/units.controller.ts';
import { WriteUnitList } from './units/lists/write-unit-list.ts';

/** Global: every module above stands on the tree and on its rights by place. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(organizationEntities)],
  controllers: [
    ProvidersController,
    OfficesController,
    UnitImportsController,
    UnitsController,
    UnitDaysController,
    ReferencesController,
    RegistersController,
    RulesController,
    OwnIndicatorsController,
    ShapesController,
    CoverageListController,
    ...reorganisationControllers,
    HamletsController,
    BackupsController,
    ...closingControllers,
  ],
  providers: [
    AttentionRules,
    InvitingRules,
    BackUpNow,
    ReadBackups,
    ...reorganisationProviders,
    ...closingProviders,
    ChangeUnit,
    AddHamlet,
    ChangeHamlet,
    CorrectHamlet,
    EndHamlet,
    HamletRules,
    KeptHamlets,
    TakeHamletBack,
    CloseUnit,
    CorrectDirective,
    CoverageListQueries,
    CoverageQueries,
    CoverHamlets,
    CreateProvider,
    SetCoverage,
    CreateUnit,
    DirectiveUses,
    EndRule,
    Holidays,
    ImportCoverage,
    ImportOffices,
    KeepOffice,
    OfficeAnswerers,
    OfficeCardsQueries,
    ReadOfficeList,
    ReadOffices,
    OfficePagesQueries,
    AskForChecks,
    ImportUnits,
    ReadImports,
    TakeBackImport,
    UnitImports,
    KeepingTerms,
    { provide: RetentionPort, useExisting: KeepingTerms },
    ListRegisters,
    OcopListings,
    OcopQueries,
    OrganizationApi,
    UnitQueries,
    OrganizationRules,
    PreviewRule,
    ReadCoverageList,
    ReadReferences,
    ReadShapes,
    ReadRules,
    LineageQueries,
    MoveUnit,
    NamedUnits,
    ReadLineage,
    ReadUnitDays,
    UnitDaysQueries,
    ReadUnitList,
    ReadUnits,
    RecordOcopProduct,
    RecordRegister,
    ReferenceQueries,
    RegisterDirective,
    SearchDirectives,
    RegisterListQueries,
    RemoveMap,
    RevokeUnitChange,
    CatalogueDays,
    OwnIndicators,
    RuleAccess,
    RuleAnnouncements,
    RuleNews,
    RuleRegistry,
    RuleDays,
    Scope,
    SetRule,
    ShapeQueries,
    TakeRuleBack,
    UnitChanges,
    UnitHoldings,
    UnitRules,
    UnitTree,
    UnitUses,
    UploadShapes,
    WriteUnitList,
  ],
  exports: [
    OfficeAnswerers,
    CloseHamlets,
    CloseUnits,
    AttentionRules,
    InvitingRules,
    CoverageQueries,
    KeepingTerms,
    RetentionPort,
    DirectiveUses,
    Holidays,
    MergerShares,
    NamedUnits,
    OrganizationApi,
    Takeovers,
    ReformParts,
    ReformsApi,
    ReorganisationsApi,
    CatalogueDays,
    OwnIndicators,
    RuleNews,
    RuleRegistry,
    Scope,
    SearchDirectives,
    SetRule,
    ShapeQueries,
    UnitChanges,
    UnitHoldings,
    UnitUses,
  ],
})
export class OrganizationModule {}
