/** What the module's wiring takes from here. */
import { ChannelLog } from './channel-log.ts';
import { ChannelStates } from './channel-states.ts';

export const channelProviders = [ChannelLog, ChannelStates];
export { ChannelLog, ChannelStates };
