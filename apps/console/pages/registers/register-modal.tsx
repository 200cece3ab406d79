import { NumberInput } from '@mantine/core';

import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { DayField, FormDialog } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { RegisterRow } from './register-rows.ts';

/** Records the figures of one hamlet from a day on; earlier days keep theirs. */
export function RegisterModal({ row, onClose }: { row: RegisterRow; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [households, setHouseholds] = useState<number | null>(row.households);
  const [population, setPopulation] = useState<number | null>(row.population);
  const [asOf, setAsOf] = useState<string>(me.today);
  const save = useCommand({
    send: (_: void, header) =>
      client.PUT('/units/{unitId}/registers', {
        params: { path: { unitId: row.unit.id }, header },
        body: { asOf, ...(households !== null && { households }), ...(population !== null && { population }) },
      }),
    touches: ['/units/{unitId}/registers', '/units/{unitId}/teams', '/teams/{teamId}'],
    done: () => sayAndClose(t('registers.saved', { name: row.unit.fullName }), onClose),
  });
  const submit = () => save.mutate();
  const asNumber = (value: string | number) => (value === '' ? null : Number(value));
  return (
    <FormDialog
      onClose={onClose}
      title={row.unit.fullName}
      label={t('act.save')}
      busy={save.isPending}
      disabled={households === null && population === null}
      onSubmit={submit}
    >
      <div className="field-row">
        <NumberInput
          label={t('registers.households')}
          min={0}
          allowDecimal={false}
          value={households ?? ''}
          onChange={(value) => setHouseholds(asNumber(value))}
        />
        <NumberInput
          label={t('registers.population')}
          min={0}
          allowDecimal={false}
          value={population ?? ''}
          onChange={(value) => setPopulation(asNumber(value))}
        />
      </div>
      <DayField label={t('registers.from')} value={asOf} onChange={setAsOf} />
    </FormDialog>
  );
}
