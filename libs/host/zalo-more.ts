/** The half of Zalo's SDK that checks its arguments with a schema library of its own: titles, sharing, kept values. */
import { isWeb } from './open-page.ts';
import { nativeStorage, openOutApp, openShareSheet, setNavigationBarColor, setNavigationBarTitle } from 'zmp-sdk/apis';
import type { AsyncKV } from './mini-app-host.ts';

/** 5 MB, the oldest goes first: never the only place of anything. A client older than the call keeps nothing. */
export const kept: AsyncKV = {
  get: async (key) => quiet(() => nativeStorage.getItem(key) || null, null),
  set: async (key, value) => quiet(() => nativeStorage.setItem(key, value), undefined),
  remove: async (key) => quiet(() => nativeStorage.removeItem(key), undefined),
};

function quiet<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

export async function share({ text, url }: { text: string; url?: string }): Promise<void> {
  await openShareSheet({ type: 'text', data: { text: url ? `${text}\n${url}` : text, autoParseLink: true } });
}
export const open = (url: string): void => {
  if (isWeb(url)) void openOutApp({ url }).catch(() => {});
};
export const setTitle = (title: string): void => void setNavigationBarTitle({ title }).catch(() => {});
export const paint = (header: string): void =>
  void setNavigationBarColor({ color: header, textColor: 'white' }).catch(() => {});
