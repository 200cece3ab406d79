/** What is typed of what an order asks beside the number: from draft to lines, from lines to draft, and what is still missing. */
import type { TaskDetail } from '#client';
import type { EvidenceKind } from '#contracts/enums';
import {
  amounts,
  type BreakdownLine,
  breakdownFaults,
  type Dimension,
  isAmount,
  LINK_EACH,
  type Told,
  wordsOn,
} from '#contracts/tasks/breakdown';
import { countsAdvice, LONGEST_FOLLOW_UP_DAYS } from '#contracts/tasks/advice';
import { addDays } from '#i18n/dates';
import { today } from '../../../model/clock.ts';
import { asksBesideNames } from '#contracts/tasks/named-products';
import { lang, t, unitWord } from '../../../model/words/words.ts';

/** All of one kind, or so many of each. */
export type Division = string | Record<string, number>;
export interface TypedAsks {
  /** By dimension. */
  kinds?: Record<string, Division>;
  amounts?: Record<string, number>;
}

type Asking = Pick<TaskDetail, 'asks' | 'words' | 'evidence' | 'indicator'>;

export const dimensionsOf = (task: Asking, day: string): Dimension[] =>
  wordsOn(task.words ?? [], day).filter(({ key }) => asksBesideNames(task.asks ?? []).includes(key));
export const amountsOf = ({ asks = [] }: Asking) => amounts.filter((each) => asks.includes(each));
export const wantsLinkEach = ({ asks = [] }: Asking): boolean => asksBesideNames(asks).includes(LINK_EACH);

export const wordOf = (of: { name?: string | undefined; nameEn?: string | undefined }): string =>
  (lang.value === 'en' && of.nameEn) || of.name || '';
export const countWord = (dimension: Dimension, task: Asking, n: number): string =>
  dimension.counts === 'people' ? t('ask.people', { n }) : t('ask.count', { n, unit: unitWord(task.indicator) });

/** The last kind that nobody has touched takes what is left. */
export function filled(dimension: Dimension, divided: Record<string, number>, value: number): Record<string, number> {
  const left = dimension.values.filter(({ key }) => divided[key] === undefined);
  const rest = value - Object.values(divided).reduce((sum, n) => sum + n, 0);
  const [last] = left;
  if (!last || left.length > 1 || dimension.counts === 'people' || rest < 0) return divided;
  return { ...divided, [last.key]: rest };
}

export function linesOf(dimensions: readonly Dimension[], typed: TypedAsks, value: number): BreakdownLine[] {
  const ofKinds = dimensions.flatMap((dimension) => {
    const division = typed.kinds?.[dimension.key];
    const divided = typeof division === 'string' ? { [division]: value } : filled(dimension, division ?? {}, value);
    return dimension.values.map(({ key }) => ({ by: dimension.key, kind: key, value: divided[key] ?? 0 }));
  });
  const ofAmounts = Object.entries(typed.amounts ?? {}).map(([by, n]) => ({ by, kind: '', value: n }));
  return [...ofKinds, ...ofAmounts].filter((line) => line.value > 0);
}

/** A number with its kinds, as the commune has it or as it was sent. */
export interface Sent extends Pick<Told, 'value'> {
  breakdown?: readonly BreakdownLine[];
}
/** An entry that is corrected opens as it was. */
export function typedOf({ breakdown = [], value }: Sent): TypedAsks {
  const typed: Required<TypedAsks> = { kinds: {}, amounts: {} };
  for (const line of breakdown) {
    if (isAmount(line.by)) typed.amounts[line.by] = line.value;
    else if (breakdown.filter(({ by }) => by === line.by).length === 1 && line.value === value)
      typed.kinds[line.by] = line.kind;
    else typed.kinds[line.by] = { ...(typed.kinds[line.by] as Record<string, number>), [line.kind]: line.value };
  }
  return typed;
}

export const FOLLOW_UP = 'followUp';
/** @param before what a corrected part says: it may have passed meanwhile */
export function missingFollowUp(task: Asking, followUp: string | undefined, before: string | undefined): Missing[] {
  if (!followUp || followUp === before || !countsAdvice(task.indicator.code)) return [];
  if (followUp >= today() && followUp <= addDays(today(), LONGEST_FOLLOW_UP_DAYS)) return [];
  return [{ field: FOLLOW_UP, label: t('followUp.label'), error: t('followUp.bad') }];
}

export interface Missing {
  /** Names the field on the screen. */
  field: string;
  label: string;
  error: string;
}
/** In the order of the screen. @param evidence kinds that the commune still needs for what this part finishes */
export function missingOf(task: Asking, day: string, said: Told, evidence: readonly EvidenceKind[]): Missing[] {
  const dimensions = dimensionsOf(task, day);
  const faults = breakdownFaults({ asks: asksBesideNames(task.asks ?? []), dimensions }, said).map(
    ({ ask, code, left = 0 }): Missing => {
      if (ask === LINK_EACH) {
        const error = code === 'linkEach' ? t('ask.links.more', { n: left }) : t('ask.links.elsewhere');
        return { field: 'links', label: t('ask.links.missing', { n: left }), error };
      }
      if (isAmount(ask)) return { field: ask, label: t(`ask.${ask}.short`), error: t(`ask.${ask}.error`) };
      const dimension = dimensions.find(({ key }) => key === ask);
      const name = wordOf(dimension ?? {}).replace('?', '');
      if (code === 'missing')
        return { field: ask, label: name, error: t(ask === 'level' ? 'ask.chooseLevel' : 'ask.choose') };
      return { field: ask, label: name, error: left > 0 ? t('ask.left', { n: left }) : t('ask.tooMany', { n: -left }) };
    },
  );
  const ofEvidence = evidence.flatMap((kind): Missing[] =>
    kind === 'count'
      ? []
      : [{ field: FIELDS[kind], label: t(`ask.evidence.${kind}`), error: t(`ask.evidence.${kind}.error`) }],
  );
  const all = [...faults, ...ofEvidence.filter(({ field }) => !faults.some((fault) => fault.field === field))];
  const order = [...dimensions.map(({ key }) => key), 'links', 'codes', ...amounts, 'note', 'photo'];
  return all.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

/** A count is never missing as evidence: without one nothing is sent. */
const FIELDS: Record<Exclude<EvidenceKind, 'count'>, string> = {
  link: 'links',
  application_codes: 'codes',
  photo: 'photo',
  minutes: 'photo',
  note: 'note',
};
