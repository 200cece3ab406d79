/** Templates, groups, bot and mini-app notices against the emulated services. */
import type { Channel, NeutralMessage, SendResult } from '../../libs/channels/channel.ts';
import { mention } from '../../libs/channels/zalo-gmf/gmf-channel.ts';
import { createZbsChannel } from '../../libs/channels/zalo-zbs/zbs-channel.ts';
import { type ConnectedZalo, connectZalo, emulatedTemplate } from './zalo/setting.ts';
import { type FakePerson, startZaloEmulator, type ZaloEmulator } from './zalo.ts';

const HOUR = 3_600_000;
const message: NeutralMessage = {
  language: 'vi',
  title: 'Việc mới',
  paragraphs: ['Chậm nhất hết ngày 24/11.'],
  link: { label: 'Mở việc', url: 'https://to-so.example/app/#/viec/1' },
  footer: 'Vì bạn là Tổ trưởng.',
};

let zalo: ZaloEmulator;
let ours: ConnectedZalo;
let hoa: FakePerson;

beforeEach(async () => {
  zalo = await startZaloEmulator();
  ours = await connectZalo(zalo, 1_500);
  hoa = zalo.world.person({ name: 'Lê Thị Hoa' });
});
afterEach(() => zalo.stop());

function send<A>(channel: Channel<A>, to: A, about = message): Promise<SendResult> {
  return channel.send(to, channel.render(about), {
    deliveryKey: 'd1',
    attempt: 1,
    signal: new AbortController().signal,
  });
}

describe('template messages', () => {
  const toPhone = () => send(ours.zbs, { phone: hoa.phone });

  it('reach a phone that never wrote, with the parameters that the template has', async () => {
    expect(await toPhone()).toEqual({ ok: true, providerId: hoa.received[0]?.id, costVnd: 300 });
    expect(hoa.received[0]?.data).toEqual({
      title: 'Việc mới',
      content: 'Chậm nhất hết ngày 24/11.',
      path: 'app/#/viec/1',
    });
    expect(await send(ours.zbs, { userId: hoa.userId })).toMatchObject({ ok: true, costVnd: 200 });
    expect(ours.limits.at(-1)).toMatchObject({ quotaLeft: 498, quotaTotal: 500 });
  });

  it('fit the longest lengths, whatever the text', async () => {
    const long = { ...message, title: 'ế'.repeat(200), paragraphs: ['a'.repeat(900)] };
    expect(await send(ours.zbs, { phone: hoa.phone }, long)).toMatchObject({ ok: true });
    expect(hoa.received[0]?.data?.title).toHaveLength(65);
  });

  it('wait for the morning, as the service does', async () => {
    await zalo.advance(13.5 * HOUR);
    expect(ours.zbs.canSend({ phone: hoa.phone }, message, zalo.world.now())).toEqual({
      kind: 'defer',
      until: new Date('2026-11-25T23:00:00Z'),
    });
    expect(await toPhone()).toEqual({ ok: false, cls: 'RETRY_AFTER', code: '-133', retryAfterMs: 7.5 * HOUR });
  });

  it('say what stands in the way', async () => {
    expect(await send(ours.zbs, { phone: '84510999999' })).toMatchObject({ cls: 'RECIPIENT_GONE', code: '-118' });
    hoa.refusesTemplates = true;
    expect(await toPhone()).toMatchObject({ cls: 'RECIPIENT_GONE', code: '-139' });
    hoa.refusesTemplates = false;
    zalo.templates.emptyWallet = true;
    expect(await toPhone()).toMatchObject({ cls: 'CONFIG', code: '-126' });
    zalo.templates.emptyWallet = false;
    zalo.world.settings.templatesPerDay = 0;
    expect(await toPhone()).toMatchObject({ cls: 'QUOTA', code: '-144' });
    zalo.world.templates.clear();
    expect(await toPhone()).toMatchObject({ cls: 'PERMANENT', code: '-109' });
  });

  it('reach only administrators in development', async () => {
    const trial = createZbsChannel({
      url: ours.hosts.business,
      tokens: ours.tokens,
      template: emulatedTemplate,
      now: () => zalo.world.now(),
      development: true,
    });
    expect(await send(trial, { phone: hoa.phone })).toMatchObject({ cls: 'CONFIG', code: '-127' });
    hoa.admin = true;
    expect(await send(trial, { phone: hoa.phone })).toMatchObject({ ok: true });
  });

  it('renew the account’s token when it is over', async () => {
    await zalo.advance(26 * HOUR);
    expect(await toPhone()).toMatchObject({ ok: true });
  });

  it('have addresses that say which kind they are', () => {
    for (const text of [`phone:${hoa.phone}`, `user:${hoa.userId}`]) {
      const address = ours.zbs.address.parse(text);
      expect(address && ours.zbs.address.format(address)).toBe(text);
    }
    for (const text of ['', hoa.phone, 'phone:0510000001', 'user:abc'])
      expect(ours.zbs.address.parse(text)).toBeUndefined();
  });
});

