import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ApiClient } from '../../api-client.ts';
import type { Peers } from '../../phones/peers.ts';
import type { Cast, FakePhones } from '../../phones/start-phones.ts';

/** Whom and what the channels' chapters play with. */
export interface ChannelsStory {
  app: NestFastifyApplication;
  peers: Peers;
  fake: FakePhones;
  cast: Cast;
  admin: ApiClient;
  officer: ApiClient;
  signIn(personId: string): Promise<ApiClient>;
  communeId: string;
  teamId: string;
  directiveId: string;
  today: string;
  now(): Date;
}
