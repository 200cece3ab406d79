/** "Báo vướng mắc": what holds the team up, where, in its own words. Also the way to ask for a missing member. */
import { useState } from 'preact/hooks';
import './style.ts';
import { type DifficultyKind, difficultyKinds } from '#contracts/enums';
import { difficulty } from '../../model/queue/commands.ts';
import { useDraft } from '../../model/queue/draft.ts';
import { usePhotoDraft } from '../../model/queue/photo-drafts.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { tellWhatBecame, useSending } from '../../model/queue/tell.ts';
import { t } from '../../model/words/words.ts';
import { goBack } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Field } from '../../ui/fields.tsx';
import { ActionBar } from '../../ui/more-parts.tsx';
import { Button } from '../../ui/parts.tsx';
import { PhotoPicker } from '../../ui/photos.tsx';
import { RadioList } from '../../ui/sheet.tsx';
import { type Place, Where } from './where.tsx';

/** Telling and reading go together: one chunk, so that the worker's list of files does not grow. */
export { DifficultiesScreen } from './list.tsx';
export { KnowHowOffer } from './know-how.tsx';

interface Typed extends Place {
  kind: DifficultyKind | '';
  text: string;
}
const NOWHERE: Place = { hamletId: '', spot: '', elsewhere: false };

export function DifficultyScreen({ teamId, about }: { teamId: string; about?: string | undefined }) {
  const missing = about === 'thieu';
  const taskId = missing ? undefined : about;
  const { draft, photos, setPhotos, send, tried, short } = useDifficulty(teamId, taskId, missing);
  const { kind, text } = draft.value;
  return (
    <Screen
      bar={<AppBar title={t('act.difficulty')} back={taskId ? ['viec', taskId] : ['to']} />}
      foot={
        <ActionBar hint={t('difficulty.hint')}>
          <Button wide icon="send" onClick={send}>
            {t('difficulty.send')}
          </Button>
        </ActionBar>
      }
    >
      <div class="form">
        <p class="label">
          <b class="title">{t('difficulty.what')}</b>
        </p>
        <RadioList
          name="kind"
          legend={t('difficulty.what')}
          options={difficultyKinds.map((value) => ({ value, text: t(`difficulty.${value}`) }))}
          value={kind || undefined}
          onPick={(next) => draft.change({ kind: next })}
          error={tried && !kind ? t('difficulty.choose') : undefined}
        />
        <Field
          label={t('difficulty.text')}
          value={text}
          onInput={(next) => draft.change({ text: next })}
          hint={t('entry.note.hint')}
          error={tried && short ? t('difficulty.textNeeded') : undefined}
        />
        {kind !== '' && kind !== 'membership' && <Where teamId={teamId} value={draft.value} change={draft.change} />}
        <PhotoPicker photos={photos} onChange={setPhotos} />
      </div>
    </Screen>
  );
}

function useDifficulty(teamId: string, taskId: string | undefined, missing: boolean) {
  const form = `difficulty.${teamId}.${missing ? 'thieu' : (taskId ?? '')}`;
  const draft = useDraft<Typed>(form, { kind: missing ? 'membership' : '', text: '', ...NOWHERE });
  const [photos, setPhotos] = usePhotoDraft(form);
  const [tried, setTried] = useState(false);
  const { kind } = draft.value;
  const text = draft.value.text.trim();
  const { hamletId, ...place } = kind === 'membership' ? NOWHERE : draft.value;
  const spot = place.spot.trim().normalize('NFC');
  const send = useSending(async () => {
    setTried(true);
    if (!kind || text.length < 3) return;
    const told = { kind, text, ...(taskId && { taskId }), ...(hamletId && { hamletId }), ...(spot && { spot }) };
    const [made] = await enqueue(...difficulty(draft.id, teamId, told, t(`difficulty.${kind}`), photos));
    draft.clear();
    setPhotos([]);
    if (made) void tellWhatBecame(made.id, () => t('difficulty.sent'));
    goBack(...(taskId ? ['viec', taskId] : ['to']));
  });
  return { draft, photos, setPhotos, send, tried, short: text.length < 3 };
}
