import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeUnit } from './change-unit.ts';
import { CorrectDirective } from './correct-directive.ts';
import { CreateProvider } from './create-provider.ts';
import { CreateUnit } from './create-unit.ts';
import { DirectiveUses } from './directive-uses.ts';
import { Holidays } from './holidays.ts';
import { ImportUnits } from './import-units.ts';
import { OcopListings } from './ocop-listings.ts';
import { OrganizationApi } from './organization.api.ts';
import { organizationEntities } from './organization.entities.ts';
import { OrganizationQueries } from './organization.queries.ts';
import { ReadReferences } from './read-references.ts';
import { ReadUnits } from './read-units.ts';
import { RecordOcopProduct } from './record-ocop-product.ts';
import { RecordRegister } from './record-register.ts';
import { ReferenceQueries } from './reference.queries.ts';
import { ReferencesController } from './references.controller.ts';
import { RegisterDirective } from './register-directive.ts';
import { Scope } from './scope.ts';
import { UnitHoldings } from './unit-holdings.ts';
import { UnitsController } from './units.controller.ts';

/** Global: every module above stands on the tree and on its rights by place. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(organizationEntities)],
  controllers: [UnitsController, ReferencesController],
  providers: [
    ChangeUnit,
    CorrectDirective,
    CreateProvider,
    CreateUnit,
    DirectiveUses,
    Holidays,
    ImportUnits,
    OcopListings,
    OrganizationApi,
    OrganizationQueries,
    ReadReferences,
    ReadUnits,
    RecordOcopProduct,
    RecordRegister,
    ReferenceQueries,
    RegisterDirective,
    Scope,
    UnitHoldings,
  ],
  exports: [DirectiveUses, Holidays, OrganizationApi, Scope, UnitHoldings],
})
export class OrganizationModule {}
