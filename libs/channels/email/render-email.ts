import type { NeutralMessage, Rendered } from '../channel.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);

/** A mail as plain text and as HTML without pictures, scripts or trackers, readable at 320 px. */
export function renderEmail(message: NeutralMessage): Rendered[] {
  const { title, link, muteUrl } = message;
  return [
    {
      subject: oneLine(title),
      text: plain(message),
      html: html(message),
      ...(muteUrl && { muteUrl }),
      ...(link && { buttons: [link] }),
    },
  ];
}

/** A title is typed by people: a line break in it must not start a header of its own. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\t\p{Cc}]+/gu, ' ').trim();
}

function plain({ title, paragraphs, link, footer, muteUrl }: NeutralMessage): string {
  const parts = [
    title,
    ...paragraphs,
    ...(link ? [`${link.label}: ${link.url}`] : []),
    '-- ',
    footer,
    ...(muteUrl ? [muteUrl] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function html({ language, title, paragraphs, link, footer, muteUrl }: NeutralMessage): string {
  const body = paragraphs
    .map((text) => `<p style="margin:0 0 16px">${escape(text).replace(/\n/g, '<br>')}</p>`)
    .join('');
  const button = link
    ? `<p style="margin:24px 0"><a href="${escape(link.url)}" style="display:inline-block;padding:14px 20px;border-radius:8px;background:#0b5cad;color:#ffffff;text-decoration:none;font-weight:600">${escape(link.label)}</a></p>`
    : '';
  const mute = muteUrl ? ` <a href="${escape(muteUrl)}" style="color:#4a5b6b">${escape(muteUrl)}</a>` : '';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title></head><body style="margin:0;padding:24px 16px;background:#ffffff;color:#14202b;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif"><div style="max-width:560px;margin:0 auto"><h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${escape(title)}</h1>${body}${button}<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #d5dde5;font-size:13px;color:#4a5b6b">${escape(footer)}${mute}</p></div></body></html>`;
}