describe('groups of the account', () => {
  async function group() {
    hoa.admin = true;
    zalo.follows(hoa);
    const asset = zalo.groups.buy();
    const created = await ours.gmf.groups.create({
      name: 'CNS-Thôn 1-Xã Minh Sơn- huyện Triệu Sơn',
      assetId: asset.id,
      memberUserIds: [hoa.userId],
    });
    if (!created.ok) throw new Error(created.code);
    return created;
  }

  it('are made with a short name and the full one as description, on one seat each', async () => {
    const { groupId, name } = await group();
    expect(zalo.world.groups.get(groupId)).toMatchObject({
      name: 'CNS-Thôn 1-Xã Minh Sơn',
      description: 'CNS-Thôn 1-Xã Minh Sơn- huyện Triệu Sơn',
    });
    expect(name).toBe('CNS-Thôn 1-Xã Minh Sơn');
    const quota = await ours.gmf.groups.quota('gmf100');
    expect(quota).toMatchObject({ ok: true, assets: [{ status: 'used', groupId }] });
    const [asset] = zalo.world.assets;
    expect(
      await ours.gmf.groups.create({ name: 'x', assetId: asset?.id ?? '', memberUserIds: [hoa.userId] }),
    ).toMatchObject({ cls: 'CONFIG', code: '-238' });
  });

  it('take text with mentions and no buttons, day and night', async () => {
    const { groupId } = await group();
    await zalo.advance(14 * HOUR);
    const about = { ...message, paragraphs: [`${mention(groupId)} ${mention(hoa.userId)} xem việc`] };
    expect(await send(ours.gmf, groupId, about)).toMatchObject({ ok: true, costVnd: 0 });
    expect(hoa.received[0]).toMatchObject({ channel: 'zalo-gmf', groupId });
    expect(ours.gmf.capabilities.buttons).toBe('none');
  });

  it('close with their seat and are gone 45 days later', async () => {
    const { groupId } = await group();
    await zalo.advance(31 * 24 * HOUR);
    expect(await send(ours.gmf, groupId)).toMatchObject({ cls: 'RECIPIENT_GONE', code: '-237' });
    await zalo.advance(45 * 24 * HOUR);
    expect(await send(ours.gmf, groupId)).toMatchObject({ cls: 'RECIPIENT_GONE', code: '-403' });
  });

  it('hold 99 people who follow, and take those who ask by the link', async () => {
    const { groupId } = await group();
    const others = Array.from(
      { length: 99 },
      (_, at) => zalo.world.person({ name: `Người ${at}`, follows: true }).userId,
    );
    expect(await ours.gmf.groups.invite(groupId, others.slice(0, 98))).toMatchObject({ ok: true });
    expect(await ours.gmf.groups.invite(groupId, others.slice(98))).toMatchObject({ ok: false, code: '-210' });
    expect(await ours.gmf.groups.invite(groupId, [zalo.world.person({ name: 'Lạ' }).userId])).toMatchObject({
      code: '-213',
    });
    expect(await ours.gmf.groups.remove(groupId, others.slice(0, 2))).toMatchObject({ ok: true });
    zalo.world.groups.get(groupId)?.pending.add(others[98] ?? '');
    expect(await ours.gmf.groups.pending(groupId)).toEqual({ ok: true, userIds: [others[98]] });
    await ours.gmf.groups.accept(groupId, [others[98] ?? '']);
    expect(await ours.gmf.groups.members(groupId)).toMatchObject({
      ok: true,
      userIds: expect.arrayContaining([others[98]]),
    });
    expect(
      await ours.gmf.groups.create({ name: 'x', assetId: 'a', memberUserIds: [...others, hoa.userId] }),
    ).toMatchObject({ code: 'GROUP_MEMBERS' });
  });
});

describe('the bot', () => {
  it('writes to those who wrote first', async () => {
    expect(await send(ours.bot, hoa.botChatId)).toEqual({ ok: false, cls: 'RECIPIENT_GONE', code: '400' });
    zalo.bot.hears(hoa, 'chào');
    expect(await send(ours.bot, hoa.botChatId)).toEqual({ ok: true, providerId: hoa.received[0]?.id, costVnd: 0 });
    expect(await ours.bot.health()).toEqual({ state: 'ok', detail: null });
  });

  it('stops at its quota and with a revoked token', async () => {
    zalo.bot.hears(hoa, 'chào');
    zalo.bot.quota = 0;
    expect(await send(ours.bot, hoa.botChatId)).toEqual({ ok: false, cls: 'QUOTA', code: '429' });
    zalo.world.settings.botToken = 'another';
    expect(await send(ours.bot, hoa.botChatId)).toMatchObject({ cls: 'REAUTH' });
    expect(await ours.bot.health()).toEqual({ state: 'down', detail: '401' });
  });
});

describe('notices of the mini-app', () => {
  it('reach those who allowed them', async () => {
    expect(await send(ours.mini, hoa.appUserId)).toMatchObject({ cls: 'RECIPIENT_GONE', code: '-1401' });
    hoa.allowsMiniNotices = true;
    expect(await send(ours.mini, hoa.appUserId)).toMatchObject({ ok: true });
    expect(hoa.received[0]?.data).toEqual({
      title: 'Việc mới',
      contentTitle: 'Việc mới',
      contentDescription: 'Chậm nhất hết ngày 24/11.',
      buttonText: 'Mở việc',
      buttonUrl: 'https://to-so.example/app/#/viec/1',
    });
    zalo.world.settings.miniApiKey = 'another';
    expect(await send(ours.mini, hoa.appUserId)).toMatchObject({ cls: 'REAUTH' });
  });
});
