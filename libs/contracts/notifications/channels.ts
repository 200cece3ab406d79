/** External channels: health, quota, cost, outage; who has no route; groups; browsers' push subscriptions. */
import { z } from 'zod';
import { ActPreview, HeldAct } from '../access/acts.ts';
import { channelIds, channelLogKinds, channelStates } from '../enums.ts';
import { id, instant, page, pageQuery, PersonRef, reason, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';

const channelId = z.enum(channelIds);
/** Without `teamIds`: all teams whose group has another name. */
export const GroupNames = z
  .strictObject({ teamIds: z.array(id).min(1).max(1000).optional() })
  .meta({ id: 'SendGroupNames' });

export const ChannelRow = z
  .object({
    id: channelId,
    state: z.enum(channelStates),
    /** A code that says more: OA_NOT_AUTHORISED, HTTP_502 ... */
    detail: z.string().nullable(),
    since: instant.nullable(),
    sentToday: z.int(),
    /** Open deliveries: due, deferred or claimed. */
    waiting: z.int(),
    delivered: z.int(),
    failed: z.int(),
    /** Perhaps sent, not repeated by themselves. */
    inDoubt: z.int(),
    /** Seconds within which 95 % of today's were sent after they were due. */
    p95Seconds: z.int().nullable(),
    /** Sends per hour of the last 24 hours, oldest first. */
    hours: z.array(z.int()).length(24),
    quota: z.object({ left: z.int(), total: z.int().nullable(), asOf: instant }).nullable(),
    costTodayVnd: z.int(),
    /** Of the Official Account's tokens: never the tokens. */
    tokens: z
      .object({
        state: z.enum(['missing', 'ok', 'refresh-failing', 'answer-lost', 'reauthorise']),
        expiresAt: instant.nullable(),
        failures: z.int(),
      })
      .nullable(),
    /** Of those who wait here, how many have another route. */
    couldMove: z.int(),
    mayManage: z.boolean(),
  })
  .meta({ id: 'ChannelRow' });

export const ChannelsBoard = z
  .object({
    stopped: z.object({ at: instant, by: PersonRef.nullable(), reason: z.string() }).nullable(),
    channels: z.array(ChannelRow),
    /** Active people within the reader's units who can be told only by phone. */
    noRoute: z.int(),
    log: z.array(
      z.object({
        id,
        at: instant,
        channel: channelId.nullable(),
        kind: z.enum(channelLogKinds),
        by: PersonRef.nullable(),
        detail: z.string().nullable(),
        count: z.int().nullable(),
      }),
    ),
    mayManage: z.boolean(),
    /** Who may stop, divert and test channels; absent for those who may. */
    keepers: z.array(PersonRef).optional(),
    asOf: instant,
  })
  .meta({ id: 'ChannelsBoard' });

export const DivertPlan = z
  .object({
    waiting: z.int(),
    routes: z.array(
      z.object({
        route: z.union([channelId, z.literal('inbox')]),
        people: z.int(),
        costVnd: z.int(),
        finishedAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'DivertPlan' });

export const GroupRow = z
  .object({
    team: z.object({ id, name: z.string() }).nullable(),
    unit: UnitRef,
    state: z.enum(['none', 'right', 'wrong']),
    name: z.string().nullable(),
    proposed: z.string(),
    /** Where the platform's names are shorter. */
    proposedShort: z.string(),
    channel: z.enum(['zalo', 'telegram', 'other']).nullable(),
    link: z.string().nullable(),
    /** A group or topic that the bot may write to. */
    chat: z
      .object({
        channel: channelId,
        title: z.string(),
        linkedAt: instant,
        linkedBy: PersonRef.nullable(),
        state: z.enum(['active', 'gone']),
      })
      .nullable(),
  })
  .meta({ id: 'GroupRow' });

export const NoRouteRow = z
  .object({
    person: PersonRef,
    team: z.object({ id, name: z.string() }),
    commune: UnitRef,
    role: z.string(),
    phoneMasked: z.string().nullable(),
    why: z.enum(['no_session_no_address', 'address_failing']),
  })
  .meta({ id: 'NoRouteRow' });

export const channelRoutes = {
  channels: route({
    method: 'GET',
    path: '/channels',
    summary: 'State, traffic, quota and cost of every channel',
    access: 'channel.read',
    response: ChannelsBoard,
  }),
  divertPlan: route({
    method: 'GET',
    path: '/channels/{channelId}/divert-plan',
    summary: 'Where the open deliveries of a channel would go',
    access: 'channel.manage',
    response: DivertPlan,
  }),
  declareDown: route({
    method: 'POST',
    path: '/channels/{channelId}/down',
    summary: 'Declare a channel down: its open deliveries move to the next route, none is sent twice',
    access: 'channel.manage',
    command: true,
    repeats: true,
    body: z.strictObject({ reason }).meta({ id: 'DeclareDown' }),
    response: z.object({ moved: z.int(), staying: z.int() }).meta({ id: 'Diverted' }),
  }),
  declareUp: route({
    method: 'POST',
    path: '/channels/{channelId}/up',
    summary: 'The channel works again',
    access: 'channel.manage',
    command: true,
    status: 204,
  }),
  decideInDoubt: route({
    method: 'POST',
    path: '/channels/{channelId}/in-doubt',
    summary: 'Sends in doubt of the last two days: send them again, or leave them',
    access: 'channel.manage',
    command: true,
    body: z.strictObject({ again: z.boolean() }).meta({ id: 'DecideInDoubt' }),
    response: z.object({ count: z.int() }).meta({ id: 'InDoubtDecided' }),
  }),
  stopAll: route({
    method: 'POST',
    path: '/channels/stop',
    summary: 'Stop all external messages; the inbox goes on',
    access: 'channel.manage',
    command: true,
    repeats: true,
    status: 204,
    body: z.strictObject({ reason }).meta({ id: 'StopAll' }),
  }),
  resumeAll: route({
    method: 'POST',
    path: '/channels/resume',
    summary: 'Let external messages go again',
    access: 'channel.manage',
    command: true,
    repeats: true,
    status: 204,
  }),
  sendTest: route({
    method: 'POST',
    path: '/channels/{channelId}/test',
    summary: 'A test message to my own address in this channel; a few within an hour',
    access: 'channel.manage',
    command: true,
    response: z.object({ ok: z.boolean(), failure: z.string().nullable() }).meta({ id: 'TestSent' }),
  }),
  authoriseOa: route({
    method: 'POST',
    path: '/channels/zalo-oa/consent',
    summary: 'Where an administrator of the Official Account gives consent; the link lives ten minutes',
    access: 'channel.manage',
    response: z.object({ url: z.url() }).meta({ id: 'OaConsent' }),
  }),
  noRoute: route({
    method: 'GET',
    path: '/units/{unitId}/no-route',
    summary: 'Active members whom no channel and no session reaches',
    access: 'assignment.chase',
    query: z.strictObject(pageQuery),
    response: page(NoRouteRow).meta({ id: 'NoRoutePage' }),
  }),
  groups: route({
    method: 'GET',
    path: '/units/{unitId}/groups',
    summary: 'Chat groups of the unit and of its teams: name, link, and whether the bot may write there',
    access: 'group.manage',
    /** Urgent: with another name, with none, or which the bot was put out of; in this order. */
    query: z.strictObject({ filter: z.enum(['urgent']).optional(), ...pageQuery }),
    response: page(GroupRow)
      .extend({ sums: z.object({ right: z.int(), wrong: z.int(), none: z.int() }) })
      .meta({ id: 'GroupPage' }),
  }),
  unlinkGroup: route({
    method: 'DELETE',
    path: '/teams/{teamId}/group-chat',
    summary: 'The bot no longer writes to this group',
    access: 'group.manage',
    status: 204,
  }),
  sendGroupName: route({
    method: 'POST',
    path: '/units/{unitId}/groups/names',
    summary: "Tell the teams' leaders the right name of their group",
    access: 'committee.manage',
    command: true,
    body: GroupNames,
    response: z
      .object({ told: z.int(), left: ActPreview.shape.left, act: HeldAct.nullable() })
      .meta({ id: 'GroupNamesSent' }),
  }),
  previewGroupNames: route({
    method: 'POST',
    path: '/units/{unitId}/groups/names/preview',
    summary: 'Before the right names are told: which leaders hear of it and how, and which teams are left alone',
    access: 'committee.manage',
    body: GroupNames,
    response: ActPreview,
  }),
  groupSeats: route({
    method: 'GET',
    path: '/channels/zalo-gmf/seats',
    summary: 'Seats for groups that the Official Account makes, and what one costs',
    access: 'channel.read',
    response: z
      .object({
        on: z.boolean(),
        seats: z.array(
          z.object({
            assetId: z.string(),
            used: z.boolean(),
            validThrough: instant.nullable(),
            autoRenew: z.boolean(),
          }),
        ),
        seatVndPerMonth: z.int().nullable(),
      })
      .meta({ id: 'GroupSeats' }),
  }),
  makeGroup: route({
    method: 'POST',
    path: '/teams/{teamId}/zalo-group',
    summary: "Have the Official Account make the team's Zalo group; spends one seat",
    access: 'committee.manage',
    command: true,
    repeats: true,
    body: z.strictObject({ assetId: z.string().max(100) }).meta({ id: 'MakeGroup' }),
    response: z.object({ name: z.string(), link: z.string().nullable() }).meta({ id: 'GroupMade' }),
  }),
  pushKey: route({
    method: 'GET',
    path: '/push/key',
    summary: "The server's public key for web push; null when push is off",
    access: 'public',
    response: z.object({ publicKey: z.string().nullable() }).meta({ id: 'PushKey' }),
  }),
  subscribePush: route({
    method: 'PUT',
    path: '/me/push',
    summary: 'This browser takes notices; bound to my session and ended with it',
    access: 'self',
    status: 204,
    body: z
      .strictObject({
        endpoint: z.url().max(2000),
        keys: z.strictObject({ p256dh: z.string().min(80).max(100), auth: z.string().min(20).max(40) }),
      })
      .meta({ id: 'PushSubscription' }),
  }),
  unsubscribePush: route({
    method: 'POST',
    path: '/me/push/off',
    summary: 'This browser takes no notices any more',
    access: 'self',
    status: 204,
    body: z.strictObject({ endpoint: z.url().max(2000) }).meta({ id: 'PushOff' }),
  }),
};
