/** The public page of a card: made here, without a script, for cheap phones and for people in a hurry. Pure. */
import { createHash } from 'node:crypto';
import { dateInVietnam, fill, formatDate, formatTime, initials, type Lang } from '#i18n';
import { cardEn } from '#i18n/server/card.en';
import { type CardWords, cardVi } from '#i18n/server/card.vi';
import type { CardVerdict, DoubtedCard, HoldingCard } from './check-card.ts';

const style = `:root{--b:#f4f6f8;--s:#fff;--l:#dfe5ea;--t:#15202b;--m:#51606d;--p:#0b5cad;--g:#10602c;--gb:#dff5e5;--r:#9b1c12;--rb:#ffe3e0;--w:#6a4100;--wb:#fff1d6;--o:#fff;--i:#e3f0ff}
@media(prefers-color-scheme:dark){:root{--b:#0f161d;--s:#17212b;--l:#2b3846;--t:#e8edf2;--m:#a3b1be;--p:#6db3f8;--g:#8fdca6;--gb:#12331f;--r:#ffb1a8;--rb:#431613;--w:#ffd08a;--wb:#3a2a0c;--o:#06233f;--i:#12304d}}
*{box-sizing:border-box}body{margin:0;background:var(--b);color:var(--t);font:16px/1.5 system-ui,Roboto,"Noto Sans",sans-serif}
header{display:flex;gap:12px;align-items:center;background:#0b5cad;color:#fff;padding:12px 16px}h1{margin:0;font-size:16px}header span{font-size:14px}
svg{flex:none;width:24px;height:24px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round}header svg{width:36px;height:36px;stroke:none}
.v{padding:20px 16px;text-align:center}.v i{display:grid;place-items:center;width:64px;height:64px;margin:0 auto 8px;border-radius:50%;color:var(--s)}.v svg{width:36px;height:36px}
.v h2{margin:0;font-size:22px;line-height:1.35}.v p{margin:4px 0 0;font-size:14px}
.g{background:var(--gb);color:var(--g)}.g i{background:var(--g)}.r{background:var(--rb);color:var(--r)}.r i{background:var(--r)}.w{background:var(--wb);color:var(--w)}.w i{background:var(--w)}
.m{max-width:560px;margin:0 auto;padding:16px}section{background:var(--s);border:1px solid var(--l);border-radius:12px;padding:16px;margin-bottom:12px}
section h3{margin:0;font-size:16px}section p{margin:4px 0 0}small{color:var(--m);font-size:14px}.k small{color:inherit}ul{margin:8px 0 0;padding:0;list-style:none}li{display:flex;gap:12px;padding:5px 0}.n svg{color:var(--r)}.y svg{color:var(--g)}
.who{display:flex;gap:14px}.who>b,.who>img{flex:none;width:64px;height:64px;border-radius:12px;background:var(--b);object-fit:cover}.who>b{background:var(--i);display:grid;place-items:center;color:var(--p);font-size:22px}.who p{margin:0}
footer{position:sticky;bottom:0;padding:12px 16px;background:var(--s);border-top:1px solid var(--l)}.a{display:flex;flex-wrap:wrap;gap:8px;max-width:528px;margin:0 auto}
.k,summary,button{display:flex;flex:1;gap:8px;justify-content:center;align-items:center;min-height:52px;padding:8px;border:1px solid var(--m);border-radius:8px;background:var(--s);color:var(--p);font:inherit;font-weight:600;line-height:1.3;text-decoration:none;cursor:pointer;list-style:none}
.k,button{background:var(--p);border-color:var(--p);color:var(--o)}details{flex:1 1 140px}details[open]{flex-basis:100%}textarea{width:100%;margin:8px 0;padding:10px;border:1px solid var(--m);border-radius:8px;background:var(--s);color:var(--t);font:inherit}button{width:100%}
footer p{margin:0 0 8px;color:var(--m);font-size:14px;text-align:center}.e{display:block;padding:12px;text-align:center;color:var(--p)}:focus-visible{outline:3px solid #b86e00;outline-offset:2px}`;

