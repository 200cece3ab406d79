import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { client, isProblem } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField, FormDialog } from '../../ui/form.tsx';
import { Notice } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import { useErrorAt } from '../../ui/error-at.ts';
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
  const [providerId, setProviderId] = useState(telecoms[0]?.id ?? null);
  const [from, setFrom] = useState(me.today);
  const provider = telecoms.find(({ id }) => id === providerId)?.name ?? '';
  const give = useCommand({
    send: (to: string, header) =>
      client.POST('/providers/{providerId}/hamlets', {
        params: { path: { providerId: to }, header },
        body: { hamletIds: hamlets.map(({ unit }) => unit.id), from },
      }),
    touches: coveragePaths,
    done: () => sayAndClose(t('providers.given', { provider, n: hamlets.length }), onClose),
    failed: (error) => isProblem(error) && error.details.some(({ path }) => path === 'from'),
  });
  const errorAt = useErrorAt(give.error);
  const day = formatDate(from, lang, { withYear: true });
  return (
    <FormDialog
      title={t('providers.giveTitle', { n: hamlets.length })}
      label={from > me.today ? t('providers.saveFrom', { day }) : t('providers.give', { n: hamlets.length })}
      cancelLabel={t('act.close')}
      disabled={!providerId}
      busy={give.isPending}
      onClose={onClose}
      onSubmit={() => providerId && give.mutate(providerId)}
    >
      {telecoms.length === 0 && <p>{t('providers.noTelecom')}</p>}
      <Choice
        label={t('providers.giveTo')}
        options={telecoms.map(({ id, name }) => ({ value: id, label: name }))}
        value={providerId}
        onChange={setProviderId}
      />
      <HamletNames hamlets={hamlets} />
      <DayField
        label={t('providers.editFrom')}
        minDate={me.today}
        value={from}
        error={errorAt('from')}
        onChange={setFrom}
      />
    </FormDialog>
  );
}
