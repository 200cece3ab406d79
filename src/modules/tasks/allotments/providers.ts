import { AllotmentQueries } from './allotment.queries.ts';
import { AllotmentWriter } from './allotment-writer.ts';
import { ChangeAllotment } from './change-allotment.ts';
import { CommunesToAsk } from './communes-to-ask.ts';
import { IssueAllotment } from './issue-allotment.ts';
import { OriginOfOrder } from './origin-of-order.ts';
import { ReadAllotments } from './read-allotments.ts';
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
];
