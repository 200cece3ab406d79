/**
 * Which external channel carries a message to each of many people: one fragment of SQL for planning, for the preview, for
 * the next channel after a refusal and for moving away from a channel that is down. A person's route is the inbox plus
 * exactly one external channel: the first in the channel order that has an address, is wanted, is open and may be paid for;
 * the one by which they are known to read stands before the others that cost as little.
 */
import type { ChannelId } from '#contracts/enums';
import { empty, join, type Sql, sql } from '#platform/database';
import type { ChannelOrder } from './channel-order.ts';

export interface RoutePeople {
  /** "fresh f": rows with the columns below. */
  from: Sql;
  personId: Sql;
  mandatory: Sql;
  /** Of the message: a value or a column. */
  kind: string | Sql;
  now: Date;
  /** A condition more, about `a.channel`. */
  unless?: Sql;
  /** About `a.channel`: what holds for it comes after what does not. */
  later?: Sql;
  /** Whether those without a route are in the answer, with a null `channel`. */
  join: Sql;
  /** What of `from` the answer tells besides, beginning with a comma; of the alias f. */
  columns: Sql;
}

export const theReachable = sql`join lateral`;
export const everybody = sql`left join lateral`;

/** Rows of (person_id, channel, address, language, cost_vnd, wished): `wished` is what quota kept the person from. */
export function routesOf(people: RoutePeople, channelOrder: ChannelOrder): Sql {
  const only = channelOrder.channels[0];
  if (!only) return noRoute(people);
  if (channelOrder.channels.length === 1 && costs[only] === undefined) return onlyRoute(people, only);
  return channelOrder.quotas.size === 0 ? firstRoute(people, channelOrder) : routeWithinQuotas(people, channelOrder);
}

/** Prices and windows by channel, in words of SQL over `x.address`; null: closed for this person. Others are free and always open. */
const costs: Partial<Record<ChannelId, (channelOrder: ChannelOrder) => Sql>> = {
  'zalo-oa': ({ consultation, now }) => {
    const { freeMs, freeMessages, openMs, paidVnd } = consultation;
    const since = (ms: number) => new Date(now.getTime() - ms);
    return sql`(select case when w.last_inbound_at < ${since(openMs)}::timestamptz then null
                            when w.last_inbound_at >= ${since(freeMs)}::timestamptz and w.sent_since < ${freeMessages}::int then 0
                            else ${paidVnd}::int end
                  from address_states w where w.channel = 'zalo-oa' and w.address = x.address)`;
  },
  'zalo-zbs': ({ template }) =>
    sql`case when x.address like 'user:%' then ${template.userVnd}::int else ${template.phoneVnd}::int end`,
};

/** The address is worked out once, in a sub-query of its own, and not again for each place that names it. */
const addresses = ({ personId, now }: RoutePeople, channels: readonly ChannelId[], cost: Sql): Sql =>
  sql`select x.channel, x.address, x.language, ${cost} as cost_vnd from addresses_at(${now}::timestamptz) x
       where x.person_id = ${personId} and x.channel = any(${channels}::text[]) offset 0`;

/** Nobody is pushed by a channel that they switched off, or with a kind that they muted, unless it is their duty. */
const isUsable = ({ personId, mandatory, kind, unless }: RoutePeople): Sql => sql`a.address is not null and not exists (
    select 1 from notification_preferences pref where pref.person_id = ${personId} and not ${mandatory}
       and (${kind}::text = any(pref.muted) or a.channel = any(pref.off_channels)))${unless ? sql` and not (${unless})` : empty}`;

const joined = ({ from, join }: RoutePeople, routes: Sql): Sql => sql`${from} ${join} (${routes}) a on true`;

const noRoute = (people: RoutePeople): Sql => {
  const none = sql`select null::text as channel, null::text as address, null::text as language where false`;
  return sql`
  select ${people.personId} as person_id, a.channel, a.address, a.language, 0 as cost_vnd, null::text as wished${people.columns}
    from ${joined(people, none)}`;
};

const onlyRoute = (people: RoutePeople, channel: ChannelId): Sql => {
  const usable = sql`select * from (${addresses(people, [channel], sql`0`)}) a where ${isUsable(people)}`;
  return sql`
  select ${people.personId} as person_id, a.channel, a.address, a.language, 0 as cost_vnd, null::text as wished${people.columns}
    from ${joined(people, usable)}`;
};

/** What works before what is in trouble, what is free before what is paid, where they read, then the channel order. */
const order = sql`a.is_troubled, a.cost_vnd > 0, a.comes_later, a.is_read desc, a.place`;

function choices(people: RoutePeople, channelOrder: ChannelOrder, most: number): Sql {
  const cases = channelOrder.channels.flatMap((channel) => {
    const cost = costs[channel]?.(channelOrder);
    return cost ? [sql`when ${channel}::text then ${cost}`] : [];
  });
  const cost = cases.length > 0 ? sql`case x.channel ${join(cases, ' ')} else 0 end` : sql`0`;
  const isPayable = { all: sql`true`, mandatory: people.mandatory, off: sql`false` }[channelOrder.paid];
  const { channels, troubled } = channelOrder;
  return sql`
    select a.channel, a.address, a.language, a.cost_vnd, row_number() over (order by ${order}) as choice
      from (
        select a.*, a.channel = any(${troubled}::text[]) as is_troubled, ${people.later ?? sql`false`} as comes_later,
               array_position(${channels}::text[], a.channel) as place,
               exists (select 1 from notification_preferences read where read.person_id = ${people.personId}
                  and read.read_channel = a.channel and not a.channel = any(read.off_channels)) as is_read
          from (${addresses(people, channels, cost)}) a) a
     where ${isUsable(people)} and a.cost_vnd is not null and (a.cost_vnd = 0 or ${isPayable})
     order by ${order} limit ${most}`;
}

const firstRoute = (people: RoutePeople, channelOrder: ChannelOrder): Sql => sql`
  select ${people.personId} as person_id, a.channel, a.address, a.language, a.cost_vnd, null::text as wished${people.columns}
    from ${joined(people, choices(people, channelOrder, 1))}`;

/** Whoever is beyond a channel's quota takes their second route; without one they wait for the quota. */
const routeWithinQuotas = (people: RoutePeople, channelOrder: ChannelOrder): Sql => sql`
  with choices as materialized (
    select ${people.personId} as person_id, a.*${people.columns} from ${joined(people, choices(people, channelOrder, 2))}),
  firsts as (
    select c.*, row_number() over (partition by channel order by person_id) > coalesce((${quotaOf(channelOrder, sql`c.channel`)}), 2147483647) as is_beyond
      from choices c where choice = 1 or choice is null)
  select f.person_id, coalesce(s.channel, f.channel) as channel, coalesce(s.address, f.address) as address,
         coalesce(s.language, f.language) as language, coalesce(s.cost_vnd, f.cost_vnd) as cost_vnd,
         case when f.is_beyond then f.channel end as wished${people.columns}
    from firsts f left join choices s on f.is_beyond and s.person_id = f.person_id and s.choice = 2
     and not (s.channel = any(${channelOrder.troubled}::text[]))`;

const quotaOf = ({ quotas }: ChannelOrder, channel: Sql): Sql => {
  const cases = [...quotas].map(([id, left]) => sql`when ${id}::text then ${Math.max(0, Math.floor(left))}::int`);
  return sql`case ${channel} ${join(cases, ' ')} end`;
};
