import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchRaw } from '../../api/client.ts';
import { refresh } from '../../api/use-command.ts';
import type { Encoding } from '../../api/use-list-file.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FileForm } from '../../ui/file-form.tsx';
import { type Reform, reformPaths } from './reform-looks.ts';
import { WrongRows } from './wrong-rows.tsx';

async function load({ id, version }: Reform, file: File, encoding: Encoding | null): Promise<Reform> {
  const query = new URLSearchParams({ version: String(version), fileName: file.name, ...(encoding && { encoding }) });
  const answer = await fetchRaw(`/reforms/${id}/list?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return (await answer.json()) as Reform;
}

/** The list that comes with the resolution: all of it or nothing. */
export function ListFile({ reform, onRead }: { reform: Reform; onRead: () => void }) {
  const { t } = useI18n();
  const [file, setFile] = useState<File | null>(null);
  const [encoding, setEncoding] = useState<Encoding | null>(null);
  const read = useMutation({
    mutationFn: () => (file ? load(reform, file, encoding) : Promise.reject(new Error('no file'))),
    onSuccess: ({ counts }) => {
      setFile(null);
      showNotice(t('ur.loaded', { old: counts.old, new: counts.new + counts.kept }));
      onRead();
      refresh(reformPaths);
    },
  });
  return (
    <FileForm
      label={t('ur.file')}
      hint={t('ur.fileHint')}
      placeholder={t(reform.fileName ? 'ur.fileOther' : 'ur.filePick')}
      accept=".xlsx,.csv,.ods"
      file={file}
      onFile={(next) => {
        setFile(next);
        setEncoding(null);
        read.reset();
      }}
      encoding={{ label: t('ur.encoding'), value: encoding, onChange: setEncoding }}
      act={t('ur.read')}
      busy={read.isPending}
      error={read.error}
      onRead={() => read.mutate()}
      after={<WrongRows error={read.error} />}
    />
  );
}
