/** Public pages without an app: Vietnamese unless the browser asks for English only, or the page's own link does. */
import type { FastifyRequest } from 'fastify';
import type { Lang } from '#i18n';

export function pageLanguage(request: FastifyRequest): Lang {
  const { lang } = request.query as { lang?: string };
  if (lang === 'vi' || lang === 'en') return lang;
  const wished = request.headers['accept-language'] ?? 'vi';
  return !/\bvi\b/i.test(wished) && /\ben\b/i.test(wished) ? 'en' : 'vi';
}

export const pagePath = ({ url }: FastifyRequest): string => url.split('?')[0] ?? '';
