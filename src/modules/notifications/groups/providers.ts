import { GroupInvitees } from './group-invitees.ts';
import { GroupMaking } from './group-making.ts';
import { GroupSeats } from './group-seats.ts';
import { MakeGroup } from './make-group.ts';
import { ReadGroups } from './read-groups.ts';
import { ChooseNames } from './names/choose-names.ts';
import { NameSends } from './names/name-sends.ts';
import { PreviewGroupNames } from './names/preview-group-names.ts';
import { SendGroupNames } from './names/send-group-names.ts';
import { GroupsController } from './groups.controller.ts';
import { GroupChannels } from './group-channels.ts';
import { GroupChats } from './group-chats.ts';
import { GroupCommands } from './group-commands.ts';
import { GroupDeadlines } from './posts/group-deadlines.ts';
import { GroupPostStore } from './posts/group-post-store.ts';
import { GroupStore } from './group-store.ts';
import { GroupReplySender } from './group-reply-sender.ts';
import { GroupSubscribers } from './group.subscribers.ts';
import { OrderChangePosts } from './posts/order-change-posts.ts';
import { LinkGroup } from './link-group.ts';
import { GroupPostPresenter } from './posts/group-post.presenter.ts';
import { SendGroupPosts, SendOnePost } from './posts/send-group-posts.ts';
import { SessionPosts } from './posts/session-posts.ts';
import { SessionPostPresenter } from './posts/session-post.presenter.ts';
import { UnlinkGroup } from './unlink-group.ts';

export const groupControllers = [GroupsController];
export const groupProviders = [
  GroupInvitees,
  GroupMaking,
  GroupSeats,
  MakeGroup,
  ReadGroups,
  ChooseNames,
  NameSends,
  PreviewGroupNames,
  SendGroupNames,
  GroupChannels,
  GroupChats,
  GroupCommands,
  GroupDeadlines,
  GroupPostStore,
  GroupStore,
  GroupSubscribers,
  GroupReplySender,
  LinkGroup,
  OrderChangePosts,
  GroupPostPresenter,
  SendGroupPosts,
  SendOnePost,
  SessionPosts,
  SessionPostPresenter,
  UnlinkGroup,
];
