/** The public page of last month's figures: made here, without a script, for cheap phones. Pure. */
import { createHash } from 'node:crypto';
import { dateInVietnam, fill, formatDate, formatNumber, type Lang, monthOf } from '#i18n';
import { statusEn } from '#i18n/server/status.en';
import { type StatusWords, statusVi } from '#i18n/server/status.vi';
import type { PublicStatus } from './read-public-status.ts';

const style = `:root{--b:#f4f6f8;--s:#fff;--l:#dfe5ea;--t:#15202b;--m:#51606d;--p:#0b5cad;--r:#c8102e}
@media(prefers-color-scheme:dark){:root{--b:#0f161d;--s:#17212b;--l:#2b3846;--t:#e8edf2;--m:#a3b1be;--p:#6db3f8}}
*{box-sizing:border-box}body{margin:0;background:var(--b);color:var(--t);font:16px/1.5 system-ui,Roboto,"Noto Sans",sans-serif}
header{border-top:5px solid var(--r);background:#0b5cad;color:#fff}header div,main{max-width:640px;margin:0 auto;padding:16px}h1{margin:0;font-size:22px;line-height:1.3}header p{margin:2px 0 0}
section{background:var(--s);border:1px solid var(--l);border-radius:12px;padding:16px;margin-bottom:12px}h2{margin:0 0 4px;font-size:16px}p{margin:4px 0 0}.n{font-size:26px;font-weight:700;line-height:1.25;font-variant-numeric:tabular-nums}.m,footer{color:var(--m);font-size:14px}footer p{margin:0 0 4px}a{display:inline-block;padding:12px 0;color:var(--p)}:focus-visible{outline:3px solid #b86e00;outline-offset:2px}`;

/** For the page's policy: nothing else of it is styled or run. */
export const statusStyleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

const MINUTE = 60;
const HOUR = 3_600;
/** Below it a time is told in seconds, in minutes. */
const FEW = 2;

type Tell = (key: keyof StatusWords, values?: Record<string, string>) => string;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function statusPage({ month, figures, drillAt }: PublicStatus, lang: Lang): string {
  const words: StatusWords = lang === 'vi' ? statusVi : statusEn;
  const t: Tell = (key, values = {}) => escaped(fill(words[key], values));
  const year = month.slice(0, 4);
  const parts = figures
    ? [sentPart(figures, t, lang), refusedPart(figures, t, lang)]
    : [section('', [line(t('month.notYet'))])];
  const drilled = drillAt
    ? t('drill.at', { date: formatDate(dateInVietnam(drillAt), lang, { withYear: true }) })
    : t('drill.never');
  parts.push(section(t('drill.title'), [line(drilled)]));
  const other = lang === 'vi' ? 'en' : 'vi';
  const top = `<header><div><h1>${t('title')}</h1><p>${t('month', { month: monthText(month, lang), year })}</p></div></header>`;
  const foot = `<footer><p>${t('note.people')}</p><a lang="${other}" href="?lang=${other}">${t('other')}</a></footer>`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${t('title')}</title><style>${style}</style></head><body>${top}<main>${parts.join('')}${foot}</main></body></html>`;
}

const englishMonth = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

const monthText = (day: string, lang: Lang): string =>
  lang === 'vi' ? String(monthOf(day)) : englishMonth.format(new Date(day));

type Figures = NonNullable<PublicStatus['figures']>;

function sentPart({ sent, medianSeconds, slowSeconds, failed }: Figures, t: Tell, lang: Lang): string {
  if (sent + failed === 0) return section(t('sent.title'), [line(t('sent.none'))]);
  const n = (value: number) => formatNumber(value, lang);
  const times = [
    ...(medianSeconds === null ? [] : [line(t('sent.median', { time: timeText(medianSeconds, t, lang) }))]),
    ...(slowSeconds === null ? [] : [line(t('sent.slow', { time: timeText(slowSeconds, t, lang) }))]),
  ];
  return section(t('sent.title'), [
    big(t('sent.count', { n: n(sent) })),
    ...times,
    small(t('sent.failed', { n: n(failed) })),
  ]);
}

function refusedPart({ commands, refused }: Figures, t: Tell, lang: Lang): string {
  if (commands === 0) return section(t('refused.title'), [line(t('refused.none'))]);
  const told =
    refused === 0
      ? t('refused.noneRefused')
      : t('refused.refused', { n: formatNumber(refused, lang), share: shareText(refused / commands, lang) });
  return section(t('refused.title'), [big(t('refused.count', { n: formatNumber(commands, lang) })), line(told)]);
}

/** In the largest unit of which there are at least two. */
function timeText(seconds: number, t: Tell, lang: Lang): string {
  const n = (value: number) => formatNumber(Math.round(value), lang);
  if (seconds < FEW * MINUTE) return t('time.seconds', { n: n(Math.max(1, seconds)) });
  if (seconds < FEW * HOUR) return t('time.minutes', { n: n(seconds / MINUTE) });
  return t('time.hours', { n: n(seconds / HOUR) });
}

/** "0,3%": one digit, and never nothing where there was something. */
function shareText(share: number, lang: Lang): string {
  const text = Math.max(0.1, share * 100).toFixed(1);
  return `${lang === 'vi' ? text.replace('.', ',') : text}%`;
}

const section = (title: string, lines: readonly string[]): string =>
  `<section>${title && `<h2>${title}</h2>`}${lines.join('')}</section>`;
const line = (text: string): string => `<p>${text}</p>`;
const big = (text: string): string => `<p class="n">${text}</p>`;
const small = (text: string): string => `<p class="m">${text}</p>`;
