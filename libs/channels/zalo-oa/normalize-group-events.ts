/** Events of the account's groups. Two spellings of some names are in use; both are read. */
import type { InboundEvent } from '../channel.ts';
import { textOf } from '../http/json-scalars.ts';
import { recordOf } from './oa-client.ts';

/** `data` of every group event; `kind` says what happened. */
export interface GroupEventData {
  groupId: string;
  /** The people it is about; the actor where the event names nobody else. */
  userIds: string[];
  /** Only of `group-text`. */
  text?: string;
  messageId?: string;
}

const kinds: Record<string, string> = {
  create_group: 'group-created',
  user_join_group: 'group-joined',
  user_request_join_group: 'group-join-asked',
  accept_request_join_group: 'group-join-accepted',
  react_request_join_group: 'group-join-accepted',
  reject_request_join_group: 'group-join-rejected',
  add_group_admin: 'group-admin-added',
  remove_group_admin: 'group-admin-removed',
  update_group_info: 'group-changed',
  user_out_group: 'group-left',
  delete_group: 'group-ended',
  disperse_group: 'group-ended',
  user_send_group_text: 'group-text',
};

interface Source {
  event: Record<string, unknown>;
  digest: string;
  name: string;
  actor: string;
  occurredAt: Date;
}

/** Undefined when the event is none of a group. */
export function groupEvent({ event, digest, name, actor, occurredAt }: Source): InboundEvent | undefined {
  const kind = kinds[name] ?? (name.startsWith('user_send_group_') ? 'group-interaction' : undefined);
  if (!kind) return undefined;
  const message = recordOf(event.message);
  const messageId = textOf(message.msg_id);
  const groupId = textOf(event.group_id) || textOf(recordOf(event.recipient).id);
  const words = kind === 'group-text' && typeof message.text === 'string' ? message.text : undefined;
  const data: GroupEventData = {
    groupId,
    userIds: usersOf(event, actor),
    ...(messageId && { messageId }),
    ...(words !== undefined && { text: words }),
  };
  const dedupKey = messageId ? `${name}:${actor}:${messageId}` : `${name}:${digest}`;
  return { dedupKey, occurredAt, actor, kind, data };
}

function usersOf(event: Record<string, unknown>, actor: string): string[] {
  const listed = [event.users, event.members, event.user_ids].find(Array.isArray) ?? [];
  const ids = listed
    .map((entry) => textOf(entry) || textOf(recordOf(entry).id) || textOf(recordOf(entry).user_id))
    .filter(Boolean);
  return ids.length > 0 ? ids : [actor].filter(Boolean);
}
