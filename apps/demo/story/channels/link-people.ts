/** Five people of one team, each tied to the account they have: by a proven number, an invite, a code of their own. */
import { setTimeout as pause } from 'node:timers/promises';
import { routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import type { Bubble, Phone } from '../../phones/phone.ts';
import { TELEGRAM_GROUP, TELEGRAM_USER } from '../../phones/start-phones.ts';
import { takePushes } from '../../phones/connect-platforms.ts';
import { claim, tell, until } from '../checked.ts';
import type { ChannelsStory } from './channels-story.ts';

const READING_MS = 1_000;

/** What the phone got after `action`; the first message for which `fits` holds. */
export async function answerTo(
  phone: Phone,
  what: string,
  action: () => Promise<void>,
  fits: (bubble: Bubble) => boolean,
): Promise<Bubble> {
  const before = new Set(phone.messages().map(({ id }) => id));
  await action();
  return until(what, () =>
    phone.messages().find((bubble) => bubble.from === 'server' && !before.has(bubble.id) && fits(bubble)),
  );
}

export async function linkPeople(story: ChannelsStory): Promise<void> {
  const { cast, fake, signIn, peers } = story;
  if (!(await isLinked(story, cast.telegram.personId))) await byProvenNumber(story);
  if (!(await isLinked(story, cast.zalo.personId))) await byInvite(story);
  else fake.zaloPerson.lastInteractionAt = story.now();
  if (!(await isLinked(story, cast.bot.personId))) await byOwnCode(story);
  else fake.botPerson.wroteToBot = true;
  await takePushes(await signIn(cast.push.personId), peers.push);
  tell(`${cast.push.fullName} (${cast.push.role}): mini-app đã cài, nhận thông báo đẩy`);
  tell(`${cast.email.fullName} (${cast.email.role}): chỉ có thư điện tử`);
  if (!peers.telegram.received(TELEGRAM_GROUP).some(({ text }) => text !== '')) await linkGroup(story);
}

async function isLinked({ signIn }: ChannelsStory, personId: string): Promise<boolean> {
  const member = await signIn(personId);
  return (await member.call(routes.myAccounts)).some(({ state }) => state === 'active');
}

async function byProvenNumber({ cast, fake, peers }: ChannelsStory): Promise<void> {
  const { telegram: phone } = fake.phones;
  const question = await answerTo(
    phone,
    'the bot asks whose number it is',
    async () => {
      peers.telegram.shareContact(TELEGRAM_USER);
      await fake.deliver();
    },
    ({ text }) => text.includes(cast.telegram.fullName),
  );
  const yes = question.presses[0] ?? '';
  const done = await answerTo(
    phone,
    'the account is tied',
    () => phone.press!(question.id, yes),
    ({ presses }) => presses.length === 0,
  );
  claim(
    `${cast.telegram.fullName}: Telegram, số điện thoại được nền tảng chứng nhận, bấm “${yes}”`,
    done.text.includes(cast.telegram.fullName),
  );
}

async function byInvite({ app, cast, fake }: ChannelsStory): Promise<void> {
  const { code } = await app.get(MembershipApi, { strict: false }).freshInvite(cast.zalo.personId);
  const { zalo: phone } = fake.phones;
  const done = await answerTo(
    phone,
    'the Zalo account is tied',
    () => phone.write!(`LIENKET ${code}`),
    () => true,
  );
  claim(`${cast.zalo.fullName}: Zalo OA, nhắn mã mời của xã`, done.text.includes(cast.zalo.fullName));
}

async function byOwnCode({ cast, fake, signIn }: ChannelsStory): Promise<void> {
  const member = await signIn(cast.bot.personId);
  const { ways } = await member.call(routes.createLinkCode);
  const text = ways.find(({ space }) => space === 'zalo-bot')?.text ?? '';
  const phone = fake.phones['zalo-bot'];
  const done = await answerTo(
    phone,
    'the bot account is tied',
    () => phone.write!(text),
    () => true,
  );
  claim(`${cast.bot.fullName}: Zalo Bot, nhắn mã tự lấy trong mini-app`, done.text.includes(cast.bot.fullName));
}

async function linkGroup({ cast, fake }: ChannelsStory): Promise<void> {
  const { group } = fake.phones;
  const asked = await answerTo(
    group,
    'the bot asks whose group this is',
    () => group.write!('/nhom'),
    () => true,
  );
  const [yes] = asked.presses;
  if (!yes) return tell(`Nhóm “${group.owner}” đã nối từ trước`);
  // A person reads before pressing; a bot that is pressed at once keeps to its group's pace and says nothing.
  await pause(READING_MS);
  await answerTo(
    group,
    'the group is tied',
    () => group.press!(asked.id, yes),
    () => true,
  );
  tell(`Nhóm “${group.owner}”: ${cast.telegram.fullName} xác nhận cho bot đăng việc của Tổ`);
}
