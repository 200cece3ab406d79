import { fill, type Lang } from '#i18n';
import { messagesEn } from '#i18n/messages.en';
import { type MessageId, messagesVi } from '#i18n/messages.vi';

/** A word of the catalogue with its places filled. */
export function word(id: MessageId, language: Lang, values: Record<string, string | number> = {}): string {
  return fill((language === 'vi' ? messagesVi : messagesEn)[id], values);
}
