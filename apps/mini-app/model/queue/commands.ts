/** Everything that a member can send, as commands for the queue: paths and bodies of the API, words for the screens. */
import type {
  ActionOn,
  CommandDraft,
  CommandPath,
  DeclineInput,
  Difficulty,
  DifficultyInput,
  ExtensionInput,
  KnowHow,
  ProgressInput,
  QuickReportInput,
  SmallPhoto,
  TaskCard,
} from '#client';
import { uuid } from '#client';
import type { BreakdownLine } from '#contracts/tasks/breakdown';
import type { NamedProduct } from '#contracts/tasks/named-products';
import { t, unitWord } from '../words/words.ts';

type TaskLike = Pick<TaskCard, 'id' | 'title' | 'indicator' | 'team'>;

const aboutTask = (task: TaskLike) => ({
  taskId: task.id,
  title: task.title,
  teamId: task.team.id,
  unit: unitWord(task.indicator),
});
const onTask = (task: TaskLike, kind: string, action: ActionOn<'/tasks/{taskId}'>, body?: unknown): CommandDraft => ({
  kind,
  lane: task.id,
  method: 'POST',
  path: `/tasks/${task.id}/${action}`,
  ...(body !== undefined && { body }),
  view: aboutTask(task),
});

export const accept = (task: TaskLike) => onTask(task, 'task.accept', 'accept');
/** The leader takes on what the team had declined. */
export const turnDecline = (task: TaskLike) => onTask(task, 'task.turnDecline', 'accept');
export const undoAccept = (task: TaskLike) => onTask(task, 'task.undoAccept', 'take-back-acceptance');
export const decline = (task: TaskLike, body: DeclineInput) => onTask(task, 'task.decline', 'decline', body);
export const undoDecline = (task: TaskLike) => onTask(task, 'task.undoDecline', 'take-back-decline');
export const askExtension = (task: TaskLike, body: ExtensionInput) =>
  onTask(task, 'task.extension', 'extension-requests', body);
export const complete = (task: TaskLike) => onTask(task, 'task.complete', 'complete', {});
/** @param person null: all of the team again */
export function delegate(task: TaskLike, person: { id: string; fullName: string } | null): CommandDraft {
  const draft = onTask(task, 'task.delegate', 'delegate', { personId: person?.id ?? null });
  return { ...draft, view: { ...draft.view, person: person?.fullName ?? t('delegate.everyone') } };
}

/** A photo goes as its own command after the entry that announces it; the count never waits for it. */
export function photoCommands(
  photos: readonly SmallPhoto[],
  ids: readonly string[],
  after: string,
  lane: string,
  view: CommandDraft['view'],
): CommandDraft[] {
  return photos.map((photo, i) => ({
    kind: 'photo',
    lane: `${lane}:photos`,
    method: 'PUT',
    path: `/progress/{entryId}/photos/${ids[i]}`,
    blob: photo.blob,
    after,
    view: { ...view, number: i + 1, bytes: photo.blob.size },
  }));
}

export interface EntryInput {
  /** Made when the form opened, so that the form is one command however often it is sent. */
  id: string;
  value: number;
  happenedOn: string;
  note: string;
  complete: boolean;
  photos: readonly SmallPhoto[];
  links?: readonly string[];
  applicationCodes?: readonly string[];
  breakdown?: readonly BreakdownLine[];
  products?: readonly NamedProduct[];
  followUpOn?: string | null;
  /** The wrong entry that this one stands in for, and its value. */
  corrects?: { entryId: string; value: number };
}

export function progress(task: TaskLike, input: EntryInput): CommandDraft[] {
  const { id } = input;
  const photoIds = input.photos.map(() => uuid());
  const note = input.note.trim().normalize('NFC');
  const body: ProgressInput = {
    happenedOn: input.happenedOn,
    value: input.value,
    photoIds,
    complete: input.complete,
    ...(input.links?.length && { links: [...input.links] }),
    ...(input.applicationCodes?.length && { applicationCodes: [...input.applicationCodes] }),
    ...(input.breakdown?.length && { breakdown: [...input.breakdown] }),
    ...(input.products?.length && { products: [...input.products] }),
    ...(input.followUpOn !== undefined && { followUpOn: input.followUpOn }),
    ...(note && { note }),
  };
  const view = {
    ...aboutTask(task),
    value: input.value,
    complete: input.complete,
    photos: photoIds.length,
    links: (input.links?.length ?? 0) + (input.products?.length ?? 0),
    codes: input.applicationCodes?.length ?? 0,
    happenedOn: input.happenedOn,
    note,
    ...(input.corrects && { replaces: input.corrects.value }),
  };
  const path: CommandPath = input.corrects
    ? `/progress/${input.corrects.entryId}/corrections`
    : `/tasks/${task.id}/progress`;
  return [
    { id, kind: 'task.progress', lane: task.id, method: 'POST', path, body, view },
    ...photoCommands(input.photos, photoIds, id, task.id, view),
  ];
}

