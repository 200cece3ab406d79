import { Button } from '@mantine/core';
import { useState } from 'react';
import { openReportStates, signableFormats } from '#contracts/reporting/report-states';
import { api, client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, Dialog } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/states.tsx';
import { useRights } from '../../api/use-report-rights.ts';
import { asAsked, noRegistry, RegistryFields } from './registry-fields.tsx';
import { formatNames, type SigningExport } from './signing-facts.ts';
import { SigningRow } from './signing-row.tsx';
import './documents.css';

type Signed = Pick<Schemas['Report'], 'id' | 'state' | 'unit' | 'receiver'>;
export const signingPath = '/reports/{reportId}/signing-exports';

/** Hands out a file: the version that was sent, with what the registry gave. */
function NewExport({ reportId }: { reportId: string }) {
  const { t } = useI18n();
  const [format, setFormat] = useState<SigningExport['format']>('pdf');
  const [registry, setRegistry] = useState(noRegistry);
  const hand = useCommand({
    send: (_: void, header) =>
      client.POST(signingPath, {
        params: { path: { reportId }, header },
        body: { format, ...asAsked(registry) },
      }),
    touches: [signingPath],
    done: () => showNotice(t('sign.exported')),
  });
  const options = signableFormats.map((value) => ({ value, label: formatNames[value] }));
  return (
    <div className="sign-new" role="group" aria-label={t('sign.export')}>
      <Choice label={t('sign.format')} options={options} value={format} onChange={setFormat} />
      <RegistryFields value={registry} onChange={setRegistry} />
      <Button leftSection={<Icon name="file-export" />} loading={hand.isPending} onClick={() => hand.mutate()}>
        {t('sign.export')}
      </Button>
    </div>
  );
}

/** The way to the agency's signing tool and back; both files of each export stay here. */
export function SigningDialog({ report, onClose }: { report: Signed; onClose: () => void }) {
  const { t } = useI18n();
  const query = api.useQuery('get', signingPath, { params: { path: { reportId: report.id } } });
  const { writes } = useRights(report);
  const isSent = !openReportStates.includes(report.state);
  return (
    <Dialog title={t('sign.title')} size="min(760px, 100vw)" onClose={onClose}>
      <div className="form">
        <p className="sign-how">{t('sign.how')}</p>
        {writes && (isSent ? <NewExport reportId={report.id} /> : <p className="muted">{t('sign.notSent')}</p>)}
        <Loaded query={query} rows={3}>
          {(exports) =>
            exports.length === 0 ? (
              <p className="muted">{t('sign.none')}</p>
            ) : (
              <ul className="sign-list">
                {exports.map((each) => (
                  <SigningRow key={each.id} reportId={report.id} row={each} mayTake={writes} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </Dialog>
  );
}
