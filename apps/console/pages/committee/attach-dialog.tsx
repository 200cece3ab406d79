import { Checkbox } from '@mantine/core';
import { createCommittee } from '#client/commands';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { DayField } from '../../ui/form.tsx';
import { committeePaths } from './use-committee.ts';

/** A commune's committee is set up by a signed decision. */
export function AttachDialog({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  return (
    <CommandForm
      route={createCommittee}
      path={{ unitId }}
      touches={committeePaths}
      title={t('committee.attachTitle')}
      start={{ signedOn: me.today, from: me.today }}
      fields={({ from }) => ({
        number: { as: 'text', half: true, label: t('committee.number') },
        signedOn: { as: 'day', half: true, label: t('committee.signedOn'), max: me.today },
        signer: { as: 'text', label: t('committee.signer') },
        from: { as: 'day', label: t('committee.start') },
        lastDay: {
          as: 'own',
          show: ({ value, error, onChange }) => (
            <>
              <Checkbox
                label={t('committee.hasTerm')}
                checked={value !== null}
                onChange={(event) => onChange(event.currentTarget.checked ? (from ?? me.today) : null)}
              />
              {value !== null && (
                <DayField
                  label={t('committee.end')}
                  minDate={from ?? me.today}
                  error={error}
                  value={value}
                  onChange={onChange}
                />
              )}
            </>
          ),
        },
      })}
      label={t('committee.attachAct')}
      said={(_, { number }) => t('committee.attached', { number: number ?? '' })}
      onClose={onClose}
    />
  );
}
