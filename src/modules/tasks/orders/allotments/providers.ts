import { AllotmentQueries } from './allotment.queries.ts';
import { AllotmentWriter } from './allotment-writer.ts';
import { ChangeAllotment } from './change-allotment.ts';
import { CommunesToAsk } from './communes-to-ask.ts';
import { IssueAllotment } from './issue-allotment.ts';
import { OriginOfOrder } from '../order/origin-of-order.ts';
import { ReadAllotments } from './read-allotments.ts';
import { IssueMonthlyNumbers } from './series/issue-monthly-numbers.ts';
import { NumberSchedules } from './series/number-schedules.ts';
import { PlanNumbers } from './series/plan-numbers.ts';
import { ReadNumberSeries } from './series/read-number-series.ts';
import { SetMonthlyNumbers } from './series/set-monthly-numbers.ts';
import { SettleAllotments } from './settle-allotments.ts';

export const allotmentProviders = [
  AllotmentQueries,
  AllotmentWriter,
  ChangeAllotment,
  CommunesToAsk,
  IssueAllotment,
  OriginOfOrder,
  ReadAllotments,
  SettleAllotments,
  IssueMonthlyNumbers,
  NumberSchedules,
  PlanNumbers,
  ReadNumberSeries,
  SetMonthlyNumbers,
];
