import { ObligationQueries } from './obligation.queries.ts';
import { ReadPlanReach } from './plan-reach.ts';

export const standingProviders = [ObligationQueries, ReadPlanReach];
