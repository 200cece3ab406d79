import { Button, FileButton } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { formatMoment } from '#i18n';
import { fetchRaw } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { refresh } from '../../api/use-command.ts';
import { uuid } from '#client/uuid';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Chip, Notice } from '../../ui/layout.tsx';
import { formatNames, mostMb, refuse, shortHash, type SigningExport } from './signing-facts.ts';
import { EarlierFiles, SetAside } from './set-aside.tsx';
import { SignatureChip, Signatures } from './signatures.tsx';
import { downloadDocument } from './download-document.ts';

interface Props {
  reportId: string;
  row: SigningExport;
  mayTake: boolean;
}

const fileOf = (reportId: string, { id }: SigningExport, which: 'exported' | 'signed', fileId?: string) =>
  `/reports/${reportId}/signing-exports/${id}/${which}${fileId ? `?fileId=${fileId}` : ''}`;

/** The signed file on its way back; what is wrong with it stays until the next try. */
function useSend(reportId: string, row: SigningExport) {
  const i18n = useI18n();
  const { t } = i18n;
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ name: string; why: string } | null>(null);
  const send = async (file: File | null | undefined) => {
    if (!file || busy) return;
    const why = refuse(file, row.format);
    setWrong(why && { name: file.name, why: t(`sign.${why}`, { format: row.format, n: mostMb }) });
    if (why) return;
    setBusy(true);
    try {
      const headers = { 'content-type': 'application/octet-stream', 'Idempotency-Key': uuid() };
      await fetchRaw(fileOf(reportId, row, 'signed'), { method: 'PUT', body: file, headers });
      showNotice(t('sign.received'));
      refresh(['/reports/{reportId}/signing-exports']);
    } catch (error) {
      setWrong({ name: file.name, why: problemText(i18n, error) });
    }
    setBusy(false);
  };
  return { busy, wrong, send };
}

function SendBack({ reportId, row }: Omit<Props, 'mayTake'>) {
  const { t } = useI18n();
  const [over, setOver] = useState(false);
  // The same file may be chosen again after it was mended.
  const again = useRef<() => void>(null);
  const { busy, wrong, send } = useSend(reportId, row);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <>
      {wrong && (
        <div role="alert">
          <Notice tone="late" icon="alert-circle">
            <b>{t('sign.refused', { name: wrong.name })}</b>
            <div>{wrong.why}</div>
          </Notice>
        </div>
      )}
      <div
        className="sign-drop"
        data-over={over || undefined}
        onDragOver={hover}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span>{busy ? t('sign.sending') : t('sign.drop')}</span>
        <FileButton
          accept={`.${row.format}`}
          resetRef={again}
          onChange={(file) => {
            again.current?.();
            void send(file);
          }}
        >
          {(props) => (
            <Button {...props} variant="default" leftSection={<Icon name="upload" />} loading={busy}>
              {t('sign.send')}
            </Button>
          )}
        </FileButton>
      </div>
    </>
  );
}

function Hash({ hash }: { hash: string }) {
  const { t } = useI18n();
  const copy = async () => {
    await navigator.clipboard?.writeText(hash);
    showNotice(t('sign.hashCopied'));
  };
  return (
    <p className="sign-hash">
      <span title={hash}>{t('sign.hash', { hash: `${shortHash(hash)} …` })}</span>
      <button type="button" className="strong-link" onClick={() => void copy()}>
        {t('sign.copyHash')}
      </button>
    </p>
  );
}

function FileButtons({ isSigned, onTake }: { isSigned: boolean; onTake: (which: 'exported' | 'signed') => void }) {
  const { t } = useI18n();
  const button = (which: 'exported' | 'signed', label: string) => (
    <Button variant="default" size="xs" leftSection={<Icon name="download" size={16} />} onClick={() => onTake(which)}>
      {label}
    </Button>
  );
  return (
    <div className="sign-files">
      {button('exported', t('sign.takeExported'))}
      {isSigned && button('signed', t('sign.takeSigned'))}
    </div>
  );
}

/** One file that was handed out, and what came back for it. */
export function SigningRow({ reportId, row, mayTake }: Props) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const at = (moment: string) => formatMoment(moment, Date.now(), lang);
  const take = (which: 'exported' | 'signed', fileId?: string) =>
    void downloadDocument(fileOf(reportId, row, which, fileId)).catch((error: unknown) =>
      showNotice(problemText(i18n, error), 'failed'),
    );
  const { signed } = row;
  return (
    <li className="sign-export">
      <h3>
        {t('sign.of', { version: row.version, format: formatNames[row.format] })}
        {signed ? (
          <SignatureChip state={signed.check.state} />
        ) : (
          <Chip tone="doing" icon="hourglass">
            {t('sign.waits')}
          </Chip>
        )}
      </h3>
      <span className="caption">
        {t('sign.by', { name: row.exportedBy.fullName, at: at(row.exportedAt) })}
        {signed && ` · ${t('sign.signedBy', { name: signed.by.fullName, at: at(signed.at) })}`}
      </span>
      <Hash hash={row.hash} />
      <FileButtons isSigned={signed !== null} onTake={take} />
      {signed && <Signatures check={signed.check} />}
      {!signed && mayTake && <SendBack reportId={reportId} row={row} />}
      {signed && mayTake && <SetAside reportId={reportId} exportId={row.id} />}
      <EarlierFiles files={row.earlier} onTake={(fileId) => take('signed', fileId)} />
    </li>
  );
}
