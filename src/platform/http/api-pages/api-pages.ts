/** The API's document as pages that a person reads: all routes, one route, all schemas, one schema. Pure, without a script. */
import { createHash } from 'node:crypto';
import { grouped } from '#contracts/grouped';
import { fill, formatNumber, type Lang } from '#i18n';
import { apiPagesEn } from '#i18n/server/api-pages.en';
import { type ApiPagesWords, apiPagesVi } from '#i18n/server/api-pages.vi';
import { escaped, PAGES, type Schema, schemaText } from './schema-text.ts';

type Content = Record<string, { schema: Schema }>;

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}

export interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  'x-access': string;
  parameters: readonly Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
}

export interface ApiDocument {
  servers: readonly { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export interface ApiRoute {
  path: string;
  method: string;
  operation: Operation;
}

export interface PageOf {
  lang: Lang;
  /** What was asked for, without its query: the other language stands there too. */
  path: string;
}

export const DOCUMENT = '/api/openapi.json';

const style = `:root{--b:#f4f6f8;--s:#fff;--l:#dfe5ea;--t:#15202b;--m:#51606d;--p:#0b5cad;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--b:#0f161d;--s:#17212b;--l:#2b3846;--t:#e8edf2;--m:#a3b1be;--p:#6db3f8}}
*{box-sizing:border-box}body{margin:0;background:var(--b);color:var(--t);font:16px/1.5 system-ui,Roboto,"Noto Sans",sans-serif}
header{border-top:5px solid #c8102e;background:#0b5cad;color:#fff}header div,main{max-width:1040px;margin:0 auto;padding:16px}header p{margin:2px 0 0}header a{color:#fff}h1{margin:0;font-size:22px;line-height:1.3;overflow-wrap:anywhere}h2{margin:0 0 8px;font-size:16px}h3{margin:12px 0 4px;font-size:14px}p{margin:4px 0 0}
section,form{background:var(--s);border:1px solid var(--l);border-radius:12px;padding:16px;margin-bottom:12px}form{display:flex;flex-wrap:wrap;gap:8px;align-items:end}label{flex:1 1 240px}input,button{display:block;font:inherit;min-height:44px;padding:0 12px;border:1px solid var(--m);border-radius:8px;background:var(--b);color:var(--t)}input{width:100%}button{background:#0b5cad;border-color:#0b5cad;color:#fff}
ul{list-style:none;margin:0;padding:0}li{padding:6px 0;border-top:1px solid var(--l)}li:first-child{border:0}a{color:var(--p)}code,pre{font:14px/1.5 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}pre{margin:0;white-space:pre-wrap}i,.m{color:var(--m);font-style:normal}.c{columns:260px}.k{display:inline-block;min-width:58px;font-weight:700}:focus-visible{outline:3px solid #b86e00;outline-offset:2px}`;

/** For the pages' policy: nothing else of them is styled or run. */
export const apiPagesStyleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

type Tell = (key: keyof ApiPagesWords, values?: Record<string, string>) => string;

const tellIn = (lang: Lang): Tell => {
  const words: ApiPagesWords = lang === 'vi' ? apiPagesVi : apiPagesEn;
  return (key, values = {}) => escaped(fill(words[key], values));
};

export const routesOf = ({ paths }: ApiDocument): ApiRoute[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );

/** All routes by the first word of their paths; with `sought` those alone that have it. */
export function routesPage(document: ApiDocument, page: PageOf, sought = ''): string {
  const t = tellIn(page.lang);
  const n = (count: number) => formatNumber(count, page.lang);
  const all = routesOf(document);
  const schemas = Object.keys(document.components.schemas).length;
  const head = [
    t('count', { routes: n(all.length), schemas: n(schemas) }),
    `<a href="${DOCUMENT}">${t('machine')}</a> · <a href="${PAGES}/schemas${query(page)}">${t('schemas')}</a>`,
  ];
  const form = `<form action="${PAGES}"><input type="hidden" name="lang" value="${page.lang}"><label>${t('search')}<input type="search" name="q" value="${escaped(sought)}"></label><button>${t('find')}</button></form>`;
  const found = all.filter((route) => isSought(route, sought.trim().toLowerCase()));
  const parts = [...grouped(found, ({ path }) => path.split('/')[1] ?? '')].map(([name, routes]) =>
    section(escaped(name), listOf(routes, page)),
  );
  return whole(page, t('title'), head, form + (parts.join('') || section('', `<p>${t('none')}</p>`)));
}

export function routePage(document: ApiDocument, { path, method, operation }: ApiRoute, page: PageOf): string {
  const t = tellIn(page.lang);
  const sent = Object.entries(operation.requestBody?.content ?? {});
  const parts = [
    section(
      '',
      `<p>${escaped(operation.summary)}</p>${paragraph(operation.description)}<p>${accessOf(operation, t)}</p>`,
    ),
    operation.parameters.length > 0
      ? section(t('parameters'), operation.parameters.map((one) => parameter(one, t)).join(''))
      : '',
    sent.length > 0 ? section(t('body'), contentOf(sent)) : '',
    section(
      t('answers'),
      Object.entries(operation.responses)
        .map((answer) => answerOf(answer, t))
        .join(''),
    ),
    section(t('command'), `<pre>${escaped(commandLine(document, path, method, operation))}</pre>`),
  ];
  const head = [t('name', { name: operation.operationId }), upwards(page, t)];
  return whole(page, `${method} ${escaped(path)}`, head, parts.join(''));
}

export function schemasPage({ components }: ApiDocument, page: PageOf): string {
  const t = tellIn(page.lang);
  const names = Object.keys(components.schemas).toSorted();
  const items = names.map(
    (name) => `<li><a href="${PAGES}/schemas/${escaped(name)}${query(page)}">${escaped(name)}</a></li>`,
  );
  return whole(page, t('schemas'), [upwards(page, t)], section('', `<ul class="c">${items.join('')}</ul>`));
}

export function schemaPage(document: ApiDocument, name: string, page: PageOf): string {
  const t = tellIn(page.lang);
  const reference = `"#/components/schemas/${name}"`;
  const names = (value: unknown) => JSON.stringify(value).includes(reference);
  const users = routesOf(document).filter(({ operation }) => names(operation));
  const others = Object.entries(document.components.schemas).filter(([, schema]) => names(schema));
  const links = others.map(([other]) => `<li>${schemaText({ $ref: other })}</li>`).join('');
  const used = links || users.length > 0 ? section(t('usedBy'), `<ul>${links}</ul>${listOf(users, page)}`) : '';
  const text = section('', `<pre>${schemaText(document.components.schemas[name] ?? {})}</pre>`);
  return whole(page, escaped(name), [upwards(page, t)], text + used);
}

function isSought({ path, operation: { operationId, summary } }: ApiRoute, sought: string): boolean {
  return [path, operationId, summary].some((text) => text.toLowerCase().includes(sought));
}

function accessOf({ 'x-access': access }: Operation, t: Tell): string {
  if (access === 'public') return t('access.public');
  return access === 'self' ? t('access.self') : t('access.right', { right: access });
}

function parameter({ name, in: place, required, schema }: Parameter, t: Tell): string {
  const where = t(place === 'query' ? 'in.query' : place === 'header' ? 'in.header' : 'in.path');
  const notes = required ? `${where}, ${t('required')}` : where;
  return `<h3>${escaped(name)} <span class="m">${notes}</span></h3><pre>${schemaText(schema)}</pre>`;
}

function answerOf([status, { content }]: [string, { content?: Content }], t: Tell): string {
  const title = status === 'default' ? t('answer.default') : escaped(status);
  const inside = content ? contentOf(Object.entries(content)) : `<p>${t('answer.empty')}</p>`;
  return `<h3>${title}</h3>${inside}`;
}

const contentOf = (content: [string, { schema: Schema }][]): string =>
  content.map(([type, { schema }]) => `<p class="m">${escaped(type)}</p><pre>${schemaText(schema)}</pre>`).join('');

function commandLine({ servers }: ApiDocument, path: string, method: string, operation: Operation): string {
  const [type] = Object.keys(operation.requestBody?.content ?? {});
  return [
    `curl -X ${method} "$TO_SO${servers[0]?.url ?? ''}${path}"`,
    ...(operation['x-access'] === 'public' ? [] : ['-H "authorization: Bearer $TOKEN"']),
    ...(type ? [`-H "content-type: ${type}"`, '--data-binary @body'] : []),
  ].join(' \\\n  ');
}

function listOf(routes: readonly ApiRoute[], page: PageOf): string {
  const items = routes.map(
    ({ path, method, operation: { operationId, summary } }) =>
      `<li><code><span class="k">${method}</span> <a href="${PAGES}/routes/${escaped(operationId)}${query(page)}">${escaped(path)}</a></code><div class="m">${escaped(summary)}</div></li>`,
  );
  return items.length > 0 ? `<ul>${items.join('')}</ul>` : '';
}

/** What a reader chose by hand goes with them; Vietnamese needs no word. */
const query = ({ lang }: PageOf): string => (lang === 'en' ? '?lang=en' : '');
const upwards = (page: PageOf, t: Tell): string =>
  `<a href="${PAGES}${query(page)}">${t('routes')}</a> · <a href="${PAGES}/schemas${query(page)}">${t('schemas')}</a>`;
const paragraph = (text?: string): string => (text ? `<p>${escaped(text)}</p>` : '');
const section = (title: string, inside: string): string =>
  `<section>${title && `<h2>${title}</h2>`}${inside}</section>`;

function whole(page: PageOf, title: string, head: readonly string[], inside: string): string {
  const other = page.lang === 'vi' ? 'en' : 'vi';
  const lines = head.map((line) => `<p>${line}</p>`).join('');
  const change = `<p><a lang="${other}" href="${escaped(page.path)}?lang=${other}">${tellIn(page.lang)('other')}</a></p>`;
  return `<!doctype html><html lang="${page.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${style}</style></head><body><header><div><h1>${title}</h1>${lines}${change}</div></header><main>${inside}</main></body></html>`;
}
