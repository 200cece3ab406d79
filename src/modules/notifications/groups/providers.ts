import { GroupChats } from './group-chats.ts';
import { GroupStore } from './group-store.ts';

export const groupProviders = [GroupChats, GroupStore];
