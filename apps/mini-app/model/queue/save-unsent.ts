/** The file for the worst day. */
import { type Command, exportUnsent } from '#client';
import { today } from '../clock.ts';
import { commands, isQuiet } from './kept-commands.ts';

/** @param kept of whoever is signed in, where nothing is said */
export async function saveUnsent(kept: readonly Command[] = commands.value): Promise<void> {
  const blob = await exportUnsent(kept.filter((item) => !isQuiet(item.kind)));
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: `to-so-chua-gui-${today()}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