/** For the page's policy: nothing else of it is styled or run. */
export const cardStyleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

const ICONS = {
  yes: 'M5 12l5 5L20 7',
  no: 'M6 6l12 12M18 6L6 18',
  ask: 'M12 5v9M12 19h.01',
  never: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M5.7 5.7l12.6 12.6',
  phone: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2',
};
const svg = (inside: string): string => `<svg viewBox="0 0 24 24" aria-hidden="true">${inside}</svg>`;
const icon = (name: keyof typeof ICONS): string => svg(`<path d="${ICONS[name]}"/>`);
const emblem = svg(
  '<circle cx="12" cy="12" r="12" fill="#c8102e"/><path fill="#ffdf2e" d="M12 5l1.7 5.1H19l-4.3 3.2 1.6 5.1-4.3-3.1-4.3 3.1 1.6-5.1L5 10.1h5.3z"/>',
);

export interface PageOf {
  language: Lang;
  /** Of this page, without the query. */
  path: string;
}

const wordsOf = (language: Lang): CardWords => (language === 'vi' ? cardVi : cardEn);
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function cardPage(verdict: CardVerdict, of: PageOf): string {
  const t = teller(of.language);
  if (verdict.is === 'phone' || verdict.is === 'paper') return holdingPage(verdict, of, t);
  if (verdict.is === 'void' || verdict.is === 'old') return doubtedPage(verdict, of, t);
  return page(of, {
    office: '',
    head: banner('r', 'no', t('page.unknown'), [checkedAt(verdict, of, t)]),
    body: card(t('page.unknown.for'), t('page.unknown.text')) + list(t, 'now'),
  });
}

function holdingPage(found: HoldingCard, of: PageOf, t: Tell): string {
  const { fullName, role, team, commune, is } = found;
  const lines = [
    `<b>${escaped(fullName)}</b>`,
    escaped(t('page.role', { role: t(`role.${role}`), team, commune })),
    `<small>${escaped(t('page.valid', { date: dateOf(found.validUntil, of.language) }))}</small>`,
  ];
  const face = found.photo
    ? `<img src="${escaped(photoPath(of.path))}" alt="" width="64" height="64">`
    : `<b aria-hidden="true">${escaped(initials(fullName))}</b>`;
  const who = `<section class="who">${face}<p>${lines.join('<br>')}</p></section>`;
  const notes = [checkedAt(found, of, t), ...(is === 'paper' ? [t('page.paper')] : [])];
  return page(of, {
    office: found.office,
    head: banner('g', 'yes', t('page.genuine'), notes),
    body: who + list(t, 'never'),
    foot: `<p>${escaped(t('page.differs'))}</p>${actions(found, of, t)}`,
  });
}

/** Names nobody, and gives no reason. */
function doubtedPage(found: DoubtedCard, of: PageOf, t: Tell): string {
  const { team, is, revokedOn } = found;
  const checked = checkedAt(found, of, t);
  const revoked = revokedOn ? [t('page.revoked', { date: dateOf(revokedOn, of.language) })] : [];
  const head =
    is === 'old'
      ? banner('w', 'ask', t('page.old'), [checked])
      : banner('r', 'no', t('page.void'), [...revoked, checked]);
  const about = is === 'old' ? 'page.oldFor' : 'page.notFor';
  return page(of, {
    office: found.office,
    head,
    body: card(t(about, { team }), t(`${about}.text`)) + list(t, 'now'),
    foot: actions(found, of, t),
  });
}

/** A request of its own, judged like the page: "/the/<card>/<stamp>" has its picture at "/the-anh/<card>/<stamp>". */
const photoPath = (path: string): string => path.replace('/the/', '/the-anh/');

