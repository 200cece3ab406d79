import { IssueRecurring } from './issue-recurring.ts';
import { PlanNext } from './plan-next.ts';
import { ReadSeries } from './read-series.ts';
import { SeriesOrders } from './series-orders.ts';
import { SetNext } from './set-next.ts';
import { SetRecurrence } from './set-recurrence.ts';

export const seriesProviders = [IssueRecurring, PlanNext, ReadSeries, SeriesOrders, SetNext, SetRecurrence];
