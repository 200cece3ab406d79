import type { ApiClient } from '../../api-client.ts';

/** Whom and what the chapters of training play with. */
export interface TrainingStory {
  /** Nobody signed in. */
  visitor: ApiClient;
  trainer: ApiClient;
  /** A second trainer of the same provider. */
  colleague: ApiClient;
  focal: ApiClient;
  district: ApiClient;
  signIn(personId: string): Promise<ApiClient>;
  communeId: string;
  districtId: string;
  today: string;
  now(): Date;
}
