/** An entry while it is typed: what it adds up to, what is missing, and sending it; an unusual number is asked about once. */
import { useState } from 'preact/hooks';
import type { ProgressEntry, SmallPhoto, TaskDetail } from '#client';
import { today } from '../../../model/clock.ts';
import { announce } from '../../../model/device/speak.ts';
import { progress } from '../../../model/queue/commands.ts';
import { commands } from '../../../model/queue/kept-commands.ts';
import { useDraft } from '../../../model/queue/draft.ts';
import type { ShownTask } from '../../../model/queue/overlay.ts';
import { usePhotoDraft } from '../../../model/queue/photo-drafts.ts';
import { enqueue } from '../../../model/queue/enqueue.ts';
import { useSending } from '../../../model/queue/tell.ts';
import { t } from '../../../model/words/words.ts';
import { goDone } from '../../../router.ts';
import { goToField } from './ask-fields.tsx';
import { ticksOf } from '../ticked.ts';
import { useTicks } from '../use-ticks.ts';
import { typedOf } from './asked.ts';
import { asksOf, checkEntry, finishing, type Typed } from './check-entry.ts';

export const COUNT_FIELD = 'count';

const EMPTY: Typed = { value: 0, note: '', complete: true, link: '', codes: '' };
const typedFrom = (wrong: ProgressEntry): Typed => ({
  ...EMPTY,
  value: wrong.value,
  note: wrong.note ?? '',
  link: wrong.links.map((each) => each.replace(/^https:\/\//, '')).join(' '),
  codes: wrong.applicationCodes.join(' '),
  ...typedOf(wrong),
  ticks: ticksOf(wrong.products),
  ...(wrong.followUpOn && { followUp: wrong.followUpOn, followUpBefore: wrong.followUpOn }),
});

export function useEntry(task: ShownTask<TaskDetail>, wrong: ProgressEntry | undefined) {
  const form = `entry.${task.id}.${wrong?.id ?? 'new'}`;
  const draft = useDraft<Typed>(form, wrong ? typedFrom(wrong) : EMPTY);
  const [photos, keepPhotos] = usePhotoDraft(form);
  const [asked, setAsked] = useState(0);
  const [tried, setTried] = useState(false);
  // Kept only with what came back to be mended: what is opened again is of today.
  const [picked, setDay] = useState(wrong?.happenedOn ?? draft.value.day);
  const day = picked ?? today();
  const { note } = draft.value;
  const { named, ...products } = useTicks(task, wrong, draft);
  const { byName } = products;
  const value = byName ? named.length : draft.value.value;
  const asks = asksOf(draft.value);
  const before = task.figures.reported - (wrong?.value ?? 0);
  const { reaches, complete, resends } = finishing(task, { before, value, wants: draft.value.complete, wrong });
  const working = { byName, named, value, day, complete, photos: photos.length, kept: commands.value };
  const { missing, ...given } = checkEntry(task, draft.value, working);
  const send = useSending(async () => {
    if (value === 0 && !wrong && !complete)
      return byName ? goToField('products') : document.getElementById(COUNT_FIELD)?.focus();
    if (!byName && isUnusual(task, value) && asked !== value) return setAsked(value);
    if (missing.length > 0) return showGap();
    const { id } = draft;
    const corrects = wrong && { corrects: { entryId: wrong.id, value: wrong.value } };
    const sent = { ...given, ...corrects, photos, products: named };
    const [command] = await enqueue(...progress(task, { id, value, note, happenedOn: day, complete, ...sent }));
    draft.clear();
    keepPhotos([]);
    announce(t('say.savedOnPhone'));
    if (command) goDone('viec', task.id, 'da-gui', command.id);
  });
  const showGap = () => {
    setTried(true);
    announce(t('ask.missing', { n: missing.length, names: missing.map(({ label }) => label).join(', ') }));
    setTimeout(() => goToField(missing[0]?.field ?? ''));
  };
  const setPhotos = (next: SmallPhoto[]) => {
    keepPhotos(next);
    draft.change({});
  };
  const unusual = asked === value && asked > 0;
  // What came back shows its gap at once, else nothing is wrong before somebody sends.
  const marked = tried || resends ? missing : [];
  const shown = { before, reaches, finishes: complete, resends, missing, marked, tried, unusual };
  return { draft, value, ...products, asks, day, setDay, photos, setPhotos, send, ...shown };
}
export type Entry = ReturnType<typeof useEntry>;

/** More than three times what this team usually records at once: worth one question. */
function isUnusual(task: TaskDetail, value: number): boolean {
  const earlier = task.entries.map((entry) => entry.value).filter((one) => one > 0);
  const usual = earlier.length ? earlier.reduce((a, b) => a + b, 0) / earlier.length : task.figures.target;
  return value > Math.max(20, usual * 3);
}
