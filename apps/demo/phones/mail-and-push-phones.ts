/** Phones without a messenger of ours: a mailbox, and a browser that has installed the mini-app and takes pushes. */
import type { PushEmulator } from '../../../test/emulators/push.ts';
import type { ReceivedMail, SmtpEmulator } from '../../../test/emulators/smtp.ts';
import { type Bubble, onDevice, type Phone } from './phone.ts';

export interface Owner {
  fullName: string;
  role: string;
}

const sessionOfDevice = {
  vi: 'Liên kết không đăng nhập ai: máy này vào bằng phiên của chính nó, mở một lần bằng thư mời ở dưới.',
  en: 'A link signs nobody in: this device has its own session, opened once by an invite.',
};

export function mailPhone(smtp: SmtpEmulator, { fullName, role }: Owner, mailbox: string, now: () => Date): Phone {
  const arrived = new Map<ReceivedMail, Date>();
  return {
    id: 'email',
    owner: fullName,
    role,
    app: 'email',
    known: mailbox,
    simulated: sessionOfDevice,
    messages: () =>
      smtp.mails
        .filter(({ to }) => to === mailbox)
        .map((mail, i) => {
          if (!arrived.has(mail)) arrived.set(mail, now());
          return mailBubble(mail, i, arrived.get(mail)!);
        }),
    open: (url) => onDevice(url, 'email').href,
  };
}

const BUTTON = /<a href="([^"]+)"[^>]*font-weight:600[^>]*>([^<]+)<\/a>/;
const plainly = (html: string) => html.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

/** The text part; the button of the HTML part stands below it as a mail program draws it. */
function mailBubble({ subject, text, html }: ReceivedMail, index: number, at: Date): Bubble {
  const [, url, label] = BUTTON.exec(html) ?? [];
  const body = text.startsWith(subject) ? text.slice(subject.length).trim() : text.trim();
  return {
    id: `m${index}`,
    at,
    from: 'server',
    title: subject,
    text: url ? body.replace(`${plainly(label ?? '')}: ${plainly(url)}`, '').replace(/\n{3,}/g, '\n\n') : body,
    links: url && label ? [{ label: plainly(label), url: plainly(url) }] : [],
    presses: [],
  };
}

interface Shown {
  title?: string;
  body?: string;
  url?: string;
}

export function pushPhone(push: PushEmulator, { fullName, role }: Owner, browser: string, now: () => Date): Phone {
  const arrived = new Map<object, Date>();
  return {
    id: 'push',
    owner: fullName,
    role,
    app: 'web-push',
    known: 'Mini-app đã cài từ trình duyệt',
    simulated: {
      vi: `Mô phỏng dịch vụ đẩy và trình duyệt giải mã thông báo. ${sessionOfDevice.vi}`,
      en: `The push service and the browser that decrypts are emulated. ${sessionOfDevice.en}`,
    },
    messages: () =>
      push.received(browser).map((entry, i) => {
        if (!arrived.has(entry)) arrived.set(entry, now());
        return pushBubble(entry.payload as Shown, i, arrived.get(entry)!);
      }),
    open: (url) => onDevice(url, 'push').href,
  };
}

function pushBubble({ title = '', body = '', url }: Shown, index: number, at: Date): Bubble {
  const links = url ? [{ label: 'Chạm để mở', url }] : [];
  return { id: `p${index}`, at, from: 'server', title, text: body, links, presses: [] };
}
