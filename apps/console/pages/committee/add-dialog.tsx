import { Checkbox } from '@mantine/core';
import { addCommitteeMember } from '#client/commands';
import { affiliations, committeeSeats } from '#contracts/enums';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { committeePaths, type Load } from './use-committee.ts';

/** Begins with the place that the rule misses, so that the officer types less. */
function firstSeat({ checks }: Load) {
  const affiliation = checks.find(({ met }) => !met)?.affiliation ?? 'commune_officer';
  return { affiliation, seat: affiliation === 'commune_chair' ? 'head' : 'member' } as const;
}

export function AddDialog({ load, onClose }: { load: Load; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  return (
    <CommandForm
      route={addCommitteeMember}
      path={{ unitId: load.unit.id }}
      touches={committeePaths}
      title={t('committee.addTitle')}
      body={{ standIn: false, role: 'committee_member' }}
      start={{ ...firstSeat(load), from: me.today }}
      fields={{
        fullName: { as: 'text', label: t('committee.name') },
        position: { as: 'text', label: t('committee.post') },
        affiliation: {
          as: 'choice',
          half: true,
          label: t('committee.affiliation'),
          options: affiliations.map((value) => ({ value, label: t(`affiliation.${value}`) })),
        },
        seat: {
          as: 'choice',
          half: true,
          label: t('committee.seatLabel'),
          options: committeeSeats.map((value) => ({ value, label: t(`committee.seat.${value}`) })),
        },
        role: load.focal.length === 0 && {
          as: 'own',
          show: ({ value, onChange }) => (
            <Checkbox
              label={t('committee.focal')}
              checked={value === 'focal_officer'}
              onChange={(event) => onChange(event.currentTarget.checked ? 'focal_officer' : 'committee_member')}
            />
          ),
        },
        phone: { as: 'text', half: true, label: t('committee.phone'), type: 'tel' },
        email: { as: 'text', half: true, label: t('committee.email'), type: 'email' },
        from: { as: 'day', label: t('committee.from') },
      }}
      label={t('committee.addAct')}
      said={(_, { fullName }) => t('committee.added', { name: fullName ?? '' })}
      onClose={onClose}
    />
  );
}
