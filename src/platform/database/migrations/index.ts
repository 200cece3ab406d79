import { Platform1796200000100 } from './1796200000100-platform.ts';
import { Organization1796200000200 } from './1796200000200-organization.ts';
import { Membership1796200000300 } from './1796200000300-membership.ts';
import { Training1796200000400 } from './1796200000400-training.ts';
import { Tasks1796200000500 } from './1796200000500-tasks.ts';
import { Reporting1796200000600 } from './1796200000600-reporting.ts';
import { Notifications1796200000700 } from './1796200000700-notifications.ts';
import { ReportingOddFigures1796200000720 } from './1796200000720-reporting-odd-figures.ts';
import { ReportingPastFigures1796200000730 } from './1796200000730-reporting-past-figures.ts';
import { ReportingForms1796200000740 } from './1796200000740-reporting-forms.ts';
import { ReportingLongPeriods1796200000790 } from './1796200000790-reporting-long-periods.ts';
import { ReportingLongPeriodsHeld1796200000791 } from './1796200000791-reporting-long-periods-held.ts';
import { ReportingPeriodOnce1796200000792 } from './1796200000792-reporting-period-once.ts';

/** In order; append-only: a recorded migration is never changed (recorded.json), a mistake gets another one. */
export const migrations = [
  Platform1796200000100,
  Organization1796200000200,
  Membership1796200000300,
  Training1796200000400,
  Tasks1796200000500,
  Reporting1796200000600,
  Notifications1796200000700,
  ReportingOddFigures1796200000720,
  ReportingPastFigures1796200000730,
  ReportingForms1796200000740,
  ReportingLongPeriods1796200000790,
  ReportingLongPeriodsHeld1796200000791,
  ReportingPeriodOnce1796200000792,
];
