/**
 * Zalo's webhook events as our inbound events. Order is not promised and duplicates come, so each event carries a key
 * that is the same for the same fact.
 */
import type { InboundEvent, Verified } from '../channel.ts';
import { numberOf, textOf } from '../http/json-scalars.ts';
import { groupEvent } from './normalize-group-events.ts';
import { recordOf } from './oa-client.ts';
import type { OaWebhookBody } from './oa-webhook.ts';

/** `data` of an inbound event, by `kind`. */
export interface OaInboundData {
  /** Written by a person; what it means is not the channel's to say. */
  text: { messageId: string; text: string; userIdByApp?: string };
  /** Something else from a person; it opens the window like a text. */
  interaction: { messageId?: string; event: string; userIdByApp?: string };
  follow: { userIdByApp?: string };
  unfollow: { userIdByApp?: string };
  /** The person wants their data gone. */
  withdraw: { userIdByApp?: string };
  delivered: { providerIds: string[]; trackingId?: string };
  seen: { providerIds: string[] };
  /** The account's administrator took our right to call. */
  'permission-revoked': { oaId?: string };
  /** A ZBS template's or quota's change. */
  'template-changed': { event: string; templateId?: string; status?: string };
}

/** What Zalo sends to prove an address when it is registered; answered, never stored. */
const SAMPLE = 'This is testing message';

type Source = { event: Record<string, unknown>; digest: string; name: string; actor: string; occurredAt: Date };
type Reader = (source: Source) => InboundEvent[];

export function normalizeOaEvents(verified: Verified): InboundEvent[] {
  if (!verified.ok) return [];
  const { event, digest } = verified.body as OaWebhookBody;
  const name = textOf(event.event_name);
  const source: Source = {
    event,
    digest,
    name,
    actor: actorOf(event),
    occurredAt: new Date(numberOf(event.timestamp)),
  };
  const group = groupEvent(source);
  if (group) return [group];
  const read = readers[name] ?? (name.startsWith('user_send_') ? interaction : undefined);
  return read ? read(source) : [];
}

function one(source: Source, kind: keyof OaInboundData, data: unknown, ids: readonly string[] = []): InboundEvent[] {
  const { name, actor, digest, occurredAt } = source;
  const dedupKey = ids.length > 0 ? `${name}:${actor}:${ids.join(',')}` : `${name}:${digest}`;
  return [{ dedupKey, occurredAt, actor, kind, data }];
}

const byApp = ({ event }: Source) =>
  textOf(event.user_id_by_app) ? { userIdByApp: textOf(event.user_id_by_app) } : {};

const readText: Reader = (source) => {
  const message = recordOf(source.event.message);
  const [messageId, words] = [textOf(message.msg_id), typeof message.text === 'string' ? message.text : ''];
  if (words.trim() === SAMPLE || !messageId) return [];
  if (!words.trim()) return interaction(source);
  return one(source, 'text', { messageId, text: words, ...byApp(source) }, [messageId]);
};

const interaction: Reader = (source) => {
  const messageId = textOf(recordOf(source.event.message).msg_id);
  return one(
    source,
    'interaction',
    { event: source.name, ...(messageId && { messageId }), ...byApp(source) },
    messageId ? [messageId] : [],
  );
};

const receipt =
  (kind: 'delivered' | 'seen'): Reader =>
  (source) => {
    const message = recordOf(source.event.message);
    const listed = Array.isArray(message.msg_ids) ? message.msg_ids : [message.msg_id];
    const providerIds = listed.map(textOf).filter((id) => id !== '');
    const trackingId = textOf(message.tracking_id);
    if (providerIds.length === 0) return [];
    return one(source, kind, { providerIds, ...(trackingId && { trackingId }) }, providerIds.toSorted());
  };

const plain =
  (kind: 'follow' | 'unfollow' | 'withdraw'): Reader =>
  (source) =>
    one(source, kind, byApp(source));

const template: Reader = (source) => {
  const { event, name } = source;
  const [templateId, status] = [textOf(event.template_id), textOf(recordOf(event.status).new_status ?? event.status)];
  return one(source, 'template-changed', { event: name, ...(templateId && { templateId }), ...(status && { status }) });
};

const readers: Record<string, Reader> = {
  user_send_text: readText,
  user_click_chatnow: interaction,
  user_reacted_message: interaction,
  user_submit_info: interaction,
  user_received_message: receipt('delivered'),
  user_seen_message: receipt('seen'),
  follow: plain('follow'),
  unfollow: plain('unfollow'),
  user_withdraw: plain('withdraw'),
  permission_revoked: (source) => one(source, 'permission-revoked', { oaId: textOf(source.event.oa_id) }),
  change_template_status: template,
  change_template_quality: template,
  change_oa_daily_quota: template,
};

function actorOf(event: Record<string, unknown>): string {
  const name = textOf(event.event_name);
  const first =
    name === 'user_received_message' || name === 'user_seen_message' ? [event.recipient, event.sender] : [event.sender];
  const person = [...first, event.follower, event.user]
    .map((value) => textOf(recordOf(value).id))
    .find((id) => id !== '');
  return person ?? (textOf(event.user_id) || textOf(event.user_id_by_app));
}
