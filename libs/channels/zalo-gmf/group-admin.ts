/**
 * Groups of the Official Account: made by the account itself, each on a paid seat (asset). Only groups that the account
 * made can be used; a group that people already have cannot be adopted.
 */
import type { SendFailure } from '../channel.ts';
import { textOf } from '../http/json-scalars.ts';
import { failure } from '../zalo-oa/call-zalo.ts';
import { type OaAnswer, type OaClient, recordOf } from '../zalo-oa/oa-client.ts';
import { GMF_NAME, shortGroupName } from './gmf-name.ts';

export type GmfProduct = 'gmf10' | 'gmf50' | 'gmf100' | 'gmf1000';

/** A seat for one group. */
export interface GroupAsset {
  assetId: string;
  status: 'available' | 'used';
  /** The group that has it. */
  groupId?: string;
  validThrough?: string;
  autoRenew: boolean;
}

export interface NewGroup {
  /** The full name; the group's own is a short form of it. */
  name: string;
  /** The short form, where the caller knows a better one than shortening word by word. */
  short?: string;
  assetId: string;
  /** 1 to 99 user ids towards the account; one of them must be an administrator of the account. */
  memberUserIds: readonly string[];
}

export interface CreatedGroup {
  ok: true;
  groupId: string;
  link: string | null;
  name: string;
}

export interface GroupInfo {
  name?: string;
  description?: string;
  lockSendMsg?: boolean;
  joinAppr?: boolean;
  enableLinkJoin?: boolean;
}

const MEMBERS = 99;

export class GmfGroupAdmin {
  constructor(
    private readonly client: OaClient,
    private readonly nameMax = GMF_NAME,
  ) {}

  /** The account's seats of one size. */
  async quota(
    product: GmfProduct,
    type: 'sub_quota' | 'purchase_quota' | 'reward_quota' = 'sub_quota',
  ): Promise<{ ok: true; assets: GroupAsset[] } | SendFailure> {
    const answer = await this.post('/v3.0/oa/quota/group', {
      quota_owner: 'OA',
      product_type: product,
      quota_type: type,
    });
    if (!answer.ok) return answer;
    return { ok: true, assets: listOf(answer.data).map(assetOf) };
  }

  async create({ name, short: wanted, assetId, memberUserIds }: NewGroup): Promise<CreatedGroup | SendFailure> {
    if (memberUserIds.length < 1 || memberUserIds.length > MEMBERS) return failure('PERMANENT', 'GROUP_MEMBERS');
    const short = shortGroupName(wanted ?? name, this.nameMax);
    const answer = await this.post('/v3.0/oa/group/creategroupwithoa', {
      group_name: short,
      group_description: name,
      asset_id: assetId,
      member_user_ids: memberUserIds,
    });
    if (!answer.ok) return answer;
    const groupId = answer.data.group_id;
    if (typeof groupId !== 'string' || !groupId) return failure('AMBIGUOUS', 'NO_GROUP_ID');
    return {
      ok: true,
      groupId,
      link: typeof answer.data.group_link === 'string' ? answer.data.group_link : null,
      name: short,
    };
  }

  rename(groupId: string, name: string): Promise<OaAnswer> {
    return this.update(groupId, { name: shortGroupName(name, this.nameMax), description: name });
  }

  update(groupId: string, { name, description, lockSendMsg, joinAppr, enableLinkJoin }: GroupInfo): Promise<OaAnswer> {
    return this.post('/v3.0/oa/group/updateinfo', {
      group_id: groupId,
      group_name: name,
      group_description: description,
      lock_send_msg: lockSendMsg,
      join_appr: joinAppr,
      enable_link_join: enableLinkJoin,
    });
  }

  /** Only followers and people who interacted within 7 days can be invited; others join by the link. */
  invite(groupId: string, userIds: readonly string[]): Promise<OaAnswer> {
    return this.post('/v3.0/oa/group/invite', { group_id: groupId, member_user_ids: userIds });
  }

  /** People who asked to join by the link. */
  async pending(groupId: string): Promise<{ ok: true; userIds: string[] } | SendFailure> {
    return this.userIds(
      `/v3.0/oa/group/listpendinginvite?${new URLSearchParams({ group_id: groupId, offset: '0', count: '50' })}`,
    );
  }

  accept(groupId: string, userIds: readonly string[]): Promise<OaAnswer> {
    return this.post('/v3.0/oa/group/acceptpendinginvite', { group_id: groupId, member_user_ids: userIds });
  }

  reject(groupId: string, userIds: readonly string[]): Promise<OaAnswer> {
    return this.post('/v3.0/oa/group/rejectpendinginvite', { group_id: groupId, member_user_ids: userIds });
  }

  async members(groupId: string, offset = 0): Promise<{ ok: true; userIds: string[] } | SendFailure> {
    return this.userIds(
      `/v3.0/oa/group/listmember?${new URLSearchParams({ group_id: groupId, offset: String(offset), count: '50' })}`,
    );
  }

  remove(groupId: string, userIds: readonly string[]): Promise<OaAnswer> {
    return this.post('/v3.0/oa/group/removemembers', { group_id: groupId, member_user_ids: userIds });
  }

  async delete(groupId: string): Promise<OaAnswer> {
    return this.post('/v3.0/oa/group/delete', { group_id: groupId });
  }

  private async userIds(path: string): Promise<{ ok: true; userIds: string[] } | SendFailure> {
    const answer = await this.client.call({ method: 'GET', path });
    if (!answer.ok) return answer;
    return {
      ok: true,
      userIds: listOf(answer.data)
        .map(({ user_id }) => textOf(user_id))
        .filter(Boolean),
    };
  }

  private post(path: string, json: unknown): Promise<OaAnswer> {
    return this.client.call({ method: 'POST', path, json });
  }
}

/** Lists come as the data itself or under a name of their own. */
function listOf(data: Record<string, unknown>): Record<string, unknown>[] {
  const list = Array.isArray(data) ? data : (Object.values(data).find(Array.isArray) ?? []);
  return list.map(recordOf);
}

function assetOf({ asset_id, status, used_id, valid_through, auto_renew }: Record<string, unknown>): GroupAsset {
  return {
    assetId: textOf(asset_id),
    status: status === 'available' ? 'available' : 'used',
    ...(typeof used_id === 'string' && used_id && { groupId: used_id }),
    ...(typeof valid_through === 'string' && { validThrough: valid_through }),
    autoRenew: auto_renew === true,
  };
}
