/** What the order asks for, in the order in which it is asked; what it does not ask for stays behind a word. */
import type { TaskDetail } from '#client';
import type { EvidenceKind } from '#contracts/enums';
import { hostsOf, isAtOneOf } from '#contracts/tasks/breakdown';
import { linksIn } from '../../../model/evidence.ts';
import type { ShownTask } from '../../../model/queue/overlay.ts';
import { t, unitWord } from '../../../model/words/words.ts';
import { Field } from '../../../ui/fields.tsx';
import { Button } from '../../../ui/parts.tsx';
import { PhotoList, PhotoPicker, usePhotoPicker } from '../../../ui/photos.tsx';
import { Ask, KindField } from './ask-fields.tsx';
import { amountsOf, countWord, dimensionsOf, linesOf, wantsLinkEach } from './asked.ts';
import { AmountField, CodesField, LinksField } from './evidence-fields.tsx';
import type { Entry } from './use-entry.ts';

interface Props {
  task: ShownTask<TaskDetail>;
  entry: Entry;
}
const asksFor = (task: TaskDetail, kind: EvidenceKind) => task.evidence.includes(kind);

export function AsksOfOrder({ task, entry }: Props) {
  const { draft, value, asks, day } = entry;
  const { codes = '' } = draft.value;
  const missing = entry.marked;
  return (
    <>
      {dimensionsOf(task, day).map((dimension) => (
        <KindField
          key={dimension.key}
          dimension={dimension}
          division={asks.kinds?.[dimension.key]}
          value={value}
          missing={missing}
          count={(n) => countWord(dimension, task, n)}
          onChange={(division) => draft.change({ kinds: { ...asks.kinds, [dimension.key]: division } })}
        />
      ))}
      <Links task={task} entry={entry} />
      {asksFor(task, 'application_codes') && (
        <CodesField
          codes={codes}
          least={task.minimumCodes ?? 1}
          missing={missing}
          onChange={(next) => draft.change({ codes: next })}
        />
      )}
      {amountsOf(task).map((amount) => (
        <AmountField
          key={amount}
          amount={amount}
          value={asks.amounts?.[amount] ?? 0}
          missing={missing}
          onChange={(next) => draft.change({ amounts: { ...asks.amounts, [amount]: next } })}
        />
      ))}
    </>
  );
}

function Links({ task, entry }: Props) {
  const { draft, value, byName, asks, day } = entry;
  const { link = '' } = draft.value;
  if (byName) return null;
  const each = wantsLinkEach(task);
  if (!each && !asksFor(task, 'link') && !asksFor(task, 'minutes')) return null;
  const dimensions = dimensionsOf(task, day);
  const hosts = hostsOf(dimensions, linesOf(dimensions, asks, value));
  const good = (text: string) => linksIn(text).some((found) => !hosts || isAtOneOf(hosts, found));
  return (
    <LinksField
      title={each ? t('ask.linksOf', { unit: unitWord(task.indicator) }) : t('ask.links')}
      link={link}
      count={each ? value : 1}
      need={each ? t('ask.links.count', { n: value }) : t(asksFor(task, 'link') ? 'ask.neededAtEnd' : 'ask.orMinutes')}
      good={good}
      missing={entry.marked}
      onChange={(next) => draft.change({ link: next })}
    />
  );
}

/** Note and photo: fields where they are asked for, else two words. */
export function Optional({ task, entry }: Props) {
  const { draft, photos, setPhotos } = entry;
  const { note, showNote } = draft.value;
  const missing = entry.marked;
  const needsNote = asksFor(task, 'note');
  const needsMinutes = asksFor(task, 'minutes');
  const needsPhoto = needsMinutes || asksFor(task, 'photo');
  const picker = usePhotoPicker(photos, setPhotos);
  const hasNote = needsNote || showNote || note !== '';
  return (
    <>
      {hasNote && (
        <div data-field="note">
          <Field
            label={t('entry.note')}
            optional={!needsNote}
            value={note}
            onInput={(text) => draft.change({ note: text })}
            hint={t('entry.note.hint')}
            error={missing.find(({ field }) => field === 'note')?.error}
          />
        </div>
      )}
      {needsPhoto ? (
        <Ask
          field="photo"
          title={t(needsMinutes ? 'ask.minutesPhoto' : 'photo.label')}
          need={t('ask.neededAtEnd')}
          missing={missing}
        >
          <PhotoPicker photos={photos} onChange={setPhotos} bare />
        </Ask>
      ) : (
        <PhotoList photos={photos} onChange={setPhotos} />
      )}
      <div class="extras">
        {!hasNote && (
          <Button kind="text" icon="pencil" onClick={() => draft.change({ showNote: true })}>
            {t('quick.note')}
          </Button>
        )}
        {!needsPhoto && !picker.full && (
          <Button kind="text" icon="camera" busy={picker.busy} onClick={() => void picker.add()}>
            {t('photo.add')}
          </Button>
        )}
      </div>
    </>
  );
}
