import { fill, type Lang } from '#i18n';
import { withUnits } from '#i18n/words/unit-words.en';
import { messagesEn } from '#i18n/server/messages.en';
import { type MessageId, messagesVi } from '#i18n/server/messages.vi';

/** Says the words of a catalogue in the reader's language, with their places filled. */
export const wordsOf =
  <Id extends string>(vi: Record<Id, string>, en: Record<Id, string>) =>
  (id: Id, language: Lang, values: Record<string, string | number> = {}): string =>
    language === 'vi' ? fill(vi[id], values) : withUnits(fill(en[id], values));

/** A word of messages. */
export const word = wordsOf<MessageId>(messagesVi, messagesEn);
