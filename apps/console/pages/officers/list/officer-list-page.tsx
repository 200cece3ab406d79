import '@mantine/core/styles/Pill.css';
import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useIdentity } from '../../../api/me.tsx';
import { problemText } from '../../../api/problem-text.ts';
import { showNotice } from '../../../frame/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice, Steps } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/header/page-header.tsx';
import { Refused } from '../../../ui/refused.tsx';
import { CheckStep } from './check-step.tsx';
import { FileStep } from './file-step.tsx';
import type { Report } from './rows.ts';
import { type OfficerList, saveNotes, useOfficerList } from './use-officer-list.ts';
import '../../units/units.css';
import '../officers.css';

/** What is left of a list can be had as a file, or mended here; what is right is written without it. */
function Foot({ state, report }: { state: OfficerList; report: Report }) {
  const i18n = useI18n();
  const { t } = i18n;
  const navigate = useNavigate();
  const { unitId, lines, from, write, setStep } = state;
  const { ready: n, left } = report;
  const notes = () =>
    void saveNotes(unitId, { lines, from }).catch((error: unknown) => showNotice(problemText(i18n, error), 'failed'));
  return (
    <div className="foot-bar">
      <Button variant="default" onClick={() => setStep(0)}>
        {t('officerList.another')}
      </Button>
      <span className="caption">{t(n > 0 ? 'officerList.nothing' : 'officerList.left')}</span>
      <span className="foot-bar-space" />
      {left > 0 && (
        <Button variant="default" leftSection={<Icon name="download" />} onClick={notes}>
          {t('officerList.notes', { n: left })}
        </Button>
      )}
      {n === 0 && left === 0 ? (
        <Button onClick={() => void navigate({ to: '/officers', search: {} })}>{t('officerList.close')}</Button>
      ) : (
        <Button disabled={n === 0} loading={write.isPending} onClick={() => write.mutate()}>
          {t(n === 0 ? 'officerList.waits' : left > 0 ? 'officerList.writeLeft' : 'officerList.write', { n, left })}
        </Button>
      )}
    </div>
  );
}

function Check({ state, report }: { state: OfficerList; report: Report }) {
  const { lines, from, check, write } = state;
  return (
    <>
      <CheckStep
        lines={lines}
        report={report}
        from={from}
        busy={check.isPending}
        onLines={(next) => check.mutate(next)}
      />
      <Refused error={write.error ?? check.error} />
      <Foot state={state} report={report} />
    </>
  );
}

function Chosen({ state }: { state: OfficerList }) {
  const { file, choose, encoding, setEncoding, from, setFrom, read, check } = state;
  return (
    <FileStep
      file={file}
      onFile={choose}
      from={from}
      onFrom={setFrom}
      encoding={encoding}
      onEncoding={setEncoding}
      busy={read.isPending || check.isPending}
      error={read.error ?? check.error}
      onRead={() => read.mutate()}
    />
  );
}

export function OfficerListPage() {
  const { t } = useI18n();
  const { may } = useIdentity();
  const state = useOfficerList();
  const { step, setStep, file, lines, report, day } = state;
  const labels = (['file', 'check', 'write'] as const).map((one) => t(`officerList.step.${one}`));
  const isChecked = step === 1 && report;
  return (
    <div className="page">
      <PageHeader
        parent={{ label: t('nav.officers'), to: '/officers' }}
        title={t(isChecked ? 'officerList.check' : 'officerList.title')}
        state={isChecked && file && t('officerList.sub', { file: file.name, n: lines.length, day })}
      />
      <Steps labels={labels} at={step} onGo={setStep} />
      {!may('post.manage') ? (
        <Notice tone="late" icon="lock">
          {t('state.noRight')}
        </Notice>
      ) : isChecked ? (
        <Check state={state} report={report} />
      ) : (
        <Chosen state={state} />
      )}
    </div>
  );
}
