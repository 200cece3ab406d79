/** What stands above a team that is a draft, has ended, or goes on after an end. */
import { Link } from '@tanstack/react-router';
import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Notice } from '../../ui/layout.tsx';
import type { Team } from './team.ts';

export type TeamPaperAct = 'draft' | 'attach' | 'revive';

interface Props {
  team: Team;
  mayManage: boolean;
  onAct: (act: TeamPaperAct) => void;
}

function DraftNotice({ mayManage, onAct }: Omit<Props, 'team'>) {
  const { t } = useI18n();
  return (
    <Notice
      tone="doing"
      icon="pencil"
      action={
        mayManage && (
          <span className="notice-acts">
            <button type="button" className="strong-link" onClick={() => onAct('draft')}>
              {t('paper.draft.act')}
            </button>
            <button type="button" className="strong-link" onClick={() => onAct('attach')}>
              {t('team.attachSigned')}
            </button>
          </span>
        )
      }
    >
      <strong>{t('team.draftTitle')}</strong> {t('team.draftText')}
    </Notice>
  );
}

function EndNotice({ team, ended, mayManage, onAct }: Props & { ended: string }) {
  const { t, lang } = useI18n();
  const date = formatDate(ended, lang, { withYear: true });
  const hasEnded = ended <= team.at;
  const act = team.revivedAs ? (
    <Link to="/teams/$teamId" params={{ teamId: team.revivedAs }}>
      {t('paper.revive.openNow')}
    </Link>
  ) : (
    mayManage &&
    hasEnded && (
      <button type="button" className="strong-link" onClick={() => onAct('revive')}>
        {t('paper.revive.act')}
      </button>
    )
  );
  return (
    <Notice tone="new" icon="ban" action={act}>
      {t(hasEnded ? 'paper.revive.ended' : 'paper.revive.endsOn', { date })} {team.revivedAs && t('paper.revive.as')}
    </Notice>
  );
}

export function TeamNotices(props: Props) {
  const { team } = props;
  const { t, lang } = useI18n();
  return (
    <>
      {team.status === 'draft' && <DraftNotice {...props} />}
      {team.status !== 'draft' && team.ended && <EndNotice {...props} ended={team.ended} />}
      {team.revivedFrom && (
        <Notice
          tone="new"
          icon="history"
          action={
            <Link to="/teams/$teamId" params={{ teamId: team.revivedFrom.id }}>
              {t('paper.revive.openEarlier')}
            </Link>
          }
        >
          {t('paper.revive.from.earlier', { date: formatDate(team.revivedFrom.ended, lang, { withYear: true }) })}
        </Notice>
      )}
    </>
  );
}
