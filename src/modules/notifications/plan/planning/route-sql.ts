/**
 * Which external channel carries a message to each of many people: one fragment of SQL for planning, for the preview, for
 * the next channel after a refusal and for moving away from a channel that is down. A person's route is the inbox plus
 * exactly one external channel: the first in the channel order that has an address, is wanted, is open and may be paid for;
 * the one by which they are known to read stands before the others that cost as little.
 */
import type { ChannelId } from '#contracts/enums';
import { join, type Sql, sql } from '#platform/database';
import type { ChannelOrder } from './channel-order.ts';

export interface RoutePeople {
  /** "fresh f": rows with the columns below. */
  from: Sql;
  personId: Sql;
  mandatory: Sql;
  /** Of the message: a value or a column. */
  kind: string | Sql;
  now: Date;
  /** Where a person is asked for more than once: what tells the times apart. */
  per?: Sql;
  /** A condition more, about `a.channel`. */
  unless?: Sql;
  /** About `a.channel`: what holds for it comes after what does not. */
  later?: Sql;
  /** Whether those without a route are in the answer, with a null `channel`. */
  withAll: boolean;
  /** What of `from` the answer tells besides, beginning with a comma. */
  columns: Sql;
  /** The same columns of the alias c. */
  columnsAgain: Sql;
}

/** Rows of (person_id, channel, address, language, cost_vnd, wished): `wished` is what quota kept the person from. */
export function routesOf(people: RoutePeople, channelOrder: ChannelOrder): Sql {
  return channelOrder.quotas.size === 0 ? firstRoute(people, channelOrder) : routeWithinQuotas(people, channelOrder);
}

/** Prices and windows by channel, in words of SQL over `a.address`; null: closed for this person. Others are free and always open. */
const costs: Partial<Record<ChannelId, (channelOrder: ChannelOrder) => Sql>> = {
  'zalo-oa': ({ consultation, now }) => {
    const { freeMs, freeMessages, openMs, paidVnd } = consultation;
    const since = (ms: number) => new Date(now.getTime() - ms);
    return sql`(select case when w.last_inbound_at < ${since(openMs)}::timestamptz then null
                            when w.last_inbound_at >= ${since(freeMs)}::timestamptz and w.sent_since < ${freeMessages}::int then 0
                            else ${paidVnd}::int end
                  from address_states w where w.channel = 'zalo-oa' and w.address = a.address)`;
  },
  'zalo-zbs': ({ template }) =>
    sql`case when a.address like 'user:%' then ${template.userVnd}::int else ${template.phoneVnd}::int end`,
};

function costOf(channelOrder: ChannelOrder): Sql {
  const cases = channelOrder.channels.flatMap((channel) => {
    const cost = costs[channel]?.(channelOrder);
    return cost ? [sql`when ${channel}::text then ${cost}`] : [];
  });
  return cases.length > 0 ? sql`case a.channel ${join(cases, ' ')} else 0 end` : sql`0`;
}

/** What works before what is in trouble, what is free before what is paid, where they read, then the channel order. */
const order = sql`c.is_troubled, c.cost_vnd > 0, c.comes_later, c.is_read desc, c.place`;

/**
 * Each person with each of their addresses, or with none; `choice` counts from the one to take, and what may not be taken comes
 * last, without its channel. Addresses are read once for all, and put to people by a full join: PostgreSQL expects few of both and would compare
 * all with all in a nested loop, which a full join never is (docs/decisions/0206). `offset 0` keeps it one.
 */
function choices(people: RoutePeople, channelOrder: ChannelOrder): Sql {
  const { from, personId, mandatory, kind, now } = people;
  const { channels, troubled, paid } = channelOrder;
  const isPayable = { all: sql`true`, mandatory: sql`c.is_mandatory`, off: sql`false` }[paid];
  const rank = sql`row_number() over (partition by c.person_id, c.per order by c.is_usable desc, ${order})`;
  return sql`
  with asked as materialized (select array_agg(${personId}) as ids from ${from}),
  addressed as (
    select x.* from asked cross join lateral addresses_of(asked.ids, ${channels}::text[], ${now}::timestamptz) x),
  preferred as materialized (
    select person_id, muted, off_channels, read_channel from notification_preferences
     where person_id = any((select ids from asked)::uuid[])),
  candidates as (
    select ${personId} as person_id, ${people.per ?? sql`null::uuid`} as per, ${mandatory} as is_mandatory${people.columns},
           a.channel, a.address, a.language, ${costOf(channelOrder)} as cost_vnd, a.channel = any(${troubled}::text[]) as is_troubled,
           array_position(${channels}::text[], a.channel) as place, ${people.unless ?? sql`false`} as is_excluded,
           ${people.later ?? sql`false`} as comes_later,
           coalesce(pref.read_channel = a.channel and not a.channel = any(pref.off_channels), false) as is_read,
           coalesce(${kind}::text = any(pref.muted) or a.channel = any(pref.off_channels), false) as is_unwanted
      from ${from} full join addressed a on a.person_id = ${personId} full join preferred pref on pref.person_id = ${personId}
    offset 0),
  judged as (
    select c.*, c.address is not null and not c.is_excluded and (c.is_mandatory or not c.is_unwanted)
                and c.cost_vnd is not null and (c.cost_vnd = 0 or ${isPayable}) as is_usable from candidates c)
  select c.person_id${people.columnsAgain}, case when c.is_usable then c.channel end as channel,
         case when c.is_usable then c.address end as address, case when c.is_usable then c.language end as language,
         case when c.is_usable then c.cost_vnd end as cost_vnd, ${channels.length > 1 ? rank : sql`1`} as choice
    from judged c`;
}

/** Those without a route are left out, unless they are asked for. */
const isWanted = ({ withAll }: RoutePeople, channel: Sql): Sql => (withAll ? sql`true` : sql`${channel} is not null`);

const firstRoute = (people: RoutePeople, channelOrder: ChannelOrder): Sql => sql`
  select c.person_id, c.channel, c.address, c.language, coalesce(c.cost_vnd, 0) as cost_vnd, null::text as wished${people.columnsAgain}
    from (${choices(people, channelOrder)}) c where c.choice = 1 and ${isWanted(people, sql`c.channel`)}`;

/** Whoever is beyond a channel's quota takes their second route; without one they wait for the quota. */
const routeWithinQuotas = (people: RoutePeople, channelOrder: ChannelOrder): Sql => sql`
  with choices as materialized (${choices(people, channelOrder)}),
  firsts as (
    select c.*, row_number() over (partition by channel order by person_id) > coalesce((${quotaOf(channelOrder, sql`c.channel`)}), 2147483647) as is_beyond
      from choices c where choice = 1 and ${isWanted(people, sql`c.channel`)}),
  seconds as (select * from choices where choice = 2 and channel is not null and not (channel = any(${channelOrder.troubled}::text[])))
  select c.person_id, coalesce(s.channel, c.channel) as channel, coalesce(s.address, c.address) as address,
         coalesce(s.language, c.language) as language, coalesce(s.cost_vnd, c.cost_vnd) as cost_vnd,
         case when c.is_beyond then c.channel end as wished${people.columnsAgain}
    from firsts c left join seconds s on c.is_beyond and s.person_id = c.person_id`;

const quotaOf = ({ quotas }: ChannelOrder, channel: Sql): Sql => {
  const cases = [...quotas].map(([id, left]) => sql`when ${id}::text then ${Math.max(0, Math.floor(left))}::int`);
  return sql`case ${channel} ${join(cases, ' ')} end`;
};
