import { Button } from '@mantine/core';
import { useState } from 'react';
import { addDays } from '#contracts/reporting/periods';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { DayField, FormDialog } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { CatalogueEffects } from './catalogue-effects.tsx';
import { EntryForm } from './entry-form.tsx';
import { type CataloguePart, type Entry, nameOf, useCatalogue, useEndEntry, useFaultsOf } from './use-catalogue.ts';

/** The last day is chosen, and what stays is seen, before it is set. */
function EndDialog({ part, entry, onClose }: { part: CataloguePart; entry: Entry; onClose: () => void }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const [lastDay, setLastDay] = useState(entry.from > me.today ? entry.from : me.today);
  const end = useEndEntry(part, onClose);
  const errorAt = useFaultsOf(end.error);
  return (
    <FormDialog
      title={t('rules.c.endTitle', { name: nameOf(entry, lang) })}
      label={t('rules.c.endFrom', { day: formatDate(lastDay, lang, { withYear: true }) })}
      onClose={onClose}
      onSubmit={() => end.mutate({ code: entry.code, lastDay })}
      busy={end.isPending}
    >
      <DayField
        label={t('rules.c.lastDay')}
        required
        minDate={entry.from > me.today ? entry.from : me.today}
        value={lastDay}
        onChange={setLastDay}
        error={errorAt('lastDay')}
      />
      <CatalogueEffects code={entry.code} from={addDays(lastDay, 1)} />
    </FormDialog>
  );
}

function Row({ entry, onEnd }: { entry: Entry; onEnd: () => void }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const { code, from, until, directive, mayEnd } = entry;
  const written = (day: string) => formatDate(day, lang, { withYear: true });
  const isOver = until !== null && until <= me.today;
  const whose = 'unit' in entry && entry.unit && typeof entry.unit === 'object' ? entry.unit.fullName : null;
  return (
    <li className="catalogue-row" data-over={isOver || undefined}>
      <div>
        <b>{nameOf(entry, lang)}</b>
        {from > me.today && (
          <Chip tone="doing" icon="clock">
            {t('rules.later')}
          </Chip>
        )}
        {isOver && (
          <Chip tone="mute" icon="ban">
            {t('rules.c.ended')}
          </Chip>
        )}
        <span className="caption">
          {[
            code,
            t('rules.from', { day: written(from) }),
            until && t('rules.c.untilDay', { day: written(addDays(until, -1)) }),
            whose,
            directive?.citation,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {mayEnd && !isOver && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('rules.c.endTitle', { name: nameOf(entry, lang) })}
          onClick={onEnd}
        >
          {t('rules.c.end')}
        </Button>
      )}
    </li>
  );
}

function Entries({ part, catalogue }: { part: CataloguePart; catalogue: Schemas['UnitCatalogue'] }) {
  const { t } = useI18n();
  const [adds, setAdds] = useState(false);
  const [ending, setEnding] = useState<Entry | null>(null);
  const entries: readonly Entry[] = catalogue[part];
  const { me } = useIdentity();
  const isOver = ({ until }: Entry) => until !== null && until <= me.today;
  // What nobody is offered any more stands last.
  const ordered = [...entries.filter((entry) => !isOver(entry)), ...entries.filter(isOver)];
  const own = ordered.filter(({ directive }) => directive);
  const common = ordered.filter(({ directive }) => !directive);
  if (adds) return <EntryForm part={part} indicators={catalogue.indicators} onClose={() => setAdds(false)} />;
  const list = (shown: readonly Entry[]) =>
    shown.map((entry) => <Row key={`${entry.code} ${entry.from}`} entry={entry} onEnd={() => setEnding(entry)} />);
  return (
    <>
      <Card
        title={t(`rules.c.${part}`)}
        aside={
          catalogue.mayAdd[part] && (
            <Button leftSection={<Icon name="plus" />} onClick={() => setAdds(true)}>
              {t(part === 'templates' ? 'rules.c.addTemplate' : 'rules.c.addIndicator')}
            </Button>
          )
        }
      >
        <p className="caption rule-none">{t(`rules.c.${part}Text`)}</p>
        <ul>{list(own)}</ul>
        {own.length === 0 && <p className="caption rule-none">{t('rules.c.ownOnly')}</p>}
        <h3 className="rule-group">{t('rules.c.catalogue')}</h3>
        <ul>{list(common)}</ul>
      </Card>
      {ending && <EndDialog part={part} entry={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

/** Kinds of work, or indicators: one's own first, then those of the common catalogue. */
export function CatalogueDetail({ part }: { part: CataloguePart }) {
  const query = useCatalogue();
  return (
    <div className="rule-detail">
      <Loaded query={query} rows={9}>
        {(catalogue) => <Entries part={part} catalogue={catalogue} />}
      </Loaded>
    </div>
  );
}
