import { Button } from '@mantine/core';
import { useState } from 'react';
import { coverHamlets } from '#client/commands';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { Notice } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import { byCommune, type Coverage, coveragePaths } from './use-coverage.ts';

/** Which hamlets nobody's signal covers: by commune, within one commune by name. */
function useNames({ uncovered }: Coverage): string {
  const { t } = useI18n();
  const communes = byCommune(uncovered.hamlets);
  if (communes.length > 1 || uncovered.total > uncovered.hamlets.length)
    return nameList(
      t,
      communes.map(({ commune, n }) => t('providers.aloneIn', { commune: commune.name, n })),
      4,
    );
  const commune = communes[0]?.commune.name ?? '';
  return `${commune}: ${nameList(
    t,
    uncovered.hamlets.map(({ unit }) => unit.fullName),
    4,
  )}`;
}

export function AloneNotice({ coverage }: { coverage: Coverage }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const names = useNames(coverage);
  const [gives, setGives] = useState(false);
  const { total, hamlets } = coverage.uncovered;
  return (
    <>
      <Notice
        tone="doing"
        icon="alert-triangle"
        action={
          may('unit.manage') && (
            <Button size="xs" variant="default" onClick={() => setGives(true)}>
              {t('providers.give', { n: hamlets.length })}
            </Button>
          )
        }
      >
        <b>{t('providers.alone', { n: total })}</b> {t('providers.aloneHere', { names })} {t('providers.aloneNote')}
      </Notice>
      {gives && <GiveDialog coverage={coverage} onClose={() => setGives(false)} />}
    </>
  );
}

function HamletNames({ hamlets }: Pick<Coverage['uncovered'], 'hamlets'>) {
  return (
    <ul className="coverage-names">
      {hamlets.map(({ unit, commune }) => (
        <li key={unit.id}>
          {unit.fullName}, {commune.fullName}
        </li>
      ))}
    </ul>
  );
}

function GiveDialog({ coverage, onClose }: { coverage: Coverage; onClose: () => void }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const telecoms = coverage.providers.filter(({ kind }) => kind === 'telecom');
  const { hamlets } = coverage.uncovered;
  const n = hamlets.length;
  const nameOf = (providerId?: string | null) => telecoms.find(({ id }) => id === providerId)?.name ?? '';
  return (
    <CommandForm
      route={coverHamlets}
      path="chosen"
      touches={coveragePaths}
      title={t('providers.giveTitle', { n })}
      text={telecoms.length === 0 && <p>{t('providers.noTelecom')}</p>}
      body={{ hamletIds: hamlets.map(({ unit }) => unit.id) }}
      start={{ providerId: telecoms[0]?.id ?? null, from: me.today }}
      fields={{
        providerId: {
          as: 'choice',
          label: t('providers.giveTo'),
          options: telecoms.map(({ id, name }) => ({ value: id, label: name })),
        },
        hamletIds: { as: 'own', required: false, show: () => <HamletNames hamlets={hamlets} /> },
        from: { as: 'day', label: t('providers.editFrom'), min: me.today },
      }}
      label={({ from }) =>
        from && from > me.today
          ? t('providers.saveFrom', { day: formatDate(from, lang, { withYear: true }) })
          : t('providers.give', { n })
      }
      said={(_, { providerId }) => t('providers.given', { provider: nameOf(providerId), n })}
      onClose={onClose}
    />
  );
}
