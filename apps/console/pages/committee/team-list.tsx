import { Link } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import type { SupportedTeam } from './use-committee.ts';

/** How long nothing was recorded of a team, in words. */
export function useQuietText(): (team: SupportedTeam) => string {
  const { t } = useI18n();
  return ({ quietDays, silent }) => {
    if (quietDays === null) return '';
    if (silent) return t('committee.quiet', { n: quietDays });
    return quietDays === 0 ? t('committee.today') : t('committee.lastRecord', { n: quietDays });
  };
}

/** Teams by name with how long each has been quiet. */
export function TeamList({ teams }: { teams: readonly SupportedTeam[] }) {
  const quiet = useQuietText();
  return (
    <ul className="committee-list">
      {teams.map((team) => (
        <li key={team.id}>
          <Link className="cell-link" to="/teams/$teamId" params={{ teamId: team.id }}>
            {team.name}
          </Link>
          <span className="caption" data-silent={team.silent || undefined}>
            {quiet(team)}
          </span>
        </li>
      ))}
    </ul>
  );
}
