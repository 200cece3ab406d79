import type { ReadPath } from '#client/paths';
import { client, type Schemas } from '../../api/client.ts';
import type { Answer } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { BulkAct } from '../../ui/bulk/bulk-act.tsx';
import { asOutcome, type Outcome } from '../../ui/bulk/outcome.ts';
import { usePreview } from '../../ui/bulk/use-preview.ts';
import { monthText } from '../../ui/text/months.ts';

interface Props {
  /** The office that waits for the reports. */
  unitId: string;
  month: string;
  unitIds: readonly string[];
  note?: (unitId: string) => string | undefined;
  onClose: () => void;
}

const touches: readonly ReadPath[] = [
  '/units/{unitId}/report-board',
  '/units/{unitId}/dashboard',
  '/units/{unitId}/overview',
];

const outcomeOf = (answer: Answer<Schemas['RemindedReports']>): Answer<Outcome> =>
  asOutcome(answer, ({ reminded, act }) => ({ done: reminded, failed: [], act }));

/** Units are reminded of a month's report: first who hears of it, then the act. */
export function RemindDialog({ unitId, month, unitIds, note, onClose }: Props) {
  const { t } = useI18n();
  const path = { unitId };
  const body = { month, unitIds: [...unitIds] };
  const preview = usePreview(['/units/{unitId}/report-board/remind-preview', unitId, month, unitIds], () =>
    client.POST('/units/{unitId}/report-board/remind-preview', { params: { path }, body }),
  );
  return (
    <BulkAct
      title={t('rb.remindTitle', { month: monthText(month) })}
      label={(n) => t('rb.remindAct', { n })}
      done={(n) => t('rb.reminded', { n })}
      preview={preview}
      send={async ({ header }) =>
        outcomeOf(await client.POST('/units/{unitId}/report-board/remind', { params: { path, header }, body }))
      }
      second={{ ask: { kind: 'reportReminder', unitId, ...body }, to: 'units' }}
      touches={touches}
      onClose={onClose}
      {...(note && { note })}
    />
  );
}

/** The same for a list that was asked for once. */
export function RemindCampaign({
  campaign,
  unitIds,
  onClose,
}: {
  campaign: { id: string; title: string };
  unitIds: readonly string[];
  onClose: () => void;
}) {
  const { t } = useI18n();
  const path = { campaignId: campaign.id };
  const body = { unitIds: [...unitIds] };
  const preview = usePreview(['/campaigns/{campaignId}/remind-preview', campaign.id, unitIds], () =>
    client.POST('/campaigns/{campaignId}/remind-preview', { params: { path }, body }),
  );
  return (
    <BulkAct
      title={t('camp.remindTitle', { title: campaign.title })}
      label={(n) => t('rb.remindAct', { n })}
      done={(n) => t('rb.reminded', { n })}
      preview={preview}
      send={async ({ header }) =>
        outcomeOf(await client.POST('/campaigns/{campaignId}/remind', { params: { path, header }, body }))
      }
      second={{ ask: { kind: 'campaignReminder', campaignId: campaign.id, ...body }, to: 'units' }}
      touches={['/campaigns/{campaignId}']}
      onClose={onClose}
    />
  );
}
