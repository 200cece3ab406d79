import { useState } from 'react';
import { fetchRaw } from '../../api/client.ts';
import { answered } from '../../api/use-command.ts';
import type { Encoding } from '../../api/use-list-file.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { FileForm } from '../../ui/file-form.tsx';
import { useReformCommand } from './reform-command.ts';
import type { Reform } from './reform-looks.ts';
import { WrongRows } from './lines/wrong-rows.tsx';

interface Props {
  reform: Reform;
  label: string;
  hint: string;
  placeholder: string;
  /** Below the reform. */
  path: string;
  /** The server keeps what the file was called. */
  keepsName?: boolean;
  /** False while what the list is compared with is still read. */
  ready?: boolean;
  onSend?: () => void;
  onRead: (reform: Reform) => void;
}

interface Chosen {
  file: File;
  encoding: Encoding | null;
}

async function load(
  { reform: { id }, path, keepsName }: Props,
  { file, encoding }: Chosen,
  header: object,
  version: number,
) {
  const query = new URLSearchParams({
    version: String(version),
    ...(keepsName && { fileName: file.name }),
    ...(encoding && { encoding }),
  });
  const answer = await fetchRaw(`/reforms/${id}/${path}?${query}`, {
    method: 'POST',
    headers: { ...header, 'content-type': 'application/octet-stream' },
    body: file,
  });
  return (await answer.json()) as Reform;
}

/** A list that becomes part of a reform: all of it or nothing, and wrong rows by name. */
export function ReformFile(props: Props) {
  const { t } = useI18n();
  const { label, hint, placeholder, ready, onSend, onRead } = props;
  const [file, setFile] = useState<File | null>(null);
  const [encoding, setEncoding] = useState<Encoding | null>(null);
  const read = useReformCommand(props.reform, {
    readsList: true,
    send: (_: void, header, version) =>
      file ? answered(load(props, { file, encoding }, header, version)) : Promise.reject(new Error('no file')),
    failed: () => true,
    done: (reform) => {
      setFile(null);
      onRead(reform);
    },
  });
  return (
    <FileForm
      label={label}
      hint={hint}
      placeholder={placeholder}
      accept=".xlsx,.csv,.ods"
      file={file}
      onFile={(next) => {
        setFile(next);
        setEncoding(null);
        read.reset();
      }}
      encoding={{ label: t('ur.encoding'), value: encoding, onChange: setEncoding }}
      act={t('ur.read')}
      ready={ready}
      busy={read.isPending}
      error={read.error}
      onRead={() => {
        onSend?.();
        read.mutate();
      }}
      after={<WrongRows error={read.error} />}
    />
  );
}
