/** The file for the worst day. */
import { exportUnsent } from '#client';
import { today } from '../clock.ts';
import { commands, isQuiet } from './kept-commands.ts';

export async function saveUnsent(): Promise<void> {
  const blob = await exportUnsent(commands.value.filter((item) => !isQuiet(item.kind)));
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: `to-so-chua-gui-${today()}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
