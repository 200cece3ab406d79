import { Injectable } from '@nestjs/common';
import { MembershipApi, type PersonRef } from '#modules/membership';
import { DeliveryChannels } from '../../delivery-channels.ts';
import type { BoardFacts, FigureFacts } from './board-facts.ts';
import { BoardFigures } from './board-figures.ts';
import { ChannelLog } from './channel-log.ts';
import { ChannelStates } from '../../plan/states/channel-states.ts';

const LOG = 50;

/** Everything that the channels page shows, from rows and memory: no provider is asked. */
@Injectable()
export class BoardSources {
  constructor(
    private readonly channels: DeliveryChannels,
    private readonly states: ChannelStates,
    private readonly figures: BoardFigures,
    private readonly log: ChannelLog,
    private readonly membership: MembershipApi,
  ) {}

  async read(isWhole: boolean): Promise<BoardFacts> {
    const { stop, states } = await this.states.facts();
    const channelOrder = this.channels.ids;
    const entries = isWhole ? await this.log.last(LOG) : [];
    const people = await this.membership.people(
      [stop?.byId, ...entries.map(({ byId }) => byId)].flatMap((id) => id ?? []),
    );
    const stopped = stop ? { at: stop.at.toISOString(), by: nameOf(people, stop.byId), reason: stop.reason } : null;
    const log = entries.map(({ byId, at, ...entry }) => ({ ...entry, at: at.toISOString(), by: nameOf(people, byId) }));
    const figures = isWhole ? await this.figures.read(channelOrder, states) : nothing;
    return { channelOrder, states, stopped, log, ...figures };
  }

  /** Who may act, by name: for everybody who only reads. */
  keepers(): Promise<PersonRef[]> {
    return this.membership.topAdministrators();
  }
}

const nothing: FigureFacts = { waiting: new Map(), figures: undefined, tokens: new Map(), couldMove: new Map() };
const nameOf = (people: ReadonlyMap<string, PersonRef>, id: string | null): PersonRef | null =>
  (id && people.get(id)) || null;
