/** What waits for a second officer is called, and to how many it goes, as the reader's language says it. */
import type { Lang } from '#i18n';
import type { SendParams } from '../message-definition.ts';
import { word } from './word.ts';

const toUnits = new Set<SendParams['kind']>(['campaign', 'reportReminder', 'campaignReminder', 'form', 'formReminder']);

/** Values for `{send}`, `{size}` and `{before}`. */
export function sendWords({ kind, title, places, sent }: SendParams, language: Lang) {
  const size = (n: number) => word(toUnits.has(kind) ? 'send.units' : 'send.teams', language, { n });
  return {
    // A month is the whole title of its reminder: '2022-06'.
    send: word(`send.${kind}`, language, { title, month: Number(title.slice(5)) }),
    size: size(sent ?? places),
    before: sent === null || sent === places ? '' : word('send.before', language, { size: size(places) }),
  };
}
