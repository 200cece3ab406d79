/** "Nghe đọc": title, deadline, target and work with the phone's own voice; absent where there is no Vietnamese one. */
import { useEffect, useState } from 'preact/hooks';
import type { TaskDetail } from '#client';
import { due, t, unitWord } from '../model/words/words.ts';
import { Icon } from '../ui/icon.tsx';

interface Reading {
  reading: boolean;
  /** Reads, or stops what is being read. */
  toggle: () => void;
}
/** Undefined where the phone has no Vietnamese voice. */
function useReading(text: string): Reading | undefined {
  const voice = useSpeechVoice();
  const [reading, setReading] = useState(false);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!voice) return undefined;
  const over = () => setReading(false);
  const toggle = () => {
    speechSynthesis.cancel();
    if (reading) return over();
    const spoken = { voice, lang: voice.lang, onend: over, onerror: over };
    speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), spoken));
    setReading(true);
  };
  return { reading, toggle };
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
    <button
      type="button"
      class="icon-button"
      aria-label={t(read.reading ? 'read.stop' : 'task.readAloud')}
      onClick={read.toggle}
    >
      <Icon name={read.reading ? 'cross' : 'speaker'} />
    </button>
  );
}

/** The same for a message, or for what a screen says. */
export function ReadText({ text }: { text: string }) {
  const read = useReading(text);
  if (!read) return null;
  return (
    <button type="button" class="link with-icon" onClick={read.toggle}>
      <Icon name={read.reading ? 'cross' : 'speaker'} size={20} />
      {t(read.reading ? 'read.stop' : 'task.readAloud')}
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
