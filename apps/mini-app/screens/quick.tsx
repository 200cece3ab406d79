/** "Báo cáo nhanh" in three taps: kind, number, send. */
import { useState } from 'preact/hooks';
import { type QuickReportKind, quickReportKinds } from '#contracts/enums';
import type { SmallPhoto, TaskCard } from '#client';
import { quickReport, undoQuick } from '../model/queue/commands.ts';
import { today } from '../model/clock.ts';
import { calmTouches } from '../model/device/calm.ts';
import { useDraft } from '../model/queue/draft.ts';
import { usePhotoDraft } from '../model/queue/photo-drafts.ts';
import { commandById } from '../model/queue/kept-commands.ts';
import { dropCommand, enqueue } from '../model/queue/enqueue.ts';
import { tellWhatBecame, useSending } from '../model/queue/tell.ts';
import { post } from '../model/sign-in/session.ts';
import { t, tidy } from '../model/words/words.ts';
import { go, goBack } from '../router.ts';
import { AppBar, Screen } from '../ui/chrome.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Field } from '../ui/fields.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { ActionBar } from '../ui/more-parts.tsx';
import { Button } from '../ui/parts.tsx';
import { PhotoList, usePhotoPicker } from '../ui/photos.tsx';
import { EmptyState } from '../ui/states.tsx';
import { isBadFollowUp, QuickFollowUp } from './quick-follow-up.tsx';
import { JoinField, joinable, quickUnit } from './quick-join.tsx';

const ICONS: Record<QuickReportKind, IconName> = {
  communication: 'megaphone',
  public_services: 'bank',
  payment: 'wallet',
  marketplace: 'shop',
  health_insurance: 'heart',
};
const NUMBERS = [1, 2, 3, 5, 8, 10];

interface Typed {
  kind: QuickReportKind | '';
  value: number;
  day?: string;
  note: string;
  showNote: boolean;
  other: boolean;
  /** The task that it counts in; empty: for itself. */
  into: string;
  /** The day on which I ask how it went; undefined while nobody has asked for the field. */
  followUp?: string;
}

const EMPTY: Typed = { kind: '', value: 0, note: '', showNote: false, other: false, into: '' };

export function QuickScreen() {
  const team = post.value?.team;
  if (team) return <QuickForm team={team} />;
  return (
    <Screen bar={<AppBar title={t('quick.title')} back={[]} />}>
      <EmptyState title={t('team.none')} />
    </Screen>
  );
}

function QuickForm({ team }: { team: TaskCard['team'] }) {
  const { draft, day, setDay, photos, setPhotos, tasks, task, ready, unusual, send } = useQuickReport(team.id);
  const { kind, value, other } = draft.value;
  const question = t(kind ? `quick.howMany.${kind}` : 'quick.howMany');
  return (
    <Screen
      bar={<AppBar title={t('quick.title')} back={['to']} />}
      foot={
        <ActionBar hint={unusual ? t('entry.unusual', { n: value }) : ready ? whereItCounts(task?.title) : undefined}>
          <Button wide icon="send" disabled={!ready} onClick={send}>
            {kind && ready
              ? t('quick.send', { kind: t(`quick.${kind}`), n: value, unit: quickUnit(kind) })
              : t('quick.choose')}
          </Button>
        </ActionBar>
      }
    >
      <Question n={1}>{t('quick.what')}</Question>
      <Tiles teamId={team.id} kind={kind} onPick={(next) => draft.change({ kind: next })} />
      <Question n={2}>{question}</Question>
      <Numbers
        value={value}
        other={other}
        question={question}
        onPick={(next) => draft.change({ value: next, other: false })}
        onOther={() => draft.change({ other: true, value: 0 })}
        onType={(next) => draft.change({ value: next })}
      />
      <JoinField tasks={tasks} value={value} into={task?.id ?? ''} onPick={(next) => draft.change({ into: next })} />
      <DayField teamId={team.id} value={day} onChange={setDay} />
      <Extras photos={photos} setPhotos={setPhotos} typed={draft.value} change={draft.change} />
    </Screen>
  );
}

/** What is typed, the task that it counts in by the person's word, and sending it; an unusual number is asked about once. */
function useQuickReport(teamId: string) {
  const draft = useDraft<Typed>(`quick.${teamId}`, EMPTY);
  const [photos, setPhotos] = usePhotoDraft(`quick.${teamId}`);
  const [asked, setAsked] = useState(0);
  // Kept only with what came back to be mended: what is opened again is of today.
  const [picked, setDay] = useState(draft.value.day);
  const day = picked ?? today();
  const { kind, value, note, into, followUp } = draft.value;
  const tasks = kind ? joinable(kind, teamId) : [];
  const task = tasks.find(({ id }) => id === into);
  const ready = kind !== '' && value > 0 && !isBadFollowUp(followUp);
  const send = useSending(async () => {
    if (!kind || !ready) return;
    if (value > 500 && asked !== value) return setAsked(value);
    const [command] = await enqueue(
      ...quickReport({
        id: draft.id,
        teamId,
        kind,
        kindWord: t(`quick.${kind}`),
        unit: quickUnit(kind),
        value,
        happenedOn: day,
        note,
        photos,
        ...(task && { task }),
        ...(followUp && { followUpOn: followUp }),
      }),
    );
    draft.clear();
    setPhotos([]);
    setDay(undefined);
    if (command) void tellSent(command.id);
    calmTouches();
    goBack('to');
  });
  return { draft, day, setDay, photos, setPhotos, tasks, task, ready, unusual: asked === value && asked > 0, send };
}

