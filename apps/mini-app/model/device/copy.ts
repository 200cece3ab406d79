import { t } from '../words/words.ts';
import { host } from './host.ts';
import { showToast } from './speak.ts';

/** To the clipboard; where that is forbidden, the phone's own sheet for sharing. */
export async function copy(text: string): Promise<void> {
  const copied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  if (copied) showToast(t('act.copied'));
  else await (await host()).share({ text });
}
