import { useState } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice, FormDialog } from '../../../ui/form.tsx';
import { figureText, type Report, type Which, whichOf } from '../report-facts.ts';
import { nameOf } from '../../../ui/text/figures.ts';
import type { Token } from './words-text.ts';

interface Props {
  report: Report;
  /** Whether a caret stands in some section. */
  ready: boolean;
  onInsert: (token: Token) => void;
  onClose: () => void;
}

/** A figure of the report, chosen by name, goes where the caret was. */
export function InsertDialog({ report, ready, onInsert, onClose }: Props) {
  const { t, lang } = useI18n();
  const [code, setCode] = useState<string | null>(null);
  const [which, setWhich] = useState<Which>('now');
  const figure = report.figures.find(({ indicator }) => indicator.code === code);
  const options = report.figures.map(({ indicator }) => ({
    value: indicator.code,
    label: `${indicator.code} · ${nameOf(indicator, lang)}`,
  }));
  const parts = whichOf(report);
  const whichOptions = parts.map((value) => ({
    value,
    label: figure ? `${t(`rep.which.${value}`)}: ${figureText(figure, value, lang)}` : t(`rep.which.${value}`),
  }));
  return (
    <FormDialog
      title={t('rep.insertTitle')}
      label={t('rep.insertAct')}
      disabled={!code || !ready}
      onClose={onClose}
      onSubmit={() => code && onInsert({ code, which })}
    >
      {!ready && <p className="muted">{t('rep.insertHint')}</p>}
      <Choice label={t('rep.insertWhich')} searchable options={options} value={code} onChange={setCode} />
      {parts.length > 1 && (
        <Choice label={t('rep.insertPart')} options={whichOptions} value={which} onChange={setWhich} />
      )}
    </FormDialog>
  );
}
