/** A plan as it is typed, and what the API takes of it. Pure. */
import { addDays, type PlainDate } from '#i18n';
import type { TrainingAudience } from '#contracts/training/training-states';
import type { Problem, Schemas } from '../../../api/client.ts';
import type { MessageId } from '../../../i18n/i18n.tsx';
import type { Seed } from '../acts.ts';
import { instantOf, parseHour, spanOf, writeHour } from '../hours.ts';
import type { SessionDetail } from '../looks.ts';

export interface PlanDraft {
  communeId: string | null;
  topicCode: string | null;
  title: string;
  audience: TrainingAudience;
  day: PlainDate;
  from: string;
  to: string;
  place: string;
  mapUrl: string;
  onlineUrl: string;
  capacity: number | null;
  seatsPerTeam: number | null;
  heldUntil: PlainDate | null;
  language: 'vi' | 'en';
  materials: string;
  bring: string;
  teamIds: string[];
  why: string;
}
export type PlanField = keyof PlanDraft;
export type PlanProblems = Partial<Record<PlanField, string>>;
export type SessionInput = Schemas['SessionInput'];

const usualCapacity = 30;
const usualHour = 14 * 60;
const usualMinutes = 150;
/** Far enough that a commune can answer and people can plan. */
const usualDaysAhead = 7;

export function emptyPlan(seed: Seed, today: PlainDate): PlanDraft {
  const from = seed.from ?? usualHour;
  return {
    communeId: seed.communeId ?? null,
    topicCode: null,
    title: '',
    audience: 'teams',
    day: seed.day ?? addDays(today, usualDaysAhead),
    from: writeHour(from),
    to: writeHour(seed.to ?? from + usualMinutes),
    place: '',
    mapUrl: '',
    onlineUrl: '',
    capacity: usualCapacity,
    seatsPerTeam: 1,
    heldUntil: null,
    language: 'vi',
    materials: '',
    bring: '',
    teamIds: seed.teamIds ?? [],
    why: '',
  };
}

export function planOf(session: SessionDetail): PlanDraft {
  const { day, from, to } = spanOf(session);
  return {
    communeId: session.communeId,
    topicCode: session.topicCode,
    title: session.title,
    audience: session.audience,
    day,
    from: writeHour(from),
    to: writeHour(to),
    place: session.place ?? '',
    mapUrl: session.mapUrl ?? '',
    onlineUrl: session.onlineUrl ?? '',
    capacity: session.capacity,
    seatsPerTeam: session.seatsPerTeam,
    heldUntil: session.heldUntil,
    language: session.language,
    materials: session.materials ?? '',
    bring: session.bring ?? '',
    teamIds: session.teamIds,
    why: '',
  };
}

const isLink = (text: string): boolean => /^https?:\/\/\S+\.\S+$/i.test(text.trim());
const orNull = (text: string): string | null => text.trim() || null;

/** What is wrong before anything is sent, at its field. */
export function wrongIn(draft: PlanDraft): Partial<Record<PlanField, MessageId>> {
  const wrong: Partial<Record<PlanField, MessageId>> = {};
  const [from, to] = [parseHour(draft.from), parseHour(draft.to)];
  if (from === null) wrong.from = 'train.plan.hourBad';
  if (to === null) wrong.to = 'train.plan.hourBad';
  else if (from !== null && to <= from) wrong.to = 'training.endsBeforeStart';
  for (const field of ['mapUrl', 'onlineUrl'] as const)
    if (draft[field].trim() && !isLink(draft[field])) wrong[field] = 'train.plan.linkBad';
  const kept = (draft.seatsPerTeam ?? 0) * draft.teamIds.length;
  if (draft.capacity && kept > draft.capacity) wrong.seatsPerTeam = 'training.keptOverCapacity';
  if (draft.heldUntil && draft.heldUntil > draft.day) wrong.heldUntil = 'training.heldTooLong';
  return wrong;
}

