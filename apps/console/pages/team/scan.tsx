import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { removeDecisionScan } from '#client/commands';
import { shrinkPhoto } from '#client/shrink-photo';
import { uuid } from '#client/uuid';
import { fetchRaw } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { refresh, teamPaths } from '../../api/use-command.ts';
import { sayAndClose, showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { downloadDocument } from '../documents/download-document.ts';
import { EverywhereBox } from './everywhere-box.tsx';
import type { Team } from './team.ts';

type Decision = Team['decisions'][number];
interface Props {
  team: Team;
  decision: Decision;
  onClose: () => void;
}

/** As large as the server takes a picture; a PDF may be larger. */
const mostPhotoBytes = 5 * 1024 * 1024;
const pathOf = (team: Team, decision: Decision) => `/teams/${team.id}/decisions/${decision.id}/scan`;

async function send(path: string, file: File): Promise<void> {
  const isPhoto = file.type.startsWith('image/');
  const body = isPhoto && file.size > mostPhotoBytes ? (await shrinkPhoto(file)).blob : file;
  const headers = { 'content-type': 'application/octet-stream', 'Idempotency-Key': uuid() };
  await fetchRaw(path, { method: 'PUT', body, headers });
}

/** A picture of the paper only where there is one; a PDF is named and opened. */
export function ScanPicture({ team, decision }: Omit<Props, 'onClose'>) {
  const i18n = useI18n();
  const { t } = i18n;
  const { scan, number } = decision;
  if (!scan) return null;
  const open = () =>
    void downloadDocument(pathOf(team, decision), `${t('paper.scan.fileName')}.pdf`).catch((error: unknown) =>
      showNotice(problemText(i18n, error), 'failed'),
    );
  if (scan.url)
    return (
      <a className="scan" href={scan.url} target="_blank" rel="noreferrer">
        <img src={scan.url} alt={t('paper.scan.picture', { number })} />
      </a>
    );
  return (
    <button type="button" className="link scan-open" onClick={open}>
      <Icon name="file-certificate" size={16} /> {t('paper.scan.openPdf')}
    </button>
  );
}

function useScan({ team, decision, onClose }: Props) {
  const i18n = useI18n();
  const [busy, setBusy] = useState(false);
  const put = async (file: File | null, everywhere: boolean) => {
    if (!file || busy) return;
    setBusy(true);
    try {
      await send(`${pathOf(team, decision)}?everywhere=${everywhere}`, file);
      refresh(teamPaths);
      sayAndClose(i18n.t('paper.scan.done', { number: decision.number }), onClose);
    } catch (error) {
      showNotice(problemText(i18n, error), 'failed');
      setBusy(false);
    }
  };
  return { busy, put };
}

export function ScanDialog(props: Props) {
  const { decision, onClose } = props;
  const { t } = useI18n();
  const { number, teams } = decision;
  const [file, setFile] = useState<File | null>(null);
  const [everywhere, setEverywhere] = useState(teams > 1);
  const { busy, put } = useScan(props);
  return (
    <FormDialog
      onClose={onClose}
      title={t('paper.scan.title', { number })}
      label={t(decision.scan ? 'paper.scan.replace' : 'paper.scan.put')}
      busy={busy}
      disabled={!file}
      onSubmit={() => void put(file, everywhere)}
    >
      <p className="muted">{t('paper.scan.note')}</p>
      <div className="scan-file">
        <FileButton
          accept="application/pdf,image/jpeg,image/png,image/webp"
          inputProps={{ 'aria-label': t('paper.scan.file') }}
          onChange={setFile}
        >
          {(props) => (
            <Button {...props} variant="default" leftSection={<Icon name="photo" size={16} />}>
              {t('paper.scan.choose')}
            </Button>
          )}
        </FileButton>
        {file && <span className="scan-name">{file.name}</span>}
      </div>
      <EverywhereBox
        teams={teams}
        label={t('paper.scan.everywhere', { n: teams })}
        checked={everywhere}
        onChange={setEverywhere}
      />
    </FormDialog>
  );
}

export function RemoveScanDialog({ team, decision, onClose }: Props) {
  const { t } = useI18n();
  const { number, teams } = decision;
  return (
    <CommandForm
      route={removeDecisionScan}
      path={{ teamId: team.id, decisionId: decision.id }}
      touches={teamPaths}
      danger
      title={t('paper.scan.title', { number })}
      start={{ everywhere: teams > 1 }}
      fields={{
        everywhere: {
          as: 'own',
          show: ({ value, onChange }) => (
            <EverywhereBox
              teams={teams}
              label={t('paper.scan.removeEverywhere', { n: teams })}
              checked={value === true}
              onChange={onChange}
            />
          ),
        },
        reason: { as: 'note', label: t('paper.scan.removeReason') },
      }}
      label={t('paper.scan.remove')}
      said={t('paper.scan.removed', { number })}
      onClose={onClose}
    />
  );
}
