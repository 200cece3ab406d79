/** The page of the fake phones as HTML: one column per phone, words escaped, addresses made into links that open the mini-app. */
import type { Bubble, Phone, PhoneApp } from './phone.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);

const apps: Record<PhoneApp, string> = {
  'zalo-oa': 'Zalo · Tổ Số (OA)',
  'zalo-bot': 'Zalo · Bot Tổ Số',
  telegram: 'Telegram · Tổ Số',
  'telegram-group': 'Telegram · nhóm',
  email: 'Thư điện tử',
  'web-push': 'Thông báo trình duyệt',
};

/** A switch of the head: a platform that can be made dark. */
export interface Switch {
  name: string;
  label: string;
  on: boolean;
}

export function phonesPage(phones: readonly Phone[], switches: readonly Switch[], consoleUrl: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Điện thoại giả · Tổ Số</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>Điện thoại giả <small lang="en">fake phones</small></h1>
<p>Mỗi cột là điện thoại của một người: những gì máy nhận được, đúng dạng kênh đó cho phép. Bấm nút, gõ trả lời, mở liên kết; máy chủ nhận webhook đã ký như từ nền tảng thật.
<span lang="en">What each phone received, in the form its channel allows. Buttons and texts go back as signed webhooks.</span></p>
<p><a href="${escape(consoleUrl)}" target="_blank">Mở bảng Kênh gửi của cán bộ</a></p>
<form class="switches" id="switches" method="post" action="/switch">${switchesHtml(switches)}</form>
</header>
<main>
${phones.map(phoneHtml).join('\n')}
</main>
<script>${pageScript}</script>
</body>
</html>`;
}

export function switchesHtml(switches: readonly Switch[]): string {
  return switches
    .map(
      ({ name, label, on }) =>
        `<button name="name" value="${escape(name)}" aria-pressed="${on}"><i></i>${escape(label)}</button>`,
    )
    .join('');
}

function phoneHtml(phone: Phone): string {
  const { id, owner, role, app, known, simulated } = phone;
  const session =
    app === 'email' || app === 'web-push'
      ? `<a class="session" href="/session?phone=${id}" target="_blank">Mở máy này bằng thư mời (một lần)</a>`
      : '';
  return `<section class="phone ${app}" aria-labelledby="name-${id}">
<h2 id="name-${id}">${escape(owner)}<small>${escape(role)}</small></h2>
<div class="bar"><b>${escape(apps[app])}</b><span>${escape(known)}</span></div>
<ol id="chat-${id}" aria-live="polite" tabindex="0" aria-label="${escape(apps[app])}">${chatHtml(phone)}</ol>
${composerHtml(phone)}${session}
<details><summary>Cái gì là mô phỏng?</summary><p>${escape(simulated.vi)}</p><p lang="en">${escape(simulated.en)}</p></details>
</section>`;
}

function composerHtml({ id, hints }: Phone): string {
  if (!hints) return '';
  const chips = hints.map((hint) => `<button type="button" data-hint="${escape(hint)}">${escape(hint)}</button>`);
  return `<div class="hints">${chips.join('')}</div>
<form class="write" method="post" action="/write"><input type="hidden" name="phone" value="${id}"><input name="text" aria-label="Nhắn" placeholder="Nhắn…" autocomplete="off" maxlength="500" required><button aria-label="Gửi">➤</button></form>`;
}

export function chatHtml(phone: Phone): string {
  const bubbles = phone.messages();
  if (bubbles.length === 0) return '<li class="none">Chưa nhận gì.</li>';
  return bubbles.map((bubble) => bubbleHtml(phone.id, bubble)).join('');
}

function bubbleHtml(phoneId: string, { id, at, from, title, text, links, presses }: Bubble): string {
  const head = title ? `<b>${escape(title)}</b>` : '';
  const buttons = [
    ...presses.map(
      (label) =>
        `<form method="post" action="/press"><input type="hidden" name="phone" value="${phoneId}"><input type="hidden" name="message" value="${escape(id)}"><button name="label" value="${escape(label)}">${escape(label)}</button></form>`,
    ),
    ...links.map(({ label, url }) => linkHtml(phoneId, url, label)),
  ];
  return `<li class="${from}"><div>${head}<p>${linked(phoneId, text)}</p><time>${clockTime(at)}</time></div>${buttons.length > 0 ? `<div class="buttons">${buttons.join('')}</div>` : ''}</li>`;
}

const linkHtml = (phoneId: string, url: string, label: string) =>
  `<a href="/open?phone=${phoneId}&amp;to=${encodeURIComponent(url)}" target="_blank">${escape(label)}</a>`;

/** Addresses inside a text, as a chat program makes them touchable. */
function linked(phoneId: string, text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, i) => (i % 2 === 1 ? linkHtml(phoneId, part, part) : escape(part)))
    .join('');
}

function clockTime(at: Date): string {
  return at.toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });
}
