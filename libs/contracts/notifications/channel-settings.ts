/** What the environment sets of each channel, and who has agreed to which. */
import { z } from 'zod';
import { channelIds } from '../enums.ts';
import { page, pageQuery, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';

export const ChannelSetting = z
  .object({
    /** Null: of all channels. */
    channel: z.enum(channelIds).nullable(),
    /** The environment has what the channel needs. */
    on: z.boolean(),
    variables: z.array(
      z.object({
        name: z.string(),
        isSet: z.boolean(),
        /** The channel is off without it. */
        needed: z.boolean(),
        /** Never of a secret. */
        value: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ChannelSetting' });

export const ConsentRow = z
  .object({
    /** A commune; of a commune its hamlets. */
    unit: UnitRef,
    /** Members of its active teams. */
    people: z.int(),
    /** Have linked an account of it themselves, or let their browser take notices. */
    zalo: z.int(),
    telegram: z.int(),
    webPush: z.int(),
    /** Have agreed to none of them. */
    none: z.int(),
  })
  .meta({ id: 'ConsentRow' });

export const channelSettingRoutes = {
  channelSettings: route({
    method: 'GET',
    path: '/channels/settings',
    summary:
      'What the environment sets of each channel, by the names of its variables; of secrets only whether they are set',
    access: 'channel.manage',
    whole: 'the variables of the channels that the product knows',
    response: z.array(ChannelSetting).max(20),
  }),
  channelConsent: route({
    method: 'GET',
    path: '/units/{unitId}/channel-consent',
    summary: 'How many members have agreed to which channel, by commune; of a commune by hamlet',
    access: 'channel.read',
    query: z.strictObject(pageQuery),
    response: page(ConsentRow).meta({ id: 'ConsentPage' }),
  }),
};
