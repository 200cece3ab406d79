/** "Nghe đọc": title, deadline, target and work with the phone's own voice; absent where there is no Vietnamese one. */
import { useEffect, useState } from 'preact/hooks';
import type { TaskDetail } from '#client';
import { due, t, unitWord } from '../model/words/words.ts';
import { Icon } from '../ui/icon.tsx';

/** Undefined where the phone has no Vietnamese voice. */
function useReading(text: string): (() => void) | undefined {
  const voice = useSpeechVoice();
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!voice) return undefined;
  return () => {
    const utterance = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang });
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
  };
}

export function ReadAloud({ task }: { task: TaskDetail }) {
  const read = useReading(
    [
      task.title,
      due(task.dueOn, 'long'),
      t('task.target.count', { n: task.figures.target, unit: unitWord(task.indicator) }),
      task.work,
    ].join('. '),
  );
  if (!read) return null;
  return (
    <button type="button" class="icon-button" aria-label={t('task.readAloud')} onClick={read}>
      <Icon name="speaker" />
    </button>
  );
}

/** The same for a message. */
export function ReadText({ text }: { text: string }) {
  const read = useReading(text);
  if (!read) return null;
  return (
    <button type="button" class="link with-icon" onClick={read}>
      <Icon name="speaker" size={20} />
      {t('task.readAloud')}
    </button>
  );
}

/** The phone's own Vietnamese voice; voices arrive late on Android. */
export function useSpeechVoice(): SpeechSynthesisVoice | undefined {
  const find = () => window.speechSynthesis?.getVoices().find((voice) => voice.lang.toLowerCase().startsWith('vi'));
  const [voice, setVoice] = useState(find);
  useEffect(() => {
    const update = () => setVoice(find());
    window.speechSynthesis?.addEventListener?.('voiceschanged', update);
    return () => window.speechSynthesis?.removeEventListener?.('voiceschanged', update);
  }, []);
  return voice;
}
