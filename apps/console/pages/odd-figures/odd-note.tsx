import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Chip } from '../../ui/layout.tsx';
import { type OddAct, OddDialog } from './odd-dialogs.tsx';
import { type Odd, whyText } from './odd-facts.ts';
import { Said } from './odd-table.tsx';
import './odd-figures.css';

interface OfReport {
  id: string;
  kind: string;
  version: number;
  unit: { kind: string };
}

/** Of a report, by indicator; a month that a commune has not sent has none. */
export function useOddFigures({ id, kind, version, unit }: OfReport): ReadonlyMap<string, Odd> {
  const enabled = kind === 'monthly' && version > 0 && unit.kind === 'commune';
  const { data } = api.useQuery(
    'get',
    '/reports/{reportId}/odd-figures',
    { params: { path: { reportId: id } } },
    { enabled },
  );
  return new Map((enabled ? (data ?? []) : []).map((odd) => [odd.indicator.code, odd]));
}

/** Beside the figure: why it is odd, what was asked, and what was answered. */
export function OddNote({ odd }: { odd: Odd }) {
  const { t, lang } = useI18n();
  const [act, setAct] = useState<OddAct | null>(null);
  const isQuiet = odd.state === 'answered' || odd.state === 'dismissed';
  return (
    <div className="odd-mark">
      <Chip tone={isQuiet ? 'mute' : 'doing'} icon="alert-circle">
        {t('odd.mark')}
      </Chip>
      <span className="cell-2">{whyText(odd, lang)}</span>
      {odd.asked && (
        <span className="cell-2">
          {odd.asked.by.fullName}: “{odd.asked.question}”
        </span>
      )}
      <Said odd={odd} />
      <span className="odd-acts">
        {odd.may.answer && (
          <button type="button" className="strong-link" onClick={() => setAct('answer')}>
            {t('odd.answer')}
          </button>
        )}
        {odd.may.decide && odd.state === 'open' && (
          <button type="button" className="strong-link" onClick={() => setAct('ask')}>
            {t('odd.ask')}
          </button>
        )}
        {odd.may.decide && odd.state === 'open' && (
          <button type="button" className="strong-link" onClick={() => setAct('dismiss')}>
            {t('odd.dismiss')}
          </button>
        )}
      </span>
      {act && <OddDialog odd={odd} act={act} onClose={() => setAct(null)} />}
    </div>
  );
}
