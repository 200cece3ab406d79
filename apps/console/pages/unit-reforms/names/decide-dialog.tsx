import { useState } from 'react';
import { useDirectives } from '../../../api/use-directives.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice, DayField, FormDialog } from '../../../ui/form.tsx';
import type { Reform } from '../reform-looks.ts';
import { type Edit, useEdit } from '../lines/use-lines.ts';
import type { Hamlet } from './name-patterns.ts';

/** Those that nothing stands against, from the council's day on. */
const decidedBy = (hamlets: readonly Hamlet[], decided: { onDate: string; directiveId: string }): Edit[] =>
  hamlets.flatMap(({ id: unitId, state, proposal }) =>
    proposal && state === 'proposed'
      ? [{ do: 'name', unitId, type: proposal.type, name: proposal.name, decided } as const]
      : [],
  );

interface Props {
  reform: Reform;
  hamlets: readonly Hamlet[];
  onClose: () => void;
}

/** A name holds when the council has decided, from its day on: all proposals of the commune. */
export function DecideDialog({ reform, hamlets, onClose }: Props) {
  const { t } = useI18n();
  const { directives } = useDirectives(reform.unit.id);
  const [onDate, setDay] = useState(reform.onDate);
  const [directiveId, setPaper] = useState<string | null>(null);
  const edit = useEdit(reform, onClose);
  return (
    <FormDialog
      title={t('rn.decide')}
      label={t('rn.decide')}
      busy={edit.isPending}
      disabled={!directiveId || onDate < reform.onDate}
      onClose={onClose}
      onSubmit={() => directiveId && edit.mutate(decidedBy(hamlets, { onDate, directiveId }))}
    >
      <p>{t('rn.decideText', { n: hamlets.filter(({ state }) => state === 'proposed').length })}</p>
      <Choice
        label={t('rn.paper')}
        required
        searchable
        options={directives.map(({ id, citation }) => ({ value: id, label: citation }))}
        value={directiveId}
        onChange={setPaper}
      />
      <DayField label={t('rn.day')} required minDate={reform.onDate} value={onDate} onChange={setDay} />
    </FormDialog>
  );
}
