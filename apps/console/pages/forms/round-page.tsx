import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { recallRound } from '#client/commands';
import { owedOf, sentOf } from '#contracts/reporting/report-standing';
import { foldMarks } from '#i18n/fold';
import { formatDate } from '#i18n';
import { api, client, download, type Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import type { Answer } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { showNotice } from '../../notices/undo.tsx';
import { BulkAct } from '../../ui/bulk/bulk-act.tsx';
import { asOutcome, type Outcome } from '../../ui/bulk/outcome.ts';
import { usePreview } from '../../ui/bulk/use-preview.ts';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { SearchField } from '../../ui/form.tsx';
import { HeaderAct, HeaderLink } from '../../ui/header/header-menu.tsx';
import { MainWords, PageHeader } from '../../ui/header/page-header.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip, FilterChips } from '../../ui/layout.tsx';
import { EmptyState, Loaded, NoMatch } from '../../ui/states.tsx';
import type { RoundTable, RoundUnit } from './form-facts.ts';
import './forms.css';
import { AnswersTable } from './round-table.tsx';

const route = getRouteApi('/forms/rounds/$roundId');
const filters = ['all', 'late', 'missing', 'returned'] as const;
type Filter = (typeof filters)[number];

const isOpen = ({ status }: RoundUnit) => status === 'missing' || status === 'not_due' || status === 'returned';
const passes = ({ status, returned }: RoundUnit, filter: Filter): boolean =>
  filter === 'all' ||
  (filter === 'late' && status === 'late') ||
  (filter === 'missing' && (status === 'missing' || status === 'not_due')) ||
  (filter === 'returned' && returned.length > 0);
const found = (units: readonly RoundUnit[], filter: Filter, q: string) =>
  units.filter((one) => passes(one, filter) && foldMarks(one.unit.fullName).includes(foldMarks(q)));

const outcomeOf = (answer: Answer<Schemas['RemindedSheets']>): Answer<Outcome> =>
  asOutcome(answer, ({ reminded, act }) => ({ done: reminded, failed: [], act }));

function RemindDialog({ round, unitIds, onClose }: { round: RoundTable; unitIds: string[]; onClose: () => void }) {
  const { t } = useI18n();
  const path = { roundId: round.id };
  const body = { unitIds };
  const preview = usePreview(['/form-rounds/{roundId}/remind-preview', round.id, unitIds], () =>
    client.POST('/form-rounds/{roundId}/remind-preview', { params: { path }, body }),
  );
  return (
    <BulkAct
      title={t('round.remindTitle', { title: round.title })}
      label={(n) => t('round.remind', { n })}
      done={(n) => t('round.reminded', { n })}
      preview={preview}
      send={async ({ header }) =>
        outcomeOf(await client.POST('/form-rounds/{roundId}/remind', { params: { path, header }, body }))
      }
      second={{ ask: { kind: 'formReminder', roundId: round.id, unitIds }, to: 'units' }}
      touches={['/form-rounds/{roundId}']}
      onClose={onClose}
    />
  );
}

function Remind({ round }: { round: RoundTable }) {
  const { t } = useI18n();
  const [isAsking, setAsking] = useState(false);
  const unitIds = round.units.filter(isOpen).map(({ unit }) => unit.id);
  if (round.state !== 'running' || unitIds.length === 0) return null;
  return (
    <>
      <Button leftSection={<Icon name="bell-ringing" />} onClick={() => setAsking(true)}>
        <MainWords long={t('round.remind', { n: unitIds.length })} short={t('round.remind', { n: unitIds.length })} />
      </Button>
      {isAsking && <RemindDialog round={round} unitIds={unitIds} onClose={() => setAsking(false)} />}
    </>
  );
}

function Recall({ round }: { round: RoundTable }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const left = round.units.filter(({ sheet }) => sheet === null).length;
  return (
    <>
      <HeaderAct icon="trash" danger onClick={() => setAsking(true)}>
        {t('forms.recall')}
      </HeaderAct>
      {isAsking && (
        <CommandForm
          route={recallRound}
          path={{ roundId: round.id }}
          touches={['/units/{unitId}/forms', '/forms/{formId}', '/form-rounds/{roundId}']}
          danger
          title={t('forms.recall')}
          text={t('forms.recallMeans', { n: left })}
          fields={{ reason: { as: 'note', label: t('forms.reason') } }}
          label={t('forms.recall')}
          said={({ withdrawn }) => t('forms.recallDone', { n: withdrawn })}
          done={() => void navigate({ to: '/forms' })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function Acts({ round }: { round: RoundTable }) {
  const i18n = useI18n();
  const { t } = i18n;
  const save = () =>
    download(`/form-rounds/${round.id}/sheet`, `${round.title}.xlsx`).catch((error: unknown) =>
      showNotice(problemText(i18n, error), 'failed'),
    );
  return (
    <>
      <HeaderAct icon="file-spreadsheet" note="Excel" onClick={() => void save()}>
        {t('round.export')}
      </HeaderAct>
      <HeaderLink icon="pencil" to="/forms/$formId" params={{ formId: round.formId }}>
        {t('forms.edit')}
      </HeaderLink>
      {round.state === 'running' && <Recall round={round} />}
    </>
  );
}

function Answers({ round }: { round: RoundTable }) {
  const { t } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: { filter?: string | undefined; q?: string | undefined }) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const filter = filters.find((each) => each === search.filter) ?? 'all';
  const q = search.q ?? '';
  const rows = found(round.units, filter, q);
  const options = filters
    .map((key) => ({ key, label: t(`round.${key}`), count: found(round.units, key, '').length }))
    .filter(({ key, count }) => key === 'all' || count > 0);
  return (
    <Card>
      <div className="toolbar">
        <SearchField label={t('round.find')} value={q} width={240} onChange={(text) => set({ q: text || undefined })} />
        <FilterChips
          label={t('forms.col.state')}
          options={options}
          value={filter}
          onChange={(key) => set({ filter: key === 'all' ? undefined : key })}
        />
      </div>
      {rows.length === 0 ? (
        <NoMatch text={t('round.noneMatch')} onClear={() => set({ filter: undefined, q: undefined })} />
      ) : (
        <AnswersTable round={round} rows={rows} />
      )}
    </Card>
  );
}

function Page({ round }: { round: RoundTable }) {
  const { t, lang } = useI18n();
  const { counts, dueOn, closesOn, state } = round;
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  const [sent, all] = [sentOf(counts), owedOf(counts)];
  return (
    <>
      <PageHeader
        parent={{ label: t('forms.title'), to: '/forms' }}
        title={round.title}
        state={
          state === 'running' ? (
            `${t('round.title', { n: sent, of: all })} · ${t('forms.dueOn', { date: day(dueOn) })}, ${t('forms.closesOn', { date: day(closesOn) })}`
          ) : (
            <Chip tone="mute" icon={state === 'closed' ? 'circle-check' : 'ban'}>
              {t(`forms.${state}`)} · {t('round.title', { n: sent, of: all })}
            </Chip>
          )
        }
        main={<Remind round={round} />}
        acts={<Acts round={round} />}
      />
      {round.units.length === 0 ? (
        <Card>
          <EmptyState icon="inbox" title={t('round.none')} />
        </Card>
      ) : (
        <Answers round={round} />
      )}
    </>
  );
}

/** One time that a form is asked: who has answered, and what all say together. */
export function RoundPage() {
  const { roundId } = route.useParams();
  const query = api.useQuery('get', '/form-rounds/{roundId}', { params: { path: { roundId } } });
  return (
    <div className="page">
      <Loaded query={query} rows={10}>
        {(round) => <Page round={round} />}
      </Loaded>
    </div>
  );
}
