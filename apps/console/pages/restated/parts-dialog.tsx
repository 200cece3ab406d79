import { useState } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CountField, FormDialog, TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { nameOf } from '../../ui/text/figures.ts';
import { cellText, type Indicator, type RestatedBoard } from './board-facts.ts';
import { isBegun, isWhole, leftOf, partsToSend, type Typed } from './parts.ts';

export interface Divided {
  unit: RestatedBoard['unit'];
  reportId: string;
  heirs: RestatedBoard['unit'][];
  figures: { code: string; pair: RestatedBoard['totals'][number]['pair']; typed?: Typed }[];
  source?: string;
}

interface FigureProps {
  divided: Divided;
  figure: Divided['figures'][number];
  indicator: Indicator | undefined;
  typed: Typed;
  onType: (typed: Typed) => void;
}

function Left({ divided, figure, typed }: Pick<FigureProps, 'divided' | 'figure' | 'typed'>) {
  const { t, n } = useI18n();
  if (!isBegun(typed)) return null;
  const heirs = divided.heirs.map(({ id }) => id);
  if (isWhole(figure.pair, typed, heirs))
    return (
      <p className="good-text" role="status">
        <Icon name="check" size={16} /> {t('rsb.partsFit')}
      </p>
    );
  const { numerator, denominator } = leftOf(figure.pair, typed);
  const value = numerator === 0 ? (denominator ?? 0) : (numerator ?? 0);
  return (
    <p className="warn" role="status">
      {value < 0 ? t('rsb.partsOver', { value: n(-value) }) : t('rsb.partsLeft', { value: n(value) })}
    </p>
  );
}

function FigureFields({ divided, figure, indicator, typed, onType }: FigureProps) {
  const { t, lang } = useI18n();
  if (!indicator) return null;
  const name = nameOf(indicator, lang);
  const isRatio = figure.pair.denominator !== null;
  const { numerator, denominator } = figure.pair;
  const sent = isRatio ? `${numerator}/${denominator}` : cellText(figure, indicator, lang);
  const set = (unitId: string, part: Partial<Typed[string]>) =>
    onType({ ...typed, [unitId]: { numerator: null, denominator: null, ...typed[unitId], ...part } });
  return (
    <fieldset className="rsb-parts">
      <legend>
        {name} <span className="caption">{t('rsb.partsSent', { value: sent })}</span>
      </legend>
      {divided.heirs.map(({ id, fullName }) => (
        <div key={id} className="rsb-part-fields">
          <CountField
            label={isRatio ? t('rsb.partsOf', { unit: fullName, figure: name }) : fullName}
            value={typed[id]?.numerator ?? null}
            onChange={(value) => set(id, { numerator: value })}
          />
          {isRatio && (
            <CountField
              label={t('rsb.partsWhole', { unit: fullName })}
              value={typed[id]?.denominator ?? null}
              onChange={(value) => set(id, { denominator: value })}
            />
          )}
        </div>
      ))}
      <Left divided={divided} figure={figure} typed={typed} />
    </fieldset>
  );
}

function useSave(reportId: string, onClose: () => void) {
  const { t } = useI18n();
  return useCommand({
    send: (body: Schemas['FigureParts'], header) =>
      client.PUT('/reports/{reportId}/parts', { params: { path: { reportId }, header }, body }),
    touches: ['/units/{unitId}/restated'],
    done: () => {
      showNotice(t('rsb.partsSaved'));
      onClose();
    },
  });
}

interface DialogProps {
  divided: Divided;
  indicators: readonly Indicator[];
  onClose: () => void;
}

/** What of a divided unit's figures is whose: all of each, or nothing of it. */
export function PartsDialog({ divided, indicators, onClose }: DialogProps) {
  const { t } = useI18n();
  const { unit, reportId, heirs, figures } = divided;
  const [typed, setTyped] = useState<Record<string, Typed>>(() =>
    Object.fromEntries(figures.map((figure) => [figure.code, figure.typed ?? {}])),
  );
  const [source, setSource] = useState(divided.source ?? '');
  const heirIds = heirs.map(({ id }) => id);
  const ready = partsToSend(figures, typed, heirIds);
  const save = useSave(reportId, onClose);
  return (
    <FormDialog
      title={t('rsb.partsTitle', { unit: unit.fullName })}
      size="lg"
      label={t('rsb.partsSave')}
      busy={save.isPending}
      disabled={!ready || source.trim() === ''}
      onClose={onClose}
      onSubmit={() => ready && save.mutate({ source: source.trim(), figures: ready })}
    >
      <p>{t('rsb.partsText')}</p>
      {figures.map((figure) => (
        <FigureFields
          key={figure.code}
          divided={divided}
          figure={figure}
          indicator={indicators.find(({ code }) => code === figure.code)}
          typed={typed[figure.code] ?? {}}
          onType={(next) => setTyped((all) => ({ ...all, [figure.code]: next }))}
        />
      ))}
      <TextField
        label={t('rsb.partsSource')}
        description={t('rsb.partsSourceHint')}
        required
        maxLength={1000}
        value={source}
        onChange={setSource}
      />
    </FormDialog>
  );
}
