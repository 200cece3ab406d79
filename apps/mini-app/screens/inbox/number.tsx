/** "… có còn là số của …?": answered by one tap, or by the new number. */
import { useState } from 'preact/hooks';
import type { CommandDraft, InboxEntry } from '#client';
import { commands } from '../../model/queue/kept-commands.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { useSending } from '../../model/queue/tell.ts';
import { refusalText } from '../../model/refusals.ts';
import { t } from '../../model/words/words.ts';
import { Field } from '../../ui/fields.tsx';
import { Button } from '../../ui/parts.tsx';
import { AskSheet } from '../../ui/sheet.tsx';

type Asked = NonNullable<InboxEntry['number']>;
type Answer = { answer: 'keep' } | { answer: 'change'; phone: string };

const laneOf = ({ questionId }: Pick<Asked, 'questionId'>): string => `number:${questionId}`;

const answerOf = (entry: InboxEntry, { questionId }: Asked, body: Answer): CommandDraft => ({
  kind: `number.${body.answer}`,
  lane: laneOf({ questionId }),
  method: 'POST',
  path: `/number-questions/${questionId}/answer`,
  body,
  view: { title: entry.title },
});

/** What no number can be; the rest is judged as in a roster, where the roster is. */
const isNumber = (text: string): boolean => /^\+?[\d\s.()-]+$/.test(text.trim()) && text.replace(/\D/g, '').length >= 9;

export function AnswerNumber({ entry, asked }: { entry: InboxEntry; asked: Asked }) {
  const [changing, setChanging] = useState(false);
  const keep = useSending(async () => {
    await enqueue(answerOf(entry, asked, { answer: 'keep' }));
  });
  const refused = commands.value.filter(({ lane, state }) => lane === laneOf(asked) && state === 'refused').at(-1);
  return (
    <>
      {refused && <p class="late">{refusalText(refused)}</p>}
      <p class="two">
        <Button kind="outline" onClick={() => setChanging(true)}>
          {t('inbox.number.change')}
        </Button>
        <Button onClick={keep}>{t('inbox.number.keep')}</Button>
      </p>
      {changing && <NewNumber entry={entry} asked={asked} onClose={() => setChanging(false)} />}
    </>
  );
}

function NewNumber({ entry, asked, onClose }: { entry: InboxEntry; asked: Asked; onClose: () => void }) {
  const [phone, setPhone] = useState('');
  const [wrong, setWrong] = useState(false);
  const send = useSending(async () => {
    await enqueue(answerOf(entry, asked, { answer: 'change', phone: phone.trim() }));
    onClose();
  });
  return (
    <AskSheet
      title={t('inbox.number.change')}
      lead={entry.title}
      onClose={onClose}
      act={<Button onClick={() => (isNumber(phone) ? send() : setWrong(true))}>{t('inbox.number.save')}</Button>}
    >
      <Field
        label={t('inbox.number.new', { name: asked.name })}
        kind="text"
        inputMode="tel"
        maxLength={40}
        value={phone}
        hint={t('inbox.number.hint')}
        error={wrong && !isNumber(phone) ? t('inbox.number.wrong') : undefined}
        onInput={setPhone}
      />
    </AskSheet>
  );
}
