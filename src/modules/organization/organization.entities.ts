/** The module's tables. */
import { AttentionRule } from './rules/attention-rule.entity.ts';
import { InvitingRule } from './rules/inviting-rule.entity.ts';
import { CompositionRule } from './dated-rules/composition-rule.entity.ts';
import { Directive, DirectiveCorrection } from './directives/directive.entity.ts';
import { GroupNameTemplate } from './dated-rules/group-name-template.entity.ts';
import { Holiday } from './references/holiday.entity.ts';
import { Indicator } from './references/indicator.entity.ts';
import { KeepingRule } from './rules/keeping-rule.entity.ts';
import { NameOpinion } from './reorganisation/names/name-opinion.entity.ts';
import { OcopProduct } from './registers/ocop-product.entity.ts';
import { Office } from './offices/office.entity.ts';
import { PeriodRule } from './dated-rules/period-rule.entity.ts';
import { Provider, ProviderCoverage } from './providers/provider.entity.ts';
import {
  Reorganisation,
  ReorganisationCount,
  ReorganisationLine,
  ReorganisationStep,
} from './reorganisation/mergers/reorganisation.entity.ts';
import { RegisterFigure } from './registers/register.entity.ts';
import { RuleAnnouncement } from './rules/rule-announcement.entity.ts';
import { UnitMap } from './shapes/unit-map.entity.ts';
import { UnitShape } from './shapes/unit-shape.entity.ts';
import {
  Unit,
  UnitChange,
  UnitClosure,
  UnitClosureSpan,
  UnitImport,
  UnitSuccessor,
  UnitTreeDay,
  UnitVersion,
} from './units/unit.entity.ts';

export const organizationEntities = [
  AttentionRule,
  InvitingRule,
  CompositionRule,
  Directive,
  DirectiveCorrection,
  GroupNameTemplate,
  Holiday,
  Indicator,
  KeepingRule,
  NameOpinion,
  OcopProduct,
  Office,
  PeriodRule,
  Provider,
  ProviderCoverage,
  RegisterFigure,
  RuleAnnouncement,
  Reorganisation,
  ReorganisationCount,
  ReorganisationLine,
  ReorganisationStep,
  Unit,
  UnitChange,
  UnitClosure,
  UnitClosureSpan,
  UnitImport,
  UnitMap,
  UnitShape,
  UnitSuccessor,
  UnitTreeDay,
  UnitVersion,
];
