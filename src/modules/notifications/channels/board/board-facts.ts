/** What the channels page is made from. */
import type { RouteAnswer, routes } from '#contracts';
import type { ChannelId } from '#contracts/enums';
import type { ChannelFacts } from '../../plan/states/channel-states.ts';
import type { Figures } from './channel-traffic.ts';

type Board = RouteAnswer<typeof routes.channels>;
type Tokens = Board['channels'][number]['tokens'];

export interface BoardFacts {
  channelOrder: readonly ChannelId[];
  states: ChannelFacts['states'];
  stopped: Board['stopped'];
  waiting: ReadonlyMap<string, number>;
  /** Undefined for who sees states only. */
  figures: Figures | undefined;
  tokens: ReadonlyMap<string, NonNullable<Tokens>>;
  couldMove: ReadonlyMap<string, number>;
  log: Board['log'];
}

/** Its numbers, which only who may act sees. */
export type FigureFacts = Pick<BoardFacts, 'waiting' | 'figures' | 'tokens' | 'couldMove'>;