const checkedAt = ({ at }: { at: Date }, { language }: PageOf, t: Tell): string =>
  t('page.checked', { time: formatTime(at), date: dateOf(dateInVietnam(at), language) });

/** After a report: kept, or not. */
export function reportedPage(isKept: boolean, verdict: CardVerdict, of: PageOf): string {
  const t = teller(of.language);
  const key = isKept ? 'page.reported' : 'page.tooMany';
  const place = verdict.is === 'unknown' ? undefined : verdict;
  return page(of, {
    office: place?.office ?? '',
    head: banner(isKept ? 'g' : 'w', isKept ? 'yes' : 'ask', t(key), []),
    body: `<section><p>${escaped(t(`${key}.text`))}</p></section>`,
    ...(place?.officePhone && { foot: `<div class="a">${call(place, t)}</div>` }),
  });
}

/** Codes that are none came from here too often: nothing is looked up. */
export function waitPage(of: PageOf): string {
  const t = teller(of.language);
  return page(of, {
    office: '',
    head: banner('w', 'ask', t('page.wait'), []),
    body: `<section><p>${escaped(t('page.wait.text'))}</p></section>`,
  });
}

type Tell = (key: keyof CardWords, values?: Record<string, string>) => string;
const teller =
  (language: Lang): Tell =>
  (key, values) =>
    fill(wordsOf(language)[key], values);

const dateOf = (day: string, language: Lang): string => formatDate(day, language, { withYear: true });

function page(
  { language, path }: PageOf,
  { office, head, body, foot }: { office: string; head: string; body: string; foot?: string },
): string {
  const t = teller(language);
  const other = language === 'vi' ? 'en' : 'vi';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${t('page.title')}</title><style>${style}</style></head><body><header>${emblem}<div><h1>${t('page.title')}</h1><span>${escaped(office)}</span></div></header><main>${head}<div class="m">${body}<a class="e" lang="${other}" href="${escaped(path)}?lang=${other}">${t('page.other')}</a></div></main>${foot ? `<footer>${foot}</footer>` : ''}</body></html>`;
}

const banner = (tone: 'g' | 'r' | 'w', sign: keyof typeof ICONS, title: string, lines: readonly string[]): string =>
  `<div class="v ${tone}"><i>${icon(sign)}</i><h2>${escaped(title)}</h2>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</div>`;

const card = (title: string, text: string): string =>
  `<section><h3>${escaped(title)}</h3><p><small>${escaped(text)}</small></p></section>`;

function list(t: Tell, which: 'never' | 'now'): string {
  const mark = which === 'never' ? 'never' : 'yes';
  const points = ([1, 2, 3] as const).map((n) => {
    // Drawn once, then repeated: the page is to stay small.
    const drawn = n === 1 ? `<path id="i" d="${ICONS[mark]}"/>` : '<use href="#i"/>';
    return `<li>${svg(drawn)}${escaped(t(`page.${which}.${n}`))}</li>`;
  });
  return `<section class="${which === 'never' ? 'n' : 'y'}"><h3>${escaped(t(`page.${which}`))}</h3><ul>${points.join('')}</ul></section>`;
}

type Placed = DoubtedCard | HoldingCard;

function actions(verdict: Placed, { language, path }: PageOf, t: Tell): string {
  const what = escaped(t('page.report.what'));
  return `<div class="a"><details><summary>${t('page.report')}</summary><form method="post" action="${escaped(path)}?lang=${language}"><label>${what}<textarea name="text" rows="3" maxlength="500"></textarea></label><button>${t('page.report.send')}</button></form></details>${call(verdict, t)}</div>`;
}

const call = ({ officePhone, officeHours }: Placed, t: Tell): string =>
  officePhone
    ? `<a class="k" href="tel:${escaped(officePhone.replace(/[^\d+]/g, ''))}">${icon('phone')}<span>${t('page.call')}${officeHours ? `<br><small>${escaped(officeHours)}</small>` : ''}</span></a>`
    : '';
