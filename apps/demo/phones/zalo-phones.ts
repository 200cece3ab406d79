/** Phones with Zalo: one that follows the Official Account, one that has found the bot. */
import type { FakePerson, ReceivedMessage, ZaloEmulator } from '../../../test/emulators/zalo.ts';
import { type Bubble, onDevice, type Phone, Written } from './phone.ts';

interface Setting {
  zalo: ZaloEmulator;
  now: () => Date;
  deliver(): Promise<void>;
}

const hints = ['nhận', 'không nhận: đang bận gặt', '5 lượt dịch vụ công'];

export function officialAccountPhone({ zalo, now, deliver }: Setting, person: FakePerson, role: string): Phone {
  const written = new Written(now);
  return {
    id: 'zalo',
    owner: person.name,
    role,
    app: 'zalo-oa',
    known: `Zalo +${person.phone}`,
    simulated: {
      vi: 'Mô phỏng máy chủ Zalo OA (token, cửa sổ 48 giờ / 7 ngày, chữ ký webhook). Zalo thật mở mini-app trong ứng dụng Zalo; ở đây mở bản trình duyệt.',
      en: 'Zalo is emulated; its in-app browser is a tab here.',
    },
    hints,
    messages: () => written.among(receivedBy(person, ['zalo-oa', 'zalo-zbs', 'zalo-mini'])),
    open: (url) => onDevice(url, 'zalo').href,
    async write(text) {
      written.add(text);
      zalo.says(person, text);
      await deliver();
    },
  };
}

export function botPhone({ zalo, now, deliver }: Setting, person: FakePerson, role: string): Phone {
  const written = new Written(now);
  return {
    id: 'zalo-bot',
    owner: person.name,
    role,
    app: 'zalo-bot',
    known: `Zalo +${person.phone}`,
    simulated: {
      vi: 'Mô phỏng nền tảng Zalo Bot: chỉ có chữ, không có nút. Liên kết mở một thẻ trình duyệt.',
      en: 'The Zalo Bot platform is emulated: text only, no buttons.',
    },
    hints,
    messages: () => written.among(receivedBy(person, ['zalo-bot'])),
    open: (url) => onDevice(url, 'zalo-bot').href,
    async write(text) {
      written.add(text);
      zalo.bot.hears(person, text);
      await deliver();
    },
  };
}

function receivedBy({ received }: FakePerson, channels: readonly ReceivedMessage['channel'][]): Bubble[] {
  return received.filter(({ channel }) => channels.includes(channel)).map(bubbleOf);
}

function bubbleOf({ id, at, text, costVnd }: ReceivedMessage): Bubble {
  return {
    id,
    at,
    from: 'server',
    text: costVnd > 0 ? `${text}\n(${costVnd} đ)` : text,
    links: [],
    presses: [],
  };
}
