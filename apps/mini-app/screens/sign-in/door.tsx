/** The way in by an invite: its screen with all that it needs, as one file beside the first, without the way to other screens. */
import { useEffect, useState } from 'preact/hooks';
import { ready } from '../../model/words/door-words.ts';
import '../../styles/later.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { InviteScreen } from './invite.tsx';

export function RoutedScreen({ at: [, code = ''] }: { at: string[] }) {
  const [isReady, setReady] = useState(false);
  useEffect(() => void ready.then(() => setReady(true)), []);
  return isReady ? <InviteScreen code={code} /> : <Waiting />;
}
