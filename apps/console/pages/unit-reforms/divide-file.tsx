import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchRaw } from '../../api/client.ts';
import { refresh } from '../../api/use-command.ts';
import type { Encoding } from '../../api/use-list-file.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FileForm } from '../../ui/file-form.tsx';
import type { Division } from './divide-places.ts';
import { type Reform, reformPaths } from './reform-looks.ts';
import { WrongRows } from './wrong-rows.tsx';

async function load({ id, version }: Reform, unitId: string, file: File, encoding: Encoding | null): Promise<Reform> {
  const query = new URLSearchParams({ version: String(version), ...(encoding && { encoding }) });
  const answer = await fetchRaw(`/reforms/${id}/divided/${unitId}/list?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return (await answer.json()) as Reform;
}

/** Where hamlets go, from a list: of this unit, or of several where the list names them. All of it or nothing. */
export function DivideFile({ reform, division, onDone }: { reform: Reform; division: Division; onDone: () => void }) {
  const { t } = useI18n();
  const [file, setFile] = useState<File | null>(null);
  const [encoding, setEncoding] = useState<Encoding | null>(null);
  const read = useMutation({
    mutationFn: () => (file ? load(reform, division.unit.id, file, encoding) : Promise.reject(new Error('no file'))),
    onSuccess: ({ counts }) => {
      showNotice(t('ur.divide.fileRead', { n: counts.hamlets }));
      refresh(reformPaths);
      onDone();
    },
  });
  return (
    <FileForm
      label={t('ur.divide.file')}
      hint={t('ur.divide.fileHint')}
      placeholder={t('ur.filePick')}
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