const whereItCounts = (title: string | undefined): string =>
  title === undefined ? t('quick.apart') : t('quick.joined', { title: tidy(title) });

function Tiles({
  teamId,
  kind,
  onPick,
}: {
  teamId: string;
  kind: Typed['kind'];
  onPick: (kind: QuickReportKind) => void;
}) {
  return (
    <div class="tiles" role="group" aria-label={t('quick.what')}>
      {quickReportKinds.map((one) => (
        <button type="button" key={one} class="tile" aria-pressed={kind === one} onClick={() => onPick(one)}>
          <Icon name={ICONS[one]} />
          <span>{t(`quick.${one}`)}</span>
        </button>
      ))}
      <button type="button" class="tile" aria-pressed={false} onClick={() => go('kho-khan', teamId)}>
        <Icon name="warn" />
        <span>{t('quick.difficulty')}</span>
      </button>
    </div>
  );
}

function Question({ n, children }: { n: number; children: string }) {
  return (
    <h2 class="question">
      <span aria-hidden="true">{n}</span>
      {children}
    </h2>
  );
}

interface NumbersProps {
  value: number;
  other: boolean;
  question: string;
  onPick: (value: number) => void;
  onOther: () => void;
  onType: (value: number) => void;
}
function Numbers({ value, other, question, onPick, onOther, onType }: NumbersProps) {
  return (
    <>
      <div class="numbers" role="group" aria-label={question}>
        {NUMBERS.map((n) => (
          <button
            type="button"
            key={n}
            class="number-chip"
            aria-pressed={!other && value === n}
            onClick={() => onPick(n)}
          >
            {n}
          </button>
        ))}
      </div>
      {other ? (
        <input
          class="other-number"
          inputMode="numeric"
          pattern="[0-9]*"
          maxLength={7}
          aria-label={t('quick.other')}
          placeholder="0"
          value={value || ''}
          ref={(field) => {
            if (field && !value) field.focus();
          }}
          onInput={(event) => onType(Number(event.currentTarget.value.replace(/\D/g, '')))}
        />
      ) : (
        <Button kind="outline" wide onClick={onOther}>
          {t('quick.other')}
        </Button>
      )}
    </>
  );
}

interface ExtrasProps {
  photos: SmallPhoto[];
  setPhotos: (photos: SmallPhoto[]) => void;
  typed: Typed;
  change: (part: Partial<Typed>) => void;
}
function Extras({ photos, setPhotos, typed, change }: ExtrasProps) {
  const { note, showNote, followUp } = typed;
  const picker = usePhotoPicker(photos, setPhotos);
  return (
    <>
      <div class="extras">
        {!picker.full && (
          <Button kind="text" icon="camera" busy={picker.busy} onClick={() => void picker.add()}>
            {t('photo.add')}
          </Button>
        )}
        {!showNote && !note && (
          <Button kind="text" icon="pencil" onClick={() => change({ showNote: true })}>
            {t('quick.note')}
          </Button>
        )}
        {followUp === undefined && (
          <Button kind="text" icon="clock" onClick={() => change({ followUp: '' })}>
            {t('followUp.open')}
          </Button>
        )}
      </div>
      <PhotoList photos={photos} onChange={setPhotos} />
      {(showNote || note) && (
        <Field
          label={t('entry.note')}
          optional
          value={note}
          onInput={(text) => change({ note: text })}
          hint={t('entry.note.hint')}
        />
      )}
      {followUp !== undefined && <QuickFollowUp value={followUp} onInput={(next) => change({ followUp: next })} />}
    </>
  );
}

const tellSent = (commandId: string): Promise<void> =>
  tellWhatBecame(
    commandId,
    () => t('quick.sent', { receipt: (commandById(commandId)?.receipt ?? '').replace('-', '\u2011') }),
    { label: t('act.undo'), run: () => void undo(commandId) },
  );

async function undo(commandId: string): Promise<void> {
  const command = commandById(commandId);
  if (command?.state === 'saved' && (await dropCommand(commandId)) === 'removed') return;
  if (command?.refs?.entryId) await enqueue(undoQuick(command.refs.entryId, String(command.view.title)));
}
