/** What waits on a phone whose person is signed out, counted by kind: "12 hồ sơ (18/11), 1 ảnh"; no names, no titles. */
import type { Command } from '#client';
import { dayText, t } from '../words/words.ts';

type Left = Pick<Command, 'kind' | 'view'>;

export function leftText(items: readonly Left[]): string {
  const counted = items.filter(isCounted);
  const photos = items.filter(({ kind }) => kind === 'photo').length;
  const done = items.filter(({ kind }) => kind === 'task.complete').length;
  const others = items.length - counted.length - photos - done;
  const units = new Set(counted.map(unitOf));
  return [
    ...[...units].map((unit) =>
      sumText(
        unit,
        counted.filter((item) => unitOf(item) === unit),
      ),
    ),
    photos && t('out.left.photos', { n: photos }),
    done && t('out.left.done', { n: done }),
    others && t('out.left.others', { n: others }),
  ]
    .filter(Boolean)
    .join(', ');
}

const isCounted = ({ kind, view }: Left): boolean => (kind === 'task.progress' || kind === 'quick') && 'value' in view;

const unitOf = ({ view }: Left): string => String(view.unit ?? t('quick.times'));

function sumText(unit: string, items: readonly Left[]): string {
  const days = [...new Set(items.flatMap(({ view }) => (view.happenedOn ? String(view.happenedOn) : [])))].sort();
  const [from, to] = [days[0], days.at(-1)];
  const when =
    from && to && (from === to ? dayText(from) : t('out.left.days', { from: dayText(from), to: dayText(to) }));
  const sum = t('out.left.sum', { n: items.reduce((total, { view }) => total + Number(view.value), 0), unit });
  return when ? `${sum} (${when})` : sum;
}
