/** A phone with Telegram, and the team's group as its members see it. */
import { pathOfStartParam, startParamOf } from '#channels';
import type { ReceivedMessage } from '../../../test/emulators/telegram-chats.ts';
import type { TelegramEmulator } from '../../../test/emulators/telegram.ts';
import { type Bubble, onDevice, type Phone, Written } from './phone.ts';

export interface TelegramOwner {
  fullName: string;
  role: string;
  userId: number;
}

interface Setting {
  telegram: TelegramEmulator;
  now: () => Date;
  /** Where the server serves, without a slash at its end. */
  serverUrl: string;
  /** Lets what happened go to the server's webhook. */
  deliver(): Promise<void>;
}

const simulated = {
  vi: 'Mô phỏng máy chủ Telegram (chữ ký, giới hạn, webhook là thật). Telegram thật mở mini-app trong khung của nó, qua https; ở đây mở một thẻ trình duyệt với dữ liệu khởi chạy vừa ký.',
  en: "Telegram's server is emulated; the mini-app opens in a tab, with launch data that was just signed.",
};

/** @param chatId the person's own id, or a group's */
export function telegramPhone(
  { telegram, now, serverUrl, deliver }: Setting,
  { fullName, role, userId }: TelegramOwner,
  chatId = userId,
): Phone {
  const written = new Written(now);
  const presses = new Map<string, Bubble>();
  const group = chatId !== userId;
  const id = group ? 'group' : 'telegram';
  const answer = (key: string) => telegram.answers.find((entry) => entry.id === key)?.text;
  return {
    id,
    owner: group ? (telegram.chats.groups.get(chatId)?.title ?? '') : fullName,
    role: group ? `${fullName} đang cầm máy` : role,
    app: group ? 'telegram-group' : 'telegram',
    known: group ? 'Nhóm Telegram của Tổ' : `Telegram ${userId}`,
    simulated,
    hints: group ? ['/nhom'] : ['nhận', '5 lượt dịch vụ công', '/start'],
    messages() {
      for (const [key, bubble] of presses) bubble.text = answer(key) ?? '…';
      // An empty answer only ends the button's turning.
      return written.among(telegram.received(chatId).map(bubbleOf)).filter(({ text }) => text !== '');
    },
    open: (url) => launchAddress(telegram, userId, url, serverUrl, id),
    async write(text) {
      written.add(text);
      telegram.write(userId, text, chatId);
      await deliver();
    },
    async press(bubbleId, label) {
      const pressed = telegram.press(userId, label, chatId, Number(bubbleId));
      written.add(`[${label}]`);
      if ('updateId' in pressed) presses.set(`q${pressed.updateId}`, written.add('…', 'platform'));
      await deliver();
    },
  };
}

function bubbleOf({ messageId, text, buttons, at }: ReceivedMessage): Bubble {
  return {
    id: String(messageId),
    at,
    from: 'server',
    text,
    links: buttons.flatMap(({ text: label, url, web_app }) => {
      const target = web_app?.url ?? url;
      return target ? [{ label, url: target }] : [];
    }),
    presses: buttons.flatMap(({ text: label, callback_data: data }) => (data ? [label] : [])),
  };
}

/** As Telegram opens a mini-app: the page's address, and after the hash who opened it, signed for this moment. */
export function launchAddress(
  telegram: TelegramEmulator,
  userId: number,
  url: string,
  serverUrl: string,
  device: string,
): string {
  const param = startParamOf(url) ?? new URL(url).searchParams.get('startapp') ?? '';
  const address = onDevice(`${serverUrl}/app/`, device);
  if (param && pathOfStartParam(param)) address.searchParams.set('startapp', param);
  address.hash = new URLSearchParams({
    tgWebAppData: telegram.launch(userId, param ? { start_param: param } : {}),
    tgWebAppVersion: '9.1',
    tgWebAppPlatform: 'android',
    ...(param && { tgWebAppStartParam: param }),
    tgWebAppThemeParams: JSON.stringify({ bg_color: '#ffffff', text_color: '#15202b', button_color: '#0b5cad' }),
  }).toString();
  return address.href;
}
