/** The public page of a card: made here, without a script, for cheap phones and for people in a hurry. Pure. */
import { createHash } from 'node:crypto';
import { dateInVietnam, fill, formatDate, formatTime, initials, type Lang } from '#i18n';
import { cardEn } from '#i18n/server/card.en';
import { type CardWords, cardVi } from '#i18n/server/card.vi';
import type { CardVerdict, DoubtedCard, HoldingCard } from './check-card.ts';

const style = `:root{--b:#f4f6f8;--s:#fff;--l:#dfe5ea;--t:#15202b;--m:#51606d;--p:#0b5cad;--g:#10602c;--gb:#dff5e5;--r:#9b1c12;--rb:#ffe3e0;--w:#6a4100;--wb:#fff1d6;--o:#fff}
@media(prefers-color-scheme:dark){:root{--b:#0f161d;--s:#17212b;--l:#2b3846;--t:#e8edf2;--m:#a3b1be;--p:#6db3f8;--g:#8fdca6;--gb:#12331f;--r:#ffb1a8;--rb:#431613;--w:#ffd08a;--wb:#3a2a0c;--o:#06233f}}
*{box-sizing:border-box}body{margin:0;background:var(--b);color:var(--t);font:16px/1.5 system-ui,Roboto,"Noto Sans",sans-serif}
header{background:#0b5cad;color:#fff;padding:12px 16px}h1{margin:0;font-size:16px}header span{font-size:14px}
.v{padding:20px 16px;text-align:center}.v i{display:grid;place-items:center;width:64px;height:64px;margin:0 auto 8px;border-radius:50%;color:var(--s);font:600 32px/1 sans-serif}
.v h2{margin:0;font-size:22px;line-height:1.35}.v p{margin:4px 0 0;font-size:14px}
.g{background:var(--gb);color:var(--g)}.g i{background:var(--g)}.r{background:var(--rb);color:var(--r)}.r i{background:var(--r)}.w{background:var(--wb);color:var(--w)}.w i{background:var(--w)}
main{max-width:560px;margin:0 auto;padding:16px}section{background:var(--s);border:1px solid var(--l);border-radius:12px;padding:16px;margin-bottom:12px}
section h3{margin:0;font-size:16px}section p{margin:4px 0 0}small{color:var(--m);font-size:14px}ul{margin:8px 0 0;padding-left:24px}li{padding:4px 0}
.who{display:flex;gap:14px}.who>b{flex:none;display:grid;place-items:center;width:64px;height:64px;border-radius:12px;background:var(--b);color:var(--p);font-size:22px}.who p{margin:0}
.a{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}.k,summary,button{flex:1;min-height:52px;padding:13px 12px;border:1px solid var(--m);border-radius:8px;background:var(--s);color:var(--p);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer;list-style:none}
.k,button{background:var(--p);border-color:var(--p);color:var(--o)}details{flex:1 1 140px}details[open]{flex-basis:100%}textarea{width:100%;margin:8px 0;padding:10px;border:1px solid var(--m);border-radius:8px;background:var(--s);color:var(--t);font:inherit}button{width:100%}
.n{color:var(--m);font-size:14px;text-align:center}.e{display:block;padding:12px;text-align:center;color:var(--p)}:focus-visible{outline:3px solid #b86e00;outline-offset:2px}`;

/** For the page's policy: nothing else of it is styled or run. */
export const cardStyleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

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
    head: banner('r', '×', t('page.unknown'), [checkedAt(verdict, of, t)]),
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
  const who = `<section class="who"><b aria-hidden="true">${escaped(initials(fullName))}</b><p>${lines.join('<br>')}</p></section>`;
  const notes = [checkedAt(found, of, t), ...(is === 'paper' ? [t('page.paper')] : [])];
  return page(of, {
    office: found.office,
    head: banner('g', '✓', t('page.genuine'), notes),
    body: `${who}${list(t, 'never')}<p class="n">${escaped(t('page.differs'))}</p>${actions(found, of, t)}`,
  });
}

/** Names nobody, and gives no reason. */
function doubtedPage(found: DoubtedCard, of: PageOf, t: Tell): string {
  const { team, is, revokedOn } = found;
  const checked = checkedAt(found, of, t);
  const revoked = revokedOn ? [t('page.revoked', { date: dateOf(revokedOn, of.language) })] : [];
  const head =
    is === 'old' ? banner('w', '!', t('page.old'), [checked]) : banner('r', '×', t('page.void'), [...revoked, checked]);
  const about = is === 'old' ? 'page.oldFor' : 'page.notFor';
  return page(of, {
    office: found.office,
    head,
    body: card(t(about, { team }), t(`${about}.text`)) + list(t, 'now') + actions(found, of, t),
  });
}

const checkedAt = ({ at }: { at: Date }, { language }: PageOf, t: Tell): string =>
  t('page.checked', { time: formatTime(at), date: dateOf(dateInVietnam(at), language) });

/** After a report: kept, or not. */
export function reportedPage(isKept: boolean, verdict: CardVerdict, of: PageOf): string {
  const t = teller(of.language);
  const key = isKept ? 'page.reported' : 'page.tooMany';
  const place = verdict.is === 'unknown' ? undefined : verdict;
  return page(of, {
    office: place?.office ?? '',
    head: banner(isKept ? 'g' : 'w', isKept ? '✓' : '!', t(key), []),
    body: `<section><p>${escaped(t(`${key}.text`))}</p></section>${place ? `<div class="a">${call(place, t)}</div>` : ''}`,
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
  { office, head, body }: { office: string; head: string; body: string },
): string {
  const t = teller(language);
  const other = language === 'vi' ? 'en' : 'vi';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${t('page.title')}</title><style>${style}</style></head><body><header><h1>${t('page.title')}</h1><span>${escaped(office)}</span></header>${head}<main>${body}<a class="e" lang="${other}" href="${escaped(path)}?lang=${other}">${t('page.other')}</a></main></body></html>`;
}

const banner = (tone: 'g' | 'r' | 'w', sign: string, title: string, lines: readonly string[]): string =>
  `<div class="v ${tone}"><i aria-hidden="true">${sign}</i><h2>${escaped(title)}</h2>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</div>`;

const card = (title: string, text: string): string =>
  `<section><h3>${escaped(title)}</h3><p><small>${escaped(text)}</small></p></section>`;

function list(t: Tell, which: 'never' | 'now'): string {
  const points = ([1, 2, 3] as const).map((n) => `<li>${escaped(t(`page.${which}.${n}`))}</li>`);
  return `<section><h3>${escaped(t(`page.${which}`))}</h3><ul>${points.join('')}</ul></section>`;
}

type Placed = DoubtedCard | HoldingCard;

function actions(verdict: Placed, { language, path }: PageOf, t: Tell): string {
  const what = escaped(t('page.report.what'));
  return `<div class="a"><details><summary>${t('page.report')}</summary><form method="post" action="${escaped(path)}?lang=${language}"><label>${what}<textarea name="text" rows="3" maxlength="500"></textarea></label><button>${t('page.report.send')}</button></form></details>${call(verdict, t)}</div>`;
}

const call = ({ officePhone }: Placed, t: Tell): string =>
  officePhone ? `<a class="k" href="tel:${escaped(officePhone.replace(/[^\d+]/g, ''))}">${t('page.call')}</a>` : '';
