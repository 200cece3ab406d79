/** The channels' chapters: people linked, one order on every channel, answers from chats, a platform that goes dark. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { routes } from '#contracts';
import { Clock } from '#platform/clock';
import { findAccounts, signInWith } from '../../accounts.ts';
import type { ApiClient } from '../../api-client.ts';
import { addressesOf, connectAccount } from '../../phones/connect-platforms.ts';
import { heading } from '../../terminal.ts';
import { tell } from '../checked.ts';
import { beginAnew } from './begin-anew.ts';
import type { ChannelsStory } from './channels-story.ts';
import { darkChannel } from './dark-channel.ts';
import { linkPeople } from './link-people.ts';
import { orderOnChannels } from './order-on-channels.ts';

export async function playChannels(
  app: NestFastifyApplication,
  api: ApiClient,
  { peers, fake, cast }: Pick<ChannelsStory, 'peers' | 'fake' | 'cast'>,
): Promise<void> {
  const clock = app.get(Clock);
  const signIn = signInWith(app, api);
  const people = await findAccounts(app);
  const as = (role: string) => signIn(people.find((account) => account.role.includes(role))?.personId ?? '');
  const [admin, officer] = [await as('admin'), await as('focal officer')];
  heading(13, 'Năm người một Tổ, mỗi người một kênh', 'five members, each on another channel');
  await beginAnew(app, admin);
  await addressesOf(app, cast);
  await connectAccount(admin, peers);
  tell('Quản trị Zalo OA đồng ý; webhook của các nền tảng đã nối');
  const place = await placeOf(officer, await signIn(cast.telegram.personId));
  const now = () => clock.now();
  const story: ChannelsStory = { app, peers, fake, cast, admin, officer, signIn, ...place, today: clock.today(), now };
  await linkPeople(story);
  heading(14, 'Một việc đến cả năm, trả lời ngay trong chat', 'one order, five forms, answered in the chat');
  await orderOnChannels(story);
  heading(15, 'Một kênh hỏng', 'a platform goes dark');
  await darkChannel(story);
}

async function placeOf(officer: ApiClient, leader: ApiClient) {
  const communeId = (await officer.call(routes.me)).posts[0]?.unit.id ?? '';
  const teamId = (await leader.call(routes.me)).posts.find(({ team }) => team)?.team?.id ?? '';
  const {
    items: [directive],
  } = await officer.call(routes.listDirectives, { params: { unitId: communeId } });
  return { communeId, teamId, directiveId: directive?.id ?? '' };
}
