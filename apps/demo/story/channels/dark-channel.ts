/** A platform takes everything and answers nothing: the others go on, an administrator declares it down, its people are told another way. */
import { routes } from '#contracts';
import { SECOND_MAILBOX } from '../../phones/start-phones.ts';
import { claim, until } from '../checked.ts';
import { about, giveOrder } from './order-on-channels.ts';
import type { ChannelsStory } from './play-channels.ts';

export async function darkChannel(story: ChannelsStory): Promise<void> {
  const { admin, fake, peers, cast } = story;
  const { telegram, group: _, ...others } = fake.phones;
  const mails = () => peers.smtp.counts.get(SECOND_MAILBOX) ?? 0;
  const before = mails();
  const seen = telegram.messages().length;
  fake.darken('telegram', true);
  const order = await giveOrder(story, {
    title: 'Chuẩn bị buổi họp thôn tháng này',
    templateCode: 'NV12',
    indicatorCode: 'TT01',
    work: 'Dành mười phút ở buổi họp thôn để giới thiệu dịch vụ công trực tuyến.',
  });
  for (const phone of Object.values(others)) await about(order, phone);
  claim('Telegram im lặng; bốn kênh khác vẫn đến đủ', mails() === before);
  await until('the open delivery can be moved', async () => {
    const { waiting } = await admin.call(routes.divertPlan, { params: { channelId: 'telegram' } });
    return waiting > 0;
  });
  const params = { channelId: 'telegram' };
  const { moved } = await admin.call(routes.declareDown, { params, body: { reason: 'Không có trả lời' } });
  await until('the leader hears of it by e-mail', () => mails() > before);
  claim(
    `Quản trị báo Telegram hỏng: ${moved} tin đang chờ chuyển kênh, ${cast.telegram.fullName} nhận một thư`,
    mails() === before + 1,
  );
  fake.darken('telegram', false);
  await admin.call(routes.declareUp, { params });
  claim('Telegram trở lại; không ai nhận hai lần', telegram.messages().length === seen && mails() === before + 1);
}
