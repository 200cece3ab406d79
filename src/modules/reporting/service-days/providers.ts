import { AllowanceRules } from './allowance-rules.ts';
import { PrintServiceDays } from './print-service-days.ts';
import { ReadMyServiceDays } from './read-my-service-days.ts';
import { ReadServiceDays } from './read-service-days.ts';
import { ServiceDayQueries } from './service-day.queries.ts';

export const serviceDayProviders = [
  AllowanceRules,
  PrintServiceDays,
  ReadMyServiceDays,
  ReadServiceDays,
  ServiceDayQueries,
];
