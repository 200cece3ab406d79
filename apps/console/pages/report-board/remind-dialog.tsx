import { useQuery } from '@tanstack/react-query';
import type { ReadPath } from '#client/paths';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import '../../i18n/report-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { TellDialog } from '../../ui/bulk/tell-dialog.tsx';
import { monthText } from '../reports/report-facts.ts';

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

/** Units are reminded of a month's report: first who hears of it, then the act. */
export function RemindDialog({ unitId, month, unitIds, note, onClose }: Props) {
  const { t } = useI18n();
  const path = { unitId };
  const preview = useQuery({
    queryKey: ['post', '/units/{unitId}/report-board/remind-preview', unitId, month, unitIds],
    gcTime: 0,
    queryFn: async () => {
      const body = { month, unitIds: [...unitIds] };
      const { data, error } = await client.POST('/units/{unitId}/report-board/remind-preview', {
        params: { path },
        body,
      });
      if (!data) throw error;
      return data;
    },
  });
  const remind = useCommand({
    send: (told: string[], header) =>
      client.POST('/units/{unitId}/report-board/remind', {
        params: { path, header },
        body: { month, unitIds: told },
      }),
    touches,
    done: ({ reminded, skipped }) => sayAndClose(t('rb.reminded', { n: reminded, m: skipped }), onClose),
  });
  return (
    <TellDialog
      title={t('rb.remindTitle', { month: monthText(month) })}
      label={(n) => t('rb.remindAct', { n })}
      units={preview.data?.units}
      busy={remind.isPending}
      onSend={(told) => remind.mutate(told)}
      onClose={onClose}
      {...(note && { note })}
    />
  );
}