export interface QuickInput {
  id: string;
  teamId: string;
  kind: QuickReportInput['kind'];
  kindWord: string;
  /** What it counts by itself: "lượt". */
  unit?: string;
  value: number;
  happenedOn: string;
  note: string;
  task?: TaskLike;
  /** Was meant for this task and cannot be added to it: counts by itself, as what the task counts. */
  insteadOfTaskId?: string;
  products?: readonly NamedProduct[];
  followUpOn?: string;
  photos: readonly SmallPhoto[];
}

export function quickReport(input: QuickInput): CommandDraft[] {
  const { id } = input;
  const photoIds = input.photos.map(() => uuid());
  const note = input.note.trim().normalize('NFC');
  const body: QuickReportInput = {
    kind: input.kind,
    value: input.value,
    happenedOn: input.happenedOn,
    photoIds,
    ...(input.task && { taskId: input.task.id }),
    ...(input.insteadOfTaskId && { insteadOfTaskId: input.insteadOfTaskId }),
    ...(input.products?.length && { products: [...input.products] }),
    ...(input.followUpOn && { followUpOn: input.followUpOn }),
    ...(note && { note }),
  };
  const view = {
    teamId: input.teamId,
    title: input.kindWord,
    value: input.value,
    happenedOn: input.happenedOn,
    note,
    photos: photoIds.length,
    ...(input.unit && { unit: input.unit }),
    ...(input.task && { taskId: input.task.id }),
  };
  const lane = input.task?.id ?? `quick:${input.teamId}`;
  return [
    { id, kind: 'quick', lane, method: 'POST', path: `/teams/${input.teamId}/quick-reports`, body, view },
    ...photoCommands(input.photos, photoIds, id, lane, view),
  ];
}

export const undoQuick = (entryId: string, title: string): CommandDraft => ({
  kind: 'quick.undo',
  lane: `entry:${entryId}`,
  method: 'POST',
  path: `/progress/${entryId}/take-back`,
  view: { title },
});

/** What was added to the task stands for itself from then on. */
export const countApart = (
  task: TaskLike,
  { id, value }: { id: string; value: number },
  title: string,
): CommandDraft => ({
  kind: 'quick.apart',
  lane: task.id,
  method: 'POST',
  path: `/progress/${id}/count-apart`,
  view: { title, taskId: task.id, n: value },
});

/** The server knows the difficulty by its command too, so a photo finds it whatever came of the answer. */
export function difficulty(
  id: string,
  teamId: string,
  told: Omit<DifficultyInput, 'photoIds'>,
  title: string,
  photos: readonly SmallPhoto[] = [],
): CommandDraft[] {
  const photoIds = photos.map(() => uuid());
  const lane = told.taskId ?? `difficulty:${teamId}`;
  const view = { teamId, title, photos: photoIds.length };
  const body: DifficultyInput = { ...told, photoIds };
  return [
    { id, kind: 'difficulty', lane, method: 'POST', path: `/teams/${teamId}/difficulties`, body, view },
    ...photoCommands(photos, photoIds, id, lane, view).map((photo, i) => ({
      ...photo,
      path: `/progress/${id}/photos/${photoIds[i]}` as CommandPath,
    })),
  ];
}

type Followed = Pick<Difficulty, 'id' | 'text' | 'team'>;
const onDifficulty = (
  { id, text, team }: Followed,
  kind: string,
  action: ActionOn<'/difficulties/{difficultyId}'>,
  body?: unknown,
): CommandDraft => ({
  kind,
  lane: `difficulty:${id}`,
  method: 'POST',
  path: `/difficulties/${id}/${action}`,
  ...(body !== undefined && { body }),
  view: { difficultyId: id, teamId: team.id, title: text },
});
export const askFurther = (one: Followed, text: string) => onDifficulty(one, 'difficulty.ask', 'questions', { text });
export const closeDifficulty = (one: Followed) => onDifficulty(one, 'difficulty.close', 'close');
export const reopenDifficulty = (one: Followed) => onDifficulty(one, 'difficulty.reopen', 'reopen', {});
export const useKnowHow = (teamId: string, { id, text }: Pick<KnowHow, 'id' | 'text'>): CommandDraft => ({
  kind: 'knowHow.use',
  lane: `knowHow:${id}`,
  method: 'POST',
  path: `/teams/${teamId}/know-how/${id}/use`,
  view: { teamId, title: text, difficultyId: id },
});

export const seen = (ids: string[], at: string): CommandDraft => ({
  kind: 'seen',
  lane: 'seen',
  method: 'POST',
  path: '/me/inbox/seen',
  body: { ids, at },
  view: {},
});
export const resultSeen = (taskId: string): CommandDraft => ({
  kind: 'seal',
  lane: `seal:${taskId}`,
  method: 'POST',
  path: `/tasks/${taskId}/confirmation-seen`,
  view: {},
});
