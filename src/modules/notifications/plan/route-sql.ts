/**
 * Which external channel carries a message to each of many people: one fragment of SQL for planning, for the preview, for
 * the next channel after a refusal and for moving away from a channel that is down. A person's route is the inbox plus
 * exactly one external channel: the first in the channel order that has an address, is wanted, is open and may be paid for.
 */
import type { ChannelId } from '#contracts/enums';
import type { ChannelOrder } from './channel-order.ts';

export interface RoutePeople {
  /** "fresh f": rows with the columns below. */
  from: string;
  personId: string;
  mandatory: string;
  /** Parameters: the message's kind, and the present instant. */
  kind: string;
  now: string;
  /** A condition more, about `a.channel`. */
  unless?: string;
  /** About `a.channel`: what holds for it comes after what does not. */
  later?: string;
}

/** Rows of (person_id, channel, address, language, cost_vnd, wished): `wished` is what quota kept the person from. */
export function routesOf(people: RoutePeople, channelOrder: ChannelOrder): string {
  const only = channelOrder.channels[0];
  if (!only) return noRoute(people);
  if (channelOrder.channels.length === 1 && costs[only] === undefined) return onlyRoute(people, only);
  return channelOrder.quotas.size === 0 ? firstRoute(people, channelOrder) : routeWithinQuotas(people, channelOrder);
}

/** Prices and windows by channel, in words of SQL over `x.address`; null: closed for this person. Others are free and always open. */
const costs: Partial<Record<ChannelId, (channelOrder: ChannelOrder) => string>> = {
  'zalo-oa': ({ consultation, now }) => {
    const { freeMs, freeMessages, openMs, paidVnd } = consultation;
    const since = (ms: number) => instant(new Date(now.getTime() - ms));
    return `(select case when w.last_inbound_at < ${since(openMs)} then null when w.last_inbound_at >= ${since(freeMs)} and w.sent_since < ${freeMessages} then 0 else ${paidVnd} end
               from address_states w where w.channel = 'zalo-oa' and w.address = x.address)`;
  },
  'zalo-zbs': ({ template }) =>
    `case when x.address like 'user:%' then ${template.userVnd} else ${template.phoneVnd} end`,
};

/** The address is worked out once, in a sub-query of its own, and not again for each place that names it. */
const addresses = ({ personId, now }: RoutePeople, channels: readonly ChannelId[], cost: string): string =>
  `select x.channel, x.address, x.language, ${cost} as cost_vnd from addresses_at(${now}) x where x.person_id = ${personId} and x.channel = any(${list(channels)}) offset 0`;

/** Nobody is pushed by a channel that they switched off, or with a kind that they muted, unless it is their duty. */
const isUsable = ({ personId, mandatory, kind, unless }: RoutePeople): string => `a.address is not null and not exists (
    select 1 from notification_preferences pref where pref.person_id = ${personId} and not ${mandatory} and (${kind} = any(pref.muted) or a.channel = any(pref.off_channels)))${unless ? ` and not (${unless})` : ''}`;

const noRoute = ({ from, personId, kind }: RoutePeople): string =>
  `select ${personId} as person_id, null::text as channel, null::text as address, null::text as language, 0 as cost_vnd, null::text as wished from ${from} where ${kind}::text is null`;

const onlyRoute = (people: RoutePeople, channel: ChannelId): string => `
  select ${people.personId} as person_id, a.channel, a.address, a.language, 0 as cost_vnd, null::text as wished
    from ${people.from} cross join lateral (${addresses(people, [channel], '0')}) a where ${isUsable(people)}`;

/** What works before what is in trouble, what is free before what is paid, then the channel order. */
const order = (channelOrder: ChannelOrder, { later }: RoutePeople): string =>
  `a.channel = any(${list(channelOrder.troubled)}), a.cost_vnd > 0, ${later ? `${later}, ` : ''}array_position(${list(channelOrder.channels)}, a.channel)`;

function choices(people: RoutePeople, channelOrder: ChannelOrder, most: number): string {
  const cost = channelOrder.channels.flatMap((channel) => {
    const sql = costs[channel]?.(channelOrder);
    return sql ? [`when '${channel}' then ${sql}`] : [];
  });
  const paid = { all: 'true', mandatory: people.mandatory, off: 'false' }[channelOrder.paid];
  return `
    select a.channel, a.address, a.language, a.cost_vnd, row_number() over (order by ${order(channelOrder, people)}) as choice
      from (${addresses(people, channelOrder.channels, cost.length > 0 ? `case x.channel ${cost.join(' ')} else 0 end` : '0')}) a
     where ${isUsable(people)} and a.cost_vnd is not null and (a.cost_vnd = 0 or ${paid})
     order by ${order(channelOrder, people)} limit ${most}`;
}

const firstRoute = (people: RoutePeople, channelOrder: ChannelOrder): string => `
  select ${people.personId} as person_id, a.channel, a.address, a.language, a.cost_vnd, null::text as wished
    from ${people.from} cross join lateral (${choices(people, channelOrder, 1)}) a`;

/** Whoever is beyond a channel's quota takes their second route; without one they wait for the quota. */
const routeWithinQuotas = (people: RoutePeople, channelOrder: ChannelOrder): string => `
  with choices as materialized (
    select ${people.personId} as person_id, a.* from ${people.from} cross join lateral (${choices(people, channelOrder, 2)}) a),
  firsts as (
    select c.*, row_number() over (partition by channel order by person_id) > coalesce((${quotaOf(channelOrder, 'c.channel')}), 2147483647) as is_beyond from choices c where choice = 1)
  select f.person_id, coalesce(s.channel, f.channel) as channel, coalesce(s.address, f.address) as address, coalesce(s.language, f.language) as language,
         coalesce(s.cost_vnd, f.cost_vnd) as cost_vnd, case when f.is_beyond then f.channel end as wished
    from firsts f left join choices s on f.is_beyond and s.person_id = f.person_id and s.choice = 2 and not (s.channel = any(${list(channelOrder.troubled)}))`;

const quotaOf = ({ quotas }: ChannelOrder, channel: string): string =>
  `case ${channel} ${[...quotas].map(([id, left]) => `when '${id}' then ${Math.max(0, Math.floor(left))}`).join(' ')} end`;

/** Ids of the contract only: nothing of outside stands in the text. */
const list = (channels: readonly ChannelId[]): string => `'{${channels.join(',')}}'::text[]`;
const instant = (at: Date): string => `timestamptz '${at.toISOString()}'`;
