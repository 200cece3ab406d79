import { GroupChats } from './group-chats.ts';
import { GroupCommands } from './group-commands.ts';
import { GroupStore } from './group-store.ts';
import { GroupVoice } from './group-voice.ts';
import { LinkGroup } from './link-group.ts';
import { UnlinkGroup } from './unlink-group.ts';

export const groupProviders = [GroupChats, GroupCommands, GroupStore, GroupVoice, LinkGroup, UnlinkGroup];
