/** The module's tables. */
import { CompositionRule } from './composition-rule.entity.ts';
import { Directive, DirectiveCorrection } from './directive.entity.ts';
import { GroupNameTemplate } from './group-name-template.entity.ts';
import { Holiday } from './holiday.entity.ts';
import { Indicator } from './indicator.entity.ts';
import { OcopProduct } from './ocop-product.entity.ts';
import { Office } from './office.entity.ts';
import { PeriodRule } from './period-rule.entity.ts';
import { Provider, ProviderCoverage } from './provider.entity.ts';
import { RegisterFigure } from './register.entity.ts';
import { Unit, UnitClosure, UnitSuccessor, UnitVersion } from './unit.entity.ts';

export const organizationEntities = [
  CompositionRule,
  Directive,
  DirectiveCorrection,
  GroupNameTemplate,
  Holiday,
  Indicator,
  OcopProduct,
  Office,
  PeriodRule,
  Provider,
  ProviderCoverage,
  RegisterFigure,
  Unit,
  UnitClosure,
  UnitSuccessor,
  UnitVersion,
];
