/** "… hỏi lý do …": one sentence, which stands in the log as it was sent. */
import { useState } from 'preact/hooks';
import type { InboxEntry } from '#client';
import { commands } from '../../model/queue/kept-commands.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { useSending } from '../../model/queue/tell.ts';
import { refusalText } from '../../model/refusals.ts';
import { markSeen } from '../../model/inbox/seen.ts';
import { t } from '../../model/words/words.ts';
import { Field } from '../../ui/fields.tsx';
import { Button } from '../../ui/parts.tsx';

const laneOf = (questionId: string): string => `reason:${questionId}`;

export function AnswerReason({ entry, questionId }: { entry: InboxEntry; questionId: string }) {
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const last = commands.value.filter(({ lane }) => lane === laneOf(questionId)).at(-1);
  const send = useSending(async () => {
    await enqueue({
      kind: 'reason.answer',
      lane: laneOf(questionId),
      method: 'POST',
      path: `/me/log-questions/${questionId}/answer`,
      body: { text: text.trim() },
      view: { title: entry.title },
    });
    void markSeen(entry);
  });
  if (last && last.state !== 'refused') return <p class="done-word">{t('inbox.reason.sent')}</p>;
  return (
    <>
      {last && <p class="late">{refusalText(last)}</p>}
      <Field
        label={t('inbox.reason.label')}
        value={text}
        maxLength={500}
        error={empty && text.trim() === '' ? t('inbox.reason.empty') : undefined}
        onInput={setText}
      />
      <Button wide onClick={() => (text.trim() === '' ? setEmpty(true) : send())}>
        {t('inbox.reason.send')}
      </Button>
    </>
  );
}
