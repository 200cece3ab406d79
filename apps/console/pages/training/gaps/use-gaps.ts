/** What a commune's teams lack: the coverage, and teams in the order in which a session should invite them. */
import { useMemo } from 'react';
import type { TrainingTopicGroup } from '#contracts/training/training-states';
import { comparePlaces } from '#i18n/fold';
import { api, type Schemas } from '../../../api/client.ts';

export type Coverage = Schemas['TrainingCoverage'];

/** Thôn 2 before Thôn 10. */
function inOrder(coverage: Coverage): Coverage {
  return { ...coverage, teams: [...coverage.teams].sort((a, b) => comparePlaces(a.team.name, b.team.name)) };
}

/** @param treeOn a day by whose units; without one by those of today */
export function useCoverage(
  unitId: string | null | undefined,
  group: TrainingTopicGroup = 'team',
  treeOn: string | null = null,
) {
  return api.useQuery(
    'get',
    '/units/{unitId}/training-coverage',
    { params: { path: { unitId: unitId ?? '' }, query: { group, ...(treeOn && { treeOn }) } } },
    { enabled: Boolean(unitId), staleTime: 60_000, select: inOrder },
  );
}

export function useTopics() {
  return api.useQuery('get', '/training/topics', {}, { staleTime: 3_600_000 });
}

export interface Gap {
  id: string;
  name: string;
  members: number;
  /** Members who have learnt the topic; null where no topic is chosen. */
  trained: number | null;
}

/** Teams by how many of their members lack the topic, most first; without a topic in the order of their names. */
export function gapsOf(coverage: Coverage, topicCode: string | null): Gap[] {
  const at = coverage.topics.findIndex(({ code }) => code === topicCode);
  const gaps = coverage.teams.map(({ team, members, trained }) => ({
    ...team,
    members,
    trained: at < 0 ? null : (trained[at] ?? 0),
  }));
  const lack = ({ members, trained }: Gap) => members - (trained ?? members);
  return at < 0 ? gaps : gaps.sort((a, b) => lack(b) - lack(a));
}

export function useGaps(communeId: string | null, topicCode: string | null) {
  const topics = useTopics();
  const group = topics.data?.find(({ code }) => code === topicCode)?.group ?? 'team';
  const query = useCoverage(communeId, group);
  const gaps = useMemo(() => (query.data ? gapsOf(query.data, topicCode) : []), [query.data, topicCode]);
  return { gaps, query };
}
