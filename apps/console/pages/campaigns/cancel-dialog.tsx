import { useNavigate } from '@tanstack/react-router';
import { cancelCampaign } from '#client/commands';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { sentCount, unsent } from '../report-board/board-facts.ts';
import type { CampaignBoard } from './campaign-facts.ts';

/** Takes a campaign back: says first who need not send it any more, and what stays. */
export function CancelDialog({ campaign, onClose }: { campaign: CampaignBoard; onClose: () => void }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [left, sent] = [unsent(campaign.units).length, sentCount(campaign)];
  return (
    <CommandForm
      route={cancelCampaign}
      path={{ campaignId: campaign.id }}
      touches={['/units/{unitId}/campaigns', '/units/{unitId}/reports']}
      danger
      title={t('camp.cancelTitle')}
      text={
        <>
          <p>{t('camp.cancelMeans', { n: left })}</p>
          {sent > 0 && <p className="caption">{t('camp.cancelKeeps', { n: sent })}</p>}
        </>
      }
      fields={{ reason: { as: 'note', label: t('rep.reason') } }}
      label={t('camp.cancel')}
      said={({ withdrawn }) => t('camp.cancelled', { n: withdrawn })}
      done={() => void navigate({ to: '/campaigns' })}
      onClose={onClose}
    />
  );
}
