import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../ui/form.tsx';
import { sentCount, unsent } from '../report-board/board-facts.ts';
import type { CampaignBoard } from './campaign-facts.ts';

/** Takes a campaign back: says first who need not send it any more, and what stays. */
export function CancelDialog({ campaign, onClose }: { campaign: CampaignBoard; onClose: () => void }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const cancel = useCommand({
    send: (_: void, header) =>
      client.POST('/campaigns/{campaignId}/cancel', {
        params: { path: { campaignId: campaign.id }, header },
        body: { reason: reason.trim() },
      }),
    touches: ['/units/{unitId}/campaigns', '/units/{unitId}/reports'],
    done: ({ withdrawn }) => {
      sayAndClose(t('camp.cancelled', { n: withdrawn }), onClose);
      void navigate({ to: '/campaigns' });
    },
  });
  const foot = { label: t('camp.cancel'), busy: cancel.isPending, disabled: !reason.trim(), onClose };
  const [left, sent] = [unsent(campaign.units).length, sentCount(campaign)];
  return (
    <FormDialog danger title={t('camp.cancelTitle')} {...foot} onSubmit={() => cancel.mutate()}>
      <p>{t('camp.cancelMeans', { n: left })}</p>
      {sent > 0 && <p className="caption">{t('camp.cancelKeeps', { n: sent })}</p>}
      <NoteField label={t('rep.reason')} required value={reason} onChange={setReason} maxLength={500} />
    </FormDialog>
  );
}
