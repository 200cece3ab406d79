/** A platform refuses everything: the others go on, an administrator declares it down, its people are told another way. */
import { routes } from '#contracts';
import { SECOND_MAILBOX } from '../../phones/start-phones.ts';
import { claim, until } from '../checked.ts';
import { allSent } from './begin-anew.ts';
import { about, giveOrder, recallEarlier } from './order-on-channels.ts';
import type { ChannelsStory } from './channels-story.ts';

const TITLE = 'Chuẩn bị buổi họp thôn tháng này';

export async function darkChannel(story: ChannelsStory): Promise<void> {
  const { admin, fake, peers, cast } = story;
  const { telegram, group: _, ...others } = fake.phones;
  // Its recall is told by Telegram too, and must not wait there until the platform is back.
  await recallEarlier(story.officer, story.communeId, TITLE);
  await allSent(story.app);
  const mails = () => peers.smtp.counts.get(SECOND_MAILBOX) ?? 0;
  const before = mails();
  const seen = telegram.messages().length;
  fake.darken('telegram-down', true);
  const order = await giveOrder(story, {
    title: TITLE,
    templateCode: 'NV12',
    indicatorCode: 'TT01',
    work: 'Dành mười phút ở buổi họp thôn để giới thiệu dịch vụ công trực tuyến.',
  });
  for (const phone of Object.values(others)) await about(order, phone);
  claim('Telegram từ chối mọi tin; bốn kênh khác vẫn đến đủ', mails() === before);
  const params = { channelId: 'telegram' };
  const body = { reason: 'Từ chối mọi tin' };
  // A send under way is never moved, since it may have arrived; the platform refuses it a moment later.
  const moved = await until('an open delivery is moved', async () => {
    const { moved: count } = await admin.call(routes.declareDown, { params, body });
    return count > 0 && count;
  });
  await until('the leader hears of it by e-mail', () => mails() > before);
  claim(
    `Quản trị báo Telegram hỏng: ${moved} tin đang chờ chuyển kênh, ${cast.telegram.fullName} nhận một thư`,
    mails() === before + 1,
  );
  fake.darken('telegram-down', false);
  await admin.call(routes.declareUp, { params });
  claim('Telegram trở lại; không ai nhận hai lần', telegram.messages().length === seen && mails() === before + 1);
}
