import type { RouteAnswer, routes } from '#contracts';
import type { Period } from '#contracts/reporting/periods';
import type { ApiClient } from '../../api-client.ts';

export type Report = RouteAnswer<typeof routes.readReport>;

export interface Office {
  name: string;
  unitId: string;
  focal: ApiClient;
}

/** Whom and what the chapters of reporting play with. */
export interface ReportingStory {
  main: Office;
  neighbours: [Office, Office];
  district: ApiClient;
  districtId: string;
  /** The last month whose days are over. */
  period: Period;
  today: string;
  /** Where documents are written to. */
  folder: string;
  signIn(personId: string): Promise<ApiClient>;
}
