/** Files of ours behind the person's session: fetched with it and handed to the phone. */
import { ours } from '#client';
import { apiBase } from '../api.ts';
import { hosted } from '../device/host.ts';
import { token } from '../sign-in/session.ts';

/** @throws when there is no answer or no right */
export async function saveFile(path: string, name: string): Promise<void> {
  const response = ours(await fetch(apiBase + path, { headers: { authorization: `Bearer ${token() ?? ''}` } }));
  if (!response.ok) throw new Error(String(response.status));
  const blob = await response.blob();
  if (hosted && (await sharedAsFile(blob, name))) return;
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Web views of other apps save no files, but may share them. */
async function sharedAsFile(blob: Blob, name: string): Promise<boolean> {
  try {
    const files = [new File([blob], name, { type: blob.type })];
    if (!navigator.canShare?.({ files })) return false;
    await navigator.share({ files });
    return true;
  } catch {
    return false;
  }
}
