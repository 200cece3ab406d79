import '@mantine/dates/styles.css';
import { getRouteApi } from '@tanstack/react-router';
import { useIdentity } from '../../api/me.tsx';
import './committee.css';
import { CommuneCommittee } from './commune-committee.tsx';
import { CommunesCommittees } from './communes-committees.tsx';

const route = getRouteApi('/committee');

/** Is the committee complete by the rule, and does each supporter reach their teams. */
export function CommitteePage() {
  const { post, commune } = useIdentity();
  const { unit } = route.useSearch();
  if (!unit && !commune) return <CommunesCommittees />;
  return <CommuneCommittee unitId={unit ?? post.unit.id} />;
}
