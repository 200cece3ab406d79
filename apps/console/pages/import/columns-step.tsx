import { Button, Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip, Notice } from '../../ui/layout.tsx';
import {
  type Choice,
  type Draft,
  draftsOf,
  type Field,
  fields,
  isChanged,
  isOfPerson,
  lastRowOf,
  peopleIn,
  sentOf,
  withHeader,
} from './columns.ts';
import { columnLetters, type Roster } from './findings.ts';
import { putRoster } from './roster-cache.ts';

function ColumnRow({
  draft,
  column,
  wide,
  onChange,
}: {
  draft: Draft;
  column: number;
  wide: boolean;
  onChange: (choice: Choice) => void;
}) {
  const { t } = useI18n();
  const { field, person } = draft.choices[column] ?? { field: 'skip', person: 0 };
  const head = draft.heads[column] ?? '';
  const name = t('import.columns.column', { letter: columnLetters(column) });
  return (
    <li data-skipped={field === 'skip' || undefined}>
      <span className="columns-letter num">{columnLetters(column)}</span>
      <div className="columns-head">
        <b>{head || t('import.columns.noHead')}</b>
        <span className="cell-2">{draft.samples[column]?.join(' · ') || t('import.emptyCell')}</span>
      </div>
      <NativeSelect
        aria-label={`${name}: ${head}`}
        value={field}
        onChange={(event) => onChange({ field: event.currentTarget.value as Field, person })}
        data={fields.map((value) => ({ value, label: t(`import.columns.field.${value}`) }))}
      />
      {wide && isOfPerson(field) && (
        <NativeSelect
          aria-label={t('import.columns.whose', { column: name })}
          value={String(person)}
          onChange={(event) => onChange({ field, person: Number(event.currentTarget.value) })}
          data={Array.from({ length: Math.min(20, peopleIn(draft) + 1) }, (_, i) => ({
            value: String(i),
            label: t('import.columns.person', { n: i + 1 }),
          }))}
        />
      )}
    </li>
  );
}

function TableCard({ roster, draft, onChange }: { roster: Roster; draft: Draft; onChange: (draft: Draft) => void }) {
  const { t } = useI18n();
  const [wide, setWide] = useState(peopleIn(draft) > 1);
  const change = (column: number, choice: Choice) =>
    onChange({ ...draft, choices: draft.choices.map((one, i) => (i === column ? choice : one)) });
  return (
    <Card
      title={t('import.sheet', { name: draft.sheet })}
      aside={
        draft.source === 'remembered' && (
          <Chip tone="new" icon="info-circle">
            {t('import.columns.remembered')}
          </Chip>
        )
      }
    >
      <div className="card-body columns-table">
        <div className="columns-top">
          <NumberInput
            label={t('import.columns.headerRow')}
            min={1}
            max={lastRowOf(roster, draft.sheet)}
            value={draft.headerRow}
            onChange={(value) => {
              const row = Number(value);
              if (Number.isInteger(row) && row >= 1) onChange(withHeader(roster, draft.sheet, row, draft));
            }}
          />
          <Checkbox
            label={t('import.columns.wide')}
            checked={wide}
            onChange={(event) => setWide(event.currentTarget.checked)}
          />
        </div>
        <ol className="columns-list">
          {draft.choices.map((_, column) => (
            <ColumnRow
              key={columnLetters(column)}
              draft={draft}
              column={column}
              wide={wide}
              onChange={(choice) => change(column, choice)}
            />
          ))}
        </ol>
      </div>
    </Card>
  );
}

function OtherSheets({
  roster,
  drafts,
  onOpen,
}: {
  roster: Roster;
  drafts: readonly Draft[];
  onOpen: (sheet: string) => void;
}) {
  const { t } = useI18n();
  const left = roster.otherSheets.filter(({ sheet }) => !drafts.some((draft) => draft.sheet === sheet));
  if (left.length === 0) return null;
  return (
    <Card title={t('import.columns.otherSheets')}>
      <ul className="card-body columns-others">
        {left.map(({ sheet, rows }) => (
          <li key={sheet}>
            <div className="columns-head">
              <b>{t('import.sheet', { name: sheet })}</b>
              <span className="cell-2">{rows.flat().filter(Boolean).slice(0, 6).join(' · ')}</span>
            </div>
            <Button size="xs" variant="default" onClick={() => onOpen(sheet)}>
              {t('import.columns.isAList')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function useSave(roster: Roster, drafts: readonly Draft[], onSaved: () => void) {
  return useCommand({
    send: (_: void) =>
      client.PUT('/roster-imports/{importId}/columns', {
        params: { path: { importId: roster.id } },
        body: { tables: sentOf(drafts) },
      }),
    touches: [],
    done: (answer) => {
      putRoster(answer);
      onSaved();
    },
    failed: () => true,
  });
}

/** What each column is taken for, with what stands below its head; said here, it is remembered for files like this one. */
export function ColumnsStep({ roster, onNext }: { roster: Roster; onNext: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const [drafts, setDrafts] = useState(() => draftsOf(roster));
  const save = useSave(roster, drafts, onNext);
  const changed = isChanged(roster, drafts);
  return (
    <>
      <p className="muted">{t('import.columns.intro')}</p>
      {roster.tables.length === 0 && (
        <Notice tone="doing" icon="help-hexagon">
          {t('import.columns.none')}
        </Notice>
      )}
      {drafts.map((draft, i) => (
        <TableCard
          key={`${draft.sheet}-${i}`}
          roster={roster}
          draft={draft}
          onChange={(next) => setDrafts(drafts.map((one, j) => (i === j ? next : one)))}
        />
      ))}
      <OtherSheets
        roster={roster}
        drafts={drafts}
        onOpen={(sheet) => setDrafts([...drafts, withHeader(roster, sheet, 1)])}
      />
      {save.isError && (
        <Notice tone="late" icon="alert-circle">
          {problemText(i18n, save.error)}
        </Notice>
      )}
      <div className="foot-bar">
        <span className="caption">{t('import.columns.kept')}</span>
        <span className="foot-bar-space" />
        <Button
          leftSection={<Icon name="check" />}
          loading={save.isPending}
          disabled={drafts.length === 0}
          onClick={() => (changed ? save.mutate() : onNext())}
        >
          {changed ? t('import.columns.use') : t('import.continue')}
        </Button>
      </div>
    </>
  );
}
