/** A course that I took elsewhere, with a link or a photo as proof. Kept on each keystroke. */
import { useState } from 'preact/hooks';
import { today } from '../../model/clock.ts';
import { useDraft } from '../../model/queue/draft.ts';
import { usePhotoDraft } from '../../model/queue/photo-drafts.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { tellWhatBecame, useSending } from '../../model/queue/tell.ts';
import { recordCredit } from '../../model/training/commands.ts';
import {
  type CreditErrors,
  type CreditForm as Form,
  creditErrors,
  creditInput,
} from '../../model/training/credit-rules.ts';
import { t, tidy } from '../../model/words/words.ts';
import { goInstead } from '../../router.ts';
import { useOwnId } from '../../ui/own-id.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Field } from '../../ui/fields.tsx';
import { ActionBar } from '../../ui/more-parts.tsx';
import { Button } from '../../ui/parts.tsx';
import { PhotoList, usePhotoPicker } from '../../ui/photos.tsx';
import { useTopics } from './cards.tsx';

const EMPTY: Form = { course: '', organiser: '', topicCode: '', hours: '', completedOn: '', link: '' };

export function CreditForm() {
  const { id, value: form, change, clear } = useDraft('credit', EMPTY);
  const [photos, setPhotos] = usePhotoDraft('credit');
  const [tried, setTried] = useState(false);
  const errors = tried ? creditErrors(form, photos.length, today()) : {};
  const send = useSending(async () => {
    setTried(true);
    if (Object.keys(creditErrors(form, photos.length, today())).length > 0) return;
    const [made] = await enqueue(...recordCredit(id, creditInput(form), photos[0]));
    clear();
    setPhotos([]);
    if (made) void tellWhatBecame(made.id, () => t('tr.form.sent'));
    goInstead('khoa-da-hoc');
  });
  return (
    <Screen
      bar={<AppBar title={t('tr.form.title')} back={['khoa-da-hoc']} />}
      foot={
        <ActionBar>
          <Button wide icon="send" onClick={send}>
            {t('tr.form.send')}
          </Button>
        </ActionBar>
      }
    >
      <Fields form={form} errors={errors} change={change} />
      <Proof photos={photos} onChange={setPhotos} error={errors.proof} />
    </Screen>
  );
}

type TextField = Exclude<keyof Form, 'topicCode'>;
const TEXTS: Record<TextField, Pick<Parameters<typeof Field>[0], 'kind' | 'inputMode' | 'maxLength' | 'optional'>> = {
  course: { kind: 'text', maxLength: 200 },
  organiser: { kind: 'text', maxLength: 200 },
  hours: { kind: 'text', inputMode: 'decimal', maxLength: 5 },
  completedOn: { kind: 'date' },
  link: { kind: 'text', inputMode: 'url', maxLength: 500, optional: true },
};

function Fields({ form, errors, change }: { form: Form; errors: CreditErrors; change: (part: Partial<Form>) => void }) {
  const say = (name: keyof Form) => {
    const key = errors[name];
    return key && t(key);
  };
  const text = (name: TextField) => (
    <Field
      {...TEXTS[name]}
      label={t(`tr.form.${name}`)}
      value={form[name]}
      onInput={(value) => change({ [name]: value })}
      error={say(name)}
      {...(name === 'link' && { hint: t('tr.form.link.hint') })}
    />
  );
  return (
    <>
      {text('course')}
      {text('organiser')}
      <TopicField value={form.topicCode} onPick={(topicCode) => change({ topicCode })} error={say('topicCode')} />
      {text('hours')}
      {text('completedOn')}
      {text('link')}
    </>
  );
}

function TopicField({
  value,
  onPick,
  error,
}: {
  value: string;
  onPick: (code: string) => void;
  error: string | undefined;
}) {
  const topics = useTopics();
  const id = useOwnId();
  if (!topics) return <p class="hint-below">{t('tr.form.noTopics')}</p>;
  return (
    <div class="field">
      <label for={id}>
        <b>{t('tr.form.topic')}</b>
      </label>
      <select
        id={id}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}e` : undefined}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        <option value="">{t('tr.form.topic.pick')}</option>
        {topics.map(({ code, title }) => (
          <option key={code} value={code}>
            {tidy(title)}
          </option>
        ))}
      </select>
      {error && (
        <p class="error" id={`${id}e`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

type Photos = ReturnType<typeof usePhotoDraft>[0];

function Proof({
  photos,
  onChange,
  error,
}: {
  photos: Photos;
  onChange: (photos: Photos) => void;
  error: CreditErrors['proof'];
}) {
  const picker = usePhotoPicker(photos, (all) => onChange(all.slice(0, 1)), { own: true });
  return (
    <div class="field">
      <PhotoList photos={photos} onChange={(all) => onChange([...all])} />
      {picker.busy && (
        <p class="muted" role="status">
          {t('photo.shrinking')}
        </p>
      )}
      {photos.length === 0 && (
        <Button kind="outline" icon="camera" wide busy={picker.busy} onClick={() => void picker.add()}>
          {t('tr.form.photo')}
        </Button>
      )}
      {error && (
        <p class="error" role="alert">
          {t(error)}
        </p>
      )}
    </div>
  );
}
