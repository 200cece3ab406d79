import { Link } from '@tanstack/react-router';
import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import { useHamletsWithoutTeam } from '../../api/use-teams.ts';

const named = 5;

/** Hamlets that have no active team today, first of all on the page. */
export function WithoutTeam({ unitId, canManage }: { unitId: string; canManage: boolean }) {
  const { t, lang } = useI18n();
  const { data } = useHamletsWithoutTeam(unitId, { limit: named });
  const missing = data?.items ?? [];
  if (!data || missing.length === 0) return null;
  const draft = missing.find((unit) => unit.draftTeamId);
  const one = data.total === 1;
  return (
    <Notice
      tone="doing"
      icon="map-pin-exclamation"
      action={
        draft?.draftTeamId &&
        canManage && (
          <Link to="/teams/$teamId" params={{ teamId: draft.draftTeamId }}>
            {t('teams.openDraft')} <Icon name="arrow-right" size={16} />
          </Link>
        )
      }
    >
      <strong>
        {one
          ? t('teams.withoutOne', { name: missing[0]?.name ?? '' })
          : t('teams.without', {
              n: data.total,
              names: nameList(
                t,
                missing.map((unit) => unit.fullName),
                named,
                data.total,
              ),
            })}
      </strong>{' '}
      {one && draft?.draftSince && t('teams.draftSince', { date: formatDate(draft.draftSince, lang) })}
    </Notice>
  );
}
