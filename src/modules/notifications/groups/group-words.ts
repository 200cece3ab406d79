import type { Lang } from '#i18n';
import { groupsEn } from '#i18n/server/groups.en';
import { type GroupWordId, groupsVi } from '#i18n/server/groups.vi';
import type { GroupOwnerInfo } from '#modules/membership';
import { wordsOf } from '../plan/messages/words/word.ts';
import { teamTitle } from '../plan/messages/facts/team-title.ts';

const say = wordsOf<GroupWordId>(groupsVi, groupsEn);

/** Groups are spoken to in Vietnamese; what one person is told alone comes in their language. */
export function groupWord(
  id: GroupWordId,
  values: Record<string, string | number> = {},
  language: Lang = 'vi',
): string {
  return say(id, language, values);
}

/** "Tổ Thôn 1, xã Minh Sơn"; a commune's group: "xã Minh Sơn". */
export function placeName({ teamName, communeName }: Pick<GroupOwnerInfo, 'teamName' | 'communeName'>): string {
  const commune = communeName.charAt(0).toLocaleLowerCase('vi') + communeName.slice(1);
  if (teamName === null) return commune;
  return [teamTitle(teamName), commune].filter(Boolean).join(', ');
}
