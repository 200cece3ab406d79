import './lists.css';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ListFile } from '../../api/use-list-file.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { FileForm, type FileFormProps } from '../file-form.tsx';
import { PageHeader, type PageHeaderProps } from '../header/page-header.tsx';
import { Card, Notice, Steps } from '../layout.tsx';

interface PageProps extends Pick<PageHeaderProps, 'parent' | 'title' | 'state'> {
  steps: readonly string[];
  at: number;
  onGo: (step: number) => void;
  /** Whether who asks may import such a list. */
  may: boolean;
  children: ReactNode;
}

/** A page on which a list is imported, step by step. */
export function ListImport({ steps, at, onGo, may, children, ...header }: PageProps) {
  const { t } = useI18n();
  return (
    <div className="page">
      <PageHeader {...header} />
      <Steps labels={steps} at={at} onGo={onGo} />
      {may ? (
        children
      ) : (
        <Notice tone="late" icon="lock">
          {t('state.noRight')}
        </Notice>
      )}
    </div>
  );
}

type Said = Pick<FileFormProps, 'children' | 'after' | 'label' | 'hint' | 'act' | 'ready'>;

/** The first step: the file, what is asked beside it, and how its letters read where that is in doubt. */
export function ListFileForm<L extends { row: number }, R>({
  list,
  encoding,
  ...said
}: Said & { list: ListFile<L, R>; encoding: string }) {
  const { t } = useI18n();
  const { file, choose, read, check } = list;
  return (
    <FileForm
      {...said}
      placeholder={t('fileList.step.file')}
      accept=".csv,.xlsx,.xls,.ods,.txt"
      file={file}
      onFile={choose}
      encoding={{ label: encoding, value: list.encoding, onChange: list.setEncoding }}
      busy={read.isPending || check.isPending}
      error={read.error ?? check.error}
      onRead={() => read.mutate()}
    />
  );
}

/** Rows that were left out, to be had back. */
export function LeftOut<L extends { row: number }, R>({ list: { out, bringBack, check } }: { list: ListFile<L, R> }) {
  const { t } = useI18n();
  if (out.length === 0) return null;
  const rows = out.slice(0, 8).map(({ row }) => row);
  return (
    <Notice
      tone="new"
      icon="minus"
      action={
        <Button size="xs" variant="default" disabled={check.isPending} onClick={bringBack}>
          {t('fileList.bringBack')}
        </Button>
      }
    >
      {t('fileList.out', { n: out.length, rows: rows.join(', ') + (out.length > rows.length ? '…' : '') })}
    </Notice>
  );
}

interface SumsProps {
  title: string;
  note?: string;
  sums: readonly { label: string; value: number }[];
}

/** What comes of the list when it is written. */
export function ListSums({ title, note, sums }: SumsProps) {
  const { n } = useI18n();
  return (
    <Card title={title} note={note}>
      <dl className="list-sums">
        {sums.map(({ label, value }) => (
          <div key={label}>
            <dt className="caption">{label}</dt>
            <dd className="num">{n(value)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

interface FootProps {
  /** How one goes back: to another file by default. */
  back?: string;
  onBack: () => void;
  note: string;
  /** What is done with the list, the main act last. */
  children: ReactNode;
}

export function ListFoot({ back, onBack, note, children }: FootProps) {
  const { t } = useI18n();
  return (
    <div className="foot-bar">
      <Button variant="default" onClick={onBack}>
        {back ?? t('fileList.another')}
      </Button>
      <span className="caption">{note}</span>
      <span className="foot-bar-space" />
      {children}
    </div>
  );
}
