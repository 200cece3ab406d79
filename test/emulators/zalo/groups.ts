/** Groups of the account: one paid seat each, 1 to 99 members with an administrator among them, names with a limit. */
import {
  DAY,
  type FakeAsset,
  type FakeGroup,
  type Incoming,
  ok,
  type Reply,
  refused,
  type ZaloWorld,
} from './world.ts';

const TEXT = 2000;
const GRACE_DAYS = 45;
type Handler = (incoming: Incoming) => Reply;

export class EmulatedGroups {
  readonly routes: Record<string, Handler>;

  constructor(
    private readonly world: ZaloWorld,
    private readonly announce: (event: Record<string, unknown>) => void,
  ) {
    this.routes = {
      'POST /v3.0/oa/quota/group': (incoming) => this.quota(incoming),
      'POST /v3.0/oa/group/creategroupwithoa': (incoming) => this.create(incoming),
      'POST /v3.0/oa/group/message': (incoming) => this.message(incoming),
      'POST /v3.0/oa/group/updateinfo': this.living((group, { json }) => this.update(group, json)),
      'POST /v3.0/oa/group/invite': this.living((group, { json }) => this.invite(group, json)),
      'GET /v3.0/oa/group/listmember': this.living((group) =>
        ok({ members: [...group.members].map((user_id) => ({ user_id })) }),
      ),
      'GET /v3.0/oa/group/listpendinginvite': this.living((group) =>
        ok({ members: [...group.pending].map((user_id) => ({ user_id })) }),
      ),
      'POST /v3.0/oa/group/acceptpendinginvite': this.living((group, { json }) => this.answer(group, json, true)),
      'POST /v3.0/oa/group/rejectpendinginvite': this.living((group, { json }) => this.answer(group, json, false)),
      'POST /v3.0/oa/group/removemembers': this.living((group, { json }) => this.remove(group, json)),
      'POST /v3.0/oa/group/delete': this.living((group) => this.end(group)),
    };
  }

  /** A seat that somebody bought. */
  buy(product = 'gmf100', days = 30): FakeAsset {
    const asset = {
      id: this.world.id('asset-'),
      product,
      validThrough: new Date(this.world.now().getTime() + days * DAY),
    };
    this.world.assets.push(asset);
    return asset;
  }

  /** Somebody opens the group's link. */
  asksToJoin(userId: string, groupId: string): void {
    this.world.groups.get(groupId)?.pending.add(userId);
    this.announce({ event_name: 'user_request_join_group', group_id: groupId, users: [{ id: userId }] });
  }

  writes(userId: string, groupId: string, text: string): void {
    const message = { msg_id: this.world.id('group-in-'), text };
    this.announce({ event_name: 'user_send_group_text', sender: { id: userId }, recipient: { id: groupId }, message });
  }

  leaves(userId: string, groupId: string): void {
    this.world.groups.get(groupId)?.members.delete(userId);
    this.announce({ event_name: 'user_out_group', group_id: groupId, users: [{ id: userId }] });
  }

  private quota({ json }: Incoming): Reply {
    if (json.quota_owner !== 'OA' || !/^gmf(10|50|100|1000)$/.test(String(json.product_type)))
      return refused(-201, 'Params is invalid');
    const assets = this.world.assets.filter(({ product }) => product === json.product_type);
    return ok(
      assets.map((asset) => ({
        asset_id: asset.id,
        status: asset.groupId ? 'used' : 'available',
        used_id: asset.groupId ?? '',
        valid_through: asset.validThrough.toISOString(),
        auto_renew: false,
      })),
    );
  }

