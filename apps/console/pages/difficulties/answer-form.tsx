import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { DayField, FormFoot, NoteField, TextField } from '../../ui/form.tsx';
import { type Difficulty, similar } from './difficulty-facts.ts';
import { useDifficultyActs } from './use-difficulty-acts.ts';
import { useKnowHow } from './use-know-how.ts';

const fewest = 3;
export const LONGEST_TITLE = 200;

/** What was answered to the like before; a press takes the words over. */
function Known({ row, onUse }: { row: Difficulty; onUse: (answer: string) => void }) {
  const { t, lang } = useI18n();
  const known = similar(row, useKnowHow().rows);
  if (known.length === 0) return null;
  return (
    <section className="difficulty-known">
      <h3>{t('difficulty.similar')}</h3>
      <ul>
        {known.map(({ id, text, answer, answeredAt }) => (
          <li key={id}>
            <span className="caption">
              {text} · {formatDate(dateInVietnam(Date.parse(answeredAt)), lang)}
            </span>
            <p>{answer}</p>
            <button type="button" className="strong-link" onClick={() => onUse(answer)}>
              {t('difficulty.use')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Words {
  answer: string;
  publish: boolean;
  title: string;
  promisedOn: string;
}

/** As know-how it has a title by which other teams find it. */
function Publishing({ words, set }: { words: Words; set: (part: Partial<Words>) => void }) {
  const { t } = useI18n();
  return (
    <>
      <Checkbox
        label={t('difficulty.publish')}
        description={t('difficulty.publishNote')}
        checked={words.publish}
        onChange={(event) => set({ publish: event.currentTarget.checked })}
      />
      {words.publish && (
        <TextField
          label={t('difficulty.publishTitle')}
          maxLength={LONGEST_TITLE}
          value={words.title}
          onChange={(title) => set({ title })}
        />
      )}
    </>
  );
}

/** The words, a day by which it is settled, and the know-how that they may become. What a company answers the offices publish. */
export function AnswerForm({ row, onClose }: { row: Difficulty; onClose: () => void }) {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const [words, setWords] = useState<Words>({
    answer: '',
    publish: false,
    title: row.text.slice(0, LONGEST_TITLE),
    promisedOn: '',
  });
  const set = (part: Partial<Words>) => setWords((before) => ({ ...before, ...part }));
  const acts = useDifficultyActs(row, onClose);
  const send = () =>
    acts.answer.mutate({
      answer: words.answer.trim(),
      publish: words.publish,
      ...(words.publish && words.title.trim() && { title: words.title.trim() }),
      ...(words.promisedOn && { promisedOn: words.promisedOn }),
    });
  return (
    <>
      <Known row={row} onUse={(answer) => set({ answer })} />
      <NoteField
        label={t('difficulty.answerLabel')}
        description={t('difficulty.answerHint')}
        minRows={3}
        maxLength={2000}
        value={words.answer}
        onChange={(answer) => set({ answer })}
      />
      <DayField
        label={t('difficulty.promise')}
        description={t('difficulty.promiseHint')}
        value={words.promisedOn || null}
        minDate={me.today}
        onChange={(promisedOn) => set({ promisedOn })}
      />
      {post.role !== 'trainer' && <Publishing words={words} set={set} />}
      <FormFoot
        label={t('difficulty.send')}
        onCancel={onClose}
        busy={acts.answer.isPending}
        disabled={words.answer.trim().length < fewest}
        onAct={send}
      />
    </>
  );
}
