import { fill, type Lang } from '#i18n';
import { messagesEn } from '#i18n/messages.en';
import { type MessageId, messagesVi } from '#i18n/messages.vi';

/** A word of the catalogue with its places filled. */
export function word(id: MessageId, language: Lang, values: Record<string, string | number> = {}): string {
  return fill((language === 'vi' ? messagesVi : messagesEn)[id], values);
}

/** "Tổ Thôn 1"; a name that begins so, as that of "Tổ dân phố 3", stays as it is. */
export function teamTitle(name: string): string {
  // No \b: to a regular expression "ổ" is no letter.
  return /^tổ(?=\s|$)/iu.test(name) ? name : `Tổ ${name}`;
}
