/** How it was, whether I can do it now, what next: a tap each, the third one sends. */
import { useState } from 'preact/hooks';
import { enqueue } from '../../model/queue/enqueue.ts';
import { tellWhatBecame } from '../../model/queue/tell.ts';
import { thereAt } from '../../model/training/answers.ts';
import { giveFeedback } from '../../model/training/commands.ts';
import { sessionById } from '../../model/training/sessions.ts';
import { t, tidy } from '../../model/words/words.ts';
import { goInstead } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Icon } from '../../ui/icon.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { drawn } from '../../ui/training-style.ts';
import { useTopics } from './cards.tsx';

const GRADES = [
  { value: 3, icon: drawn.glad },
  { value: 2, icon: drawn.plain },
  { value: 1, icon: drawn.sad },
] as const;

export function FeedbackScreen({ id }: { id: string }) {
  const [given, setGiven] = useState<number[]>([]);
  const topics = useTopics();
  const session = sessionById(id);
  const bar = (
    <AppBar
      title={t('tr.feedback.title')}
      back={given.length ? () => setGiven(given.slice(0, -1)) : ['tap-huan', id]}
    />
  );
  if (!session || !thereAt(session) || session.feedbackGiven)
    return (
      <Screen bar={bar}>
        <EmptyState title={t(session?.feedbackGiven ? 'tr.feedback.given' : 'tr.feedback.notThere')} />
      </Screen>
    );
  const [liked, canDo] = given;
  const send = async (nextTopic: string | null) => {
    if (!liked || !canDo) return;
    const [command] = await enqueue(giveFeedback(session, { liked, canDo, nextTopic }));
    if (command) void tellWhatBecame(command.id, () => t('tr.feedback.thanks'));
    goInstead('tap-huan', id);
  };
  return (
    <Screen bar={bar}>
      <p class="muted">{tidy(session.title)}</p>
      <p class="muted">{t('tr.feedback.step', { n: given.length + 1 })}</p>
      {given.length < 2 ? (
        <Grades
          key={given.length}
          question={given.length === 0 ? 'tr.feedback.liked' : 'tr.feedback.canDo'}
          onPick={(value) => setGiven([...given, value])}
        />
      ) : (
        <Next topics={topics ?? []} onPick={(code) => void send(code)} />
      )}
    </Screen>
  );
}

function Grades({
  question,
  onPick,
}: {
  question: 'tr.feedback.liked' | 'tr.feedback.canDo';
  onPick: (value: number) => void;
}) {
  return (
    <>
      <h2 class="screen-title" aria-live="polite">
        {t(question)}
      </h2>
      <div class="faces">
        {GRADES.map(({ value, icon }) => (
          <button type="button" class="face" key={value} onClick={() => onPick(value)}>
            <Icon name={icon} size={40} />
            <span>{t(`${question}.${value}`)}</span>
          </button>
        ))}
      </div>
    </>
  );
}

function Next({
  topics,
  onPick,
}: {
  topics: { code: string; title: string }[];
  onPick: (code: string | null) => void;
}) {
  return (
    <>
      <h2 class="screen-title" aria-live="polite">
        {t('tr.feedback.next')}
      </h2>
      <div class="faces">
        {topics.map(({ code, title }) => (
          <button type="button" class="face" key={code} onClick={() => onPick(code)}>
            <span>{tidy(title)}</span>
          </button>
        ))}
        <button type="button" class="face" onClick={() => onPick(null)}>
          <span>{t('tr.feedback.next.none')}</span>
        </button>
      </div>
    </>
  );
}