/** Fields that a plan cannot go without and that are still empty. */
export function missingIn(draft: PlanDraft): PlanField[] {
  const missing: PlanField[] = [];
  if (!draft.communeId) missing.push('communeId');
  if (!draft.topicCode) missing.push('topicCode');
  if (draft.title.trim().length < 2) missing.push('title');
  if (!draft.place.trim() && !draft.onlineUrl.trim()) missing.push('place');
  if (!draft.capacity) missing.push('capacity');
  return missing;
}

/** The plan as the API takes it; undefined while something is missing or wrong. */
export function inputOf(draft: PlanDraft): SessionInput | undefined {
  const [from, to] = [parseHour(draft.from), parseHour(draft.to)];
  const { communeId, topicCode, capacity } = draft;
  if (missingIn(draft).length > 0 || Object.keys(wrongIn(draft)).length > 0) return undefined;
  if (from === null || to === null || !communeId || !topicCode || !capacity) return undefined;
  return {
    communeId,
    topicCode,
    title: draft.title.trim(),
    audience: draft.audience,
    startsAt: instantOf(draft.day, from),
    endsAt: instantOf(draft.day, to),
    place: orNull(draft.place),
    mapUrl: orNull(draft.mapUrl),
    onlineUrl: orNull(draft.onlineUrl),
    capacity,
    seatsPerTeam: draft.seatsPerTeam ?? 0,
    heldUntil: draft.heldUntil,
    language: draft.language,
    materials: orNull(draft.materials),
    bring: orNull(draft.bring),
    teamIds: draft.teamIds,
  };
}

/** The plan of a session, moved to another time: what a drag or a typed date sends. */
export function movedInput(session: SessionDetail, day: PlainDate, from: number, to: number): SessionInput {
  const { heldUntil, teamIds } = session;
  return {
    communeId: session.communeId,
    topicCode: session.topicCode,
    title: session.title,
    audience: session.audience,
    place: session.place,
    mapUrl: session.mapUrl,
    onlineUrl: session.onlineUrl,
    capacity: session.capacity,
    seatsPerTeam: session.seatsPerTeam,
    language: session.language,
    materials: session.materials,
    bring: session.bring,
    // Seats are never kept beyond the day itself.
    heldUntil: heldUntil && heldUntil > day ? day : heldUntil,
    startsAt: instantOf(day, from),
    endsAt: instantOf(day, to),
    teamIds,
  };
}

const fieldOfPath: Record<string, PlanField> = { startsAt: 'from', endsAt: 'to', trainerId: 'title' };
const fields: readonly string[] = Object.keys(emptyPlan({}, '2022-01-01'));

/** The field that a refusal of the server speaks of; undefined when it speaks of none. */
export function fieldOf(path: string): PlanField | undefined {
  const [first = ''] = path.replace(/^body\./, '').split('.');
  return fieldOfPath[first] ?? (fields.includes(first) ? (first as PlanField) : undefined);
}

/** Each field's own refusal in the reader's words. */
export function refusalsOf(problem: Problem, words: (code: string, params: object) => string): PlanProblems {
  const found: PlanProblems = {};
  for (const { path, code, params } of problem.details ?? []) {
    const field = fieldOf(path);
    if (field && !found[field]) found[field] = words(code, params);
  }
  return found;
}

/** Whether a published session keeps neither its time nor its place: whoever holds a seat is told of that. */
export function tellsPeople(session: SessionDetail, draft: PlanDraft): boolean {
  const before = planOf(session);
  const hour = (text: string) => parseHour(text) ?? text;
  return (
    session.state === 'published' &&
    (before.day !== draft.day ||
      hour(before.from) !== hour(draft.from) ||
      hour(before.to) !== hour(draft.to) ||
      before.place.trim() !== draft.place.trim() ||
      before.onlineUrl.trim() !== draft.onlineUrl.trim())
  );
}
