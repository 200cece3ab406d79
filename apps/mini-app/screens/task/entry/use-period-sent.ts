/** Whether the commune has sent the report of a month: what is corrected then counts in the next one. */
import { useEffect, useState } from 'preact/hooks';
import { take, type TeamMonth } from '#client';
import { api } from '../../../model/api.ts';
import { read } from '../../../model/local.ts';

/** @param month of an entry that is mended; without a network what the month's screen has last seen stands */
export function usePeriodSent(teamId: string, month: string | undefined): boolean {
  const kept = month && read<{ month: TeamMonth }>(`snapshot.month.${teamId}.${month}`)?.month.report;
  const [report, setReport] = useState<TeamMonth['report'] | '' | undefined>(kept);
  useEffect(() => {
    if (!month) return;
    const asked = { params: { path: { teamId }, query: { month } } };
    take(api.GET('/teams/{teamId}/month', asked)).then(
      (found) => setReport(found.report),
      () => {},
    );
  }, [teamId, month]);
  return report === 'submitted' || report === 'accepted';
}
