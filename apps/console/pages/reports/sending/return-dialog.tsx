import { Button } from '@mantine/core';
import { useState } from 'react';
import { reportSections } from '#contracts/reporting/report-states';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { sayAndClose } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice, FormDialog, NoteField } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { type Report, sectionWord } from '../report-facts.ts';
import { nameOf } from '../../../ui/text/figures.ts';
import { reportPaths } from '../text/use-words.ts';

interface Line {
  cell: string | null;
  comment: string;
}

function useReturn(report: Report, close: () => void) {
  const { t } = useI18n();
  return useCommand({
    send: ({ lines, note }: { lines: readonly Line[]; note: string }, header) =>
      client.POST('/reports/{reportId}/return', {
        params: { path: { reportId: report.id }, header },
        body: {
          version: report.version,
          note: note.trim(),
          comments: lines.map(({ cell, comment }) => ({ cell: cell ?? '', comment: comment.trim() })),
        },
      }),
    touches: [...reportPaths, '/units/{unitId}/report-board'],
    done: () => sayAndClose(t('rep.returned', { unit: report.unit.fullName }), close),
  });
}

interface LineFieldsProps {
  line: Line;
  options: { value: string; label: string }[];
  onChange: (line: Line) => void;
  onRemove?: () => void;
}

function LineFields({ line, options, onChange, onRemove }: LineFieldsProps) {
  const { t } = useI18n();
  const label = options.find(({ value }) => value === line.cell)?.label ?? '';
  return (
    <div className="return-line">
      <Choice
        label={t('rep.returnCell')}
        searchable
        required
        options={options}
        value={line.cell}
        onChange={(cell) => onChange({ ...line, cell })}
      />
      <NoteField
        label={t('rep.returnComment')}
        required
        minRows={1}
        value={line.comment}
        onChange={(comment) => onChange({ ...line, comment })}
        maxLength={500}
      />
      {onRemove && (
        <Button variant="default" px={9} aria-label={t('rep.returnRemove', { cell: label })} onClick={onRemove}>
          <Icon name="x" size={16} />
        </Button>
      )}
    </div>
  );
}

/** A report goes back with the cells named, so that its sender knows what to mend. */
export function ReturnDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t, lang } = useI18n();
  const [lines, setLines] = useState<readonly Line[]>([{ cell: null, comment: '' }]);
  const [note, setNote] = useState('');
  const give = useReturn(report, onClose);
  const options = [
    ...report.figures.map(({ indicator }) => ({
      value: indicator.code,
      label: `${indicator.code} · ${nameOf(indicator, lang)}`,
    })),
    ...reportSections.map((key) => ({ value: key as string, label: t(sectionWord(key, report)) })),
  ];
  const foot = {
    label: t('rep.return'),
    busy: give.isPending,
    disabled: lines.some(({ cell, comment }) => !cell || !comment.trim()),
  };
  return (
    <FormDialog
      {...foot}
      title={t('rep.returnTitle', { unit: report.unit.fullName })}
      size="lg"
      onClose={onClose}
      onSubmit={() => give.mutate({ lines, note })}
    >
      {lines.map((line, index) => (
        <LineFields
          key={index}
          line={line}
          options={options}
          onChange={(next) => setLines(lines.map((old, at) => (at === index ? next : old)))}
          onRemove={lines.length > 1 ? () => setLines(lines.filter((_, at) => at !== index)) : undefined}
        />
      ))}
      <button type="button" className="strong-link" onClick={() => setLines([...lines, { cell: null, comment: '' }])}>
        <Icon name="plus" size={16} /> {t('rep.returnAdd')}
      </button>
      <NoteField label={t('rep.returnNote')} minRows={1} value={note} onChange={setNote} maxLength={1000} />
    </FormDialog>
  );
}
