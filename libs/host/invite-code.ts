/** The code in a link of an invite, whichever way it was written. */

/** "https://…/app/#/moi/<code>", "https://t.me/bot/app?startapp=moi_<code>" or "…/moi/<code>" -> the code of an invite. */
export function inviteCodeIn(text: string): string | undefined {
  return /(?:[/#]moi\/|[?&](?:startapp|tgWebAppStartParam)=moi_)([\w-]{16,128})(?:$|[?&#/])/.exec(text.trim())?.[1];
}