  private create({ json }: Incoming): Reply {
    const { group_name: name, group_description: description = '', asset_id: assetId } = json;
    if (typeof name !== 'string' || name === '') return refused(-201, 'group_name is invalid');
    if ([...name].length > this.world.settings.groupNameMax) return refused(-210, 'group_name is too long');
    const people = idsOf(json).map((id) => this.world.byUserId(id));
    if (people.length < 1 || people.length > 99) return refused(-210, 'member_user_ids is out of range');
    if (people.some((person) => !person || !this.reachable(person.userId)))
      return refused(-213, 'A member does not follow the OA');
    if (!people.some((person) => person?.admin)) return refused(-201, 'An admin of the OA must be a member');
    const asset = this.world.assets.find(({ id }) => id === assetId);
    if (!asset || asset.validThrough < this.world.now()) return refused(-241, 'asset_id is invalid');
    if (asset.groupId) return refused(-238, 'asset_id is used');
    const id = this.world.id('f414c8');
    const members = new Set(people.flatMap((person) => (person ? [person.userId] : [])));
    this.world.groups.set(id, {
      id,
      name,
      description: String(description),
      assetId: asset.id,
      members,
      pending: new Set(),
      messages: [],
    });
    asset.groupId = id;
    this.announce({ event_name: 'create_group', group_id: id, oa_id: this.world.settings.oaId });
    return ok({ group_id: id, group_link: `https://zalo.me/g/${id}` });
  }

  private message({ json }: Incoming): Reply {
    const group = this.find((json.recipient as { group_id?: unknown } | undefined)?.group_id);
    if ('status' in group) return group;
    const message = (json.message ?? {}) as Record<string, unknown>;
    const { text } = message;
    if (typeof text !== 'string' || text === '' || 'attachment' in message || 'buttons' in message)
      return refused(-201, 'Params is invalid');
    if (text.length > TEXT) return refused(-210, 'Params exceed the allowed limit');
    const unknown = [...text.matchAll(/\[@(\w+)\]/g)].some(([, id]) => id !== group.id && !group.members.has(id ?? ''));
    if (unknown) return refused(-201, 'A mention names no member');
    const sent = {
      channel: 'zalo-gmf',
      id: this.world.id('gmf-'),
      text,
      at: this.world.now(),
      costVnd: 0,
      groupId: group.id,
    } as const;
    group.messages.push(sent);
    for (const userId of group.members) this.world.byUserId(userId)?.received.push(sent);
    return ok({ message_id: sent.id, group_id: group.id });
  }

  private update(
    group: FakeGroup,
    { group_name: name, group_description: description }: Record<string, unknown>,
  ): Reply {
    if (typeof name === 'string' && [...name].length > this.world.settings.groupNameMax)
      return refused(-210, 'group_name is too long');
    if (typeof name === 'string') group.name = name;
    if (typeof description === 'string') group.description = description;
    return ok({ group_id: group.id });
  }

  private invite(group: FakeGroup, json: Record<string, unknown>): Reply {
    const ids = idsOf(json);
    if (ids.some((id) => !this.reachable(id))) return refused(-213, 'A member does not follow the OA');
    if (group.members.size + ids.length > 99) return refused(-210, 'The group is full');
    for (const id of ids) group.members.add(id);
    return ok({});
  }

  private answer(group: FakeGroup, json: Record<string, unknown>, taken: boolean): Reply {
    for (const id of idsOf(json)) if (group.pending.delete(id) && taken) group.members.add(id);
    return ok({});
  }

  private remove(group: FakeGroup, json: Record<string, unknown>): Reply {
    for (const id of idsOf(json)) group.members.delete(id);
    return ok({});
  }

  private end(group: FakeGroup): Reply {
    this.world.groups.delete(group.id);
    this.announce({ event_name: 'disperse_group', group_id: group.id });
    return ok({});
  }

  private living(work: (group: FakeGroup, incoming: Incoming) => Reply): Handler {
    return (incoming) => {
      const group = this.find(incoming.json.group_id ?? incoming.query.get('group_id'));
      return 'status' in group ? group : work(group, incoming);
    };
  }

  /** A group whose seat is over is closed, and gone 45 days later. */
  private find(id: unknown): FakeGroup | Reply {
    const group = this.world.groups.get(String(id));
    const asset = this.world.assets.find((entry) => entry.id === group?.assetId);
    if (!group || !asset) return refused(-403, 'The group is not of this OA');
    const over = this.world.now().getTime() - asset.validThrough.getTime();
    if (over > GRACE_DAYS * DAY) return refused(-403, 'The group is dissolved');
    return over > 0 ? refused(-237, 'The group is expired') : group;
  }

  private reachable(userId: string): boolean {
    const person = this.world.byUserId(userId);
    return Boolean(person && (person.follows || this.world.silence(person) <= 7 * DAY));
  }
}

function idsOf({ member_user_ids: ids }: Record<string, unknown>): string[] {
  return Array.isArray(ids) ? ids.map(String) : [];
}
