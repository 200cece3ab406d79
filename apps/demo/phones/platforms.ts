/** What `--emulators` adds to the demo: the platforms before the server starts, phones and chapters once it serves. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MembershipApi } from '#modules/membership';
import type { Env } from '#platform/config';
import type { ApiClient } from '../api-client.ts';
import { playChannels } from '../story/channels/play-channels.ts';
import { castOf } from './connect-platforms.ts';
import { startPeers } from './peers.ts';
import { type FakePhones, MAILBOX, SECOND_MAILBOX, startPhones } from './start-phones.ts';

export interface Platforms {
  settings: Partial<Env>;
  /** Plays the channels' chapters; gives the address of the page of fake phones. */
  play(app: NestFastifyApplication, api: ApiClient): Promise<string>;
  stop(): Promise<void>;
}

const PORT = 8090;

export async function startPlatforms(): Promise<Platforms> {
  const now = () => new Date();
  const peers = await startPeers(now, (mailbox) => mailbox === MAILBOX || mailbox === SECOND_MAILBOX);
  let fake: FakePhones | undefined;
  return {
    settings: peers.settings,
    async play(app, api) {
      const cast = await castOf(app);
      const invite = async (personId: string) =>
        (await app.get(MembershipApi, { strict: false }).freshInvite(personId)).url;
      fake = await startPhones({ peers, cast, now, serverUrl: api.baseUrl, invite, port: PORT });
      await playChannels(app, api, { peers, fake, cast });
      return fake.url;
    },
    async stop() {
      await fake?.stop();
      await peers.stop();
    },
  };
}
