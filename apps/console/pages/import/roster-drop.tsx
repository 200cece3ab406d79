import { Button, Progress } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ChangeEvent, type DragEvent, useLayoutEffect, useRef, useState } from 'react';
import { fetchRaw, queryClient, type Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import './import.css';

const maxBytes = 10_000_000;

async function upload(unitId: string, file: File): Promise<Schemas['RosterImport']> {
  const response = await fetchRaw(`/units/${unitId}/roster-imports?fileName=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  });
  return (await response.json()) as Schemas['RosterImport'];
}

/** Why a file cannot even be sent, or null. What it is, the server says by its content, with the way to mend it. */
export function refuse(file: Pick<File, 'size'>): 'size' | 'empty' | null {
  if (file.size > maxBytes) return 'size';
  return file.size === 0 ? 'empty' : null;
}

function useUpload(unitId: string) {
  const i18n = useI18n();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    const why = refuse(file);
    setError(why && i18n.t(`import.refuse.${why}`));
    if (why) return;
    setBusy(true);
    try {
      const staged = await upload(unitId, file);
      queryClient.setQueryData(
        ['get', '/roster-imports/{importId}', { params: { path: { importId: staged.id } } }],
        staged,
      );
      await navigate({ to: '/import/$importId', params: { importId: staged.id } });
    } catch (problem) {
      setError(problemText(i18n, problem));
      setBusy(false);
    }
  };
  return { busy, error, send };
}

/** Takes a file that is dropped anywhere on the page. */
function useDropAnywhere(on: boolean, take: (file: File | undefined) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useLayoutEffect(() => {
    if (!on) return;
    const hover = (event: globalThis.DragEvent) => event.preventDefault();
    const drop = (event: globalThis.DragEvent) => {
      event.preventDefault();
      latest.current(event.dataTransfer?.files[0]);
    };
    addEventListener('dragover', hover);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', hover);
      removeEventListener('drop', drop);
    };
  }, [on]);
}

function DropText({ busy, error }: { busy: boolean; error: string | null }) {
  const { t } = useI18n();
  return (
    <div>
      <b>{t('import.drop')}</b>
      <span className="caption">{t('import.dropNote')}</span>
      {error && (
        <span className="late" role="alert">
          {error}
        </span>
      )}
      {busy && (
        <span className="caption" role="status">
          {t('import.reading')}
          <Progress value={100} animated size="xs" mt={4} />
        </span>
      )}
    </div>
  );
}

/** Where the officer drops the workbook. `wholeCard` takes a drop anywhere on the page. */
export function RosterDrop({ unitId, wholeCard = false }: { unitId: string; wholeCard?: boolean }) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { busy, error, send } = useUpload(unitId);
  useDropAnywhere(wholeCard, (file) => void send(file));
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    if (wholeCard) return;
    event.preventDefault();
    void send(event.dataTransfer.files[0]);
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    void send(event.currentTarget.files?.[0]);
    event.currentTarget.value = '';
  };
  const file = { type: 'file', accept: '.xlsx,.ods,.xls,.csv', hidden: true, 'aria-label': t('import.chooseFile') };
  const drag = { onDragOver: hover, onDragLeave: () => setOver(false), onDrop: drop };
  return (
    <div className="drop" data-over={over || undefined} {...drag}>
      <Icon name="file-spreadsheet" size={26} />
      <DropText busy={busy} error={error} />
      <input ref={input} {...file} onChange={chosen} />
      <Button leftSection={<Icon name="upload" />} loading={busy} onClick={() => input.current?.click()}>
        {t('import.chooseFile')}
      </Button>
    </div>
  );
}
