import { createHash } from 'node:crypto';
import { say } from '../chat/talks/chat-words.ts';
import type { ConsentOutcome } from './oa-consent.ts';

const style =
  'body{font:18px/1.5 system-ui,sans-serif;margin:3rem auto;max-width:32rem;padding:0 1rem}h1{font-size:1.4rem}';
/** Of the page's style, as a content policy names it. */
export const consentStyleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** What the administrator of the Official Account reads when Zalo has sent them back. */
export function consentPage(outcome: ConsentOutcome): string {
  const title = say(`consent.${outcome}`, 'vi');
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style><body><h1>${title}</h1><p>${say(`consent.${outcome}.next`, 'vi')}</p>`;
}
