import { useIdentity } from '../../api/me.tsx';
import { useDays, useHere } from '../../frame/day/use-day.ts';

/** Days up to today on which communes or what stands above them changed here, the latest first: from then on two trees differ. */
export function useReformDays(): string[] {
  const { me } = useIdentity();
  return useDays(useHere())
    .changes.filter(({ day, ended }) => day <= me.today && ended.units.some(({ kind }) => kind !== 'hamlet'))
    .map(({ day }) => day)
    .sort()
    .reverse();
}
