import '@mantine/core/styles/Pill.css';
import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { formatDate } from '#i18n';
import { download } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { problemText } from '../../../api/problem-text.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { DayField } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/layout.tsx';
import { LeftOut, ListFileForm, ListFoot, ListImport, ListSums } from '../../../ui/lists/list-frame.tsx';
import { Refused } from '../../../ui/refused.tsx';
import { OfficerRows } from './officer-rows.tsx';
import type { Report } from './rows.ts';
import { type OfficerList, saveNotes, useOfficerList } from './use-officer-list.ts';
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
    <ListFoot onBack={() => setStep(0)} note={t(n > 0 ? 'officerList.nothing' : 'officerList.left')}>
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
    </ListFoot>
  );
}

function Clean({ report: { ready, already } }: { report: Report }) {
  const { t } = useI18n();
  return (
    <Notice tone="done" icon="circle-check">
      {ready > 0 ? t('officerList.clean', { n: ready + already }) : t('officerList.allKnown', { n: already })}
    </Notice>
  );
}

function Check({ state, report }: { state: OfficerList; report: Report }) {
  const { t, lang } = useI18n();
  const { from, check, write } = state;
  const day = formatDate(from, lang, { withYear: true });
  const sums = (['ready', 'newPeople', 'already', 'left'] as const).map((key) => ({
    label: t(`officerList.sum.${key}`),
    value: report[key],
  }));
  return (
    <>
      {report.findings.length > 0 ? <OfficerRows list={state} findings={report.findings} /> : <Clean report={report} />}
      <LeftOut list={state} />
      <ListSums title={t('officerList.sums', { day })} sums={sums} />
      <Refused error={write.error ?? check.error} />
      <Foot state={state} report={report} />
    </>
  );
}

function Template() {
  const i18n = useI18n();
  const { t } = i18n;
  const save = () =>
    void download('/officers-template', 'can-bo.xlsx').catch((error: unknown) =>
      showNotice(problemText(i18n, error), 'failed'),
    );
  return (
    <p className="caption">
      <button type="button" className="strong-link" onClick={save}>
        <Icon name="download" size={15} /> {t('officerList.form')}
      </button>{' '}
      {t('officerList.formHint')}
    </p>
  );
}

export function OfficerListPage() {
  const { t } = useI18n();
  const { may } = useIdentity();
  const state = useOfficerList();
  const { step, setStep, file, lines, report, day, from, setFrom } = state;
  const isChecked = step === 1 && report;
  return (
    <ListImport
      parent={{ label: t('nav.officers'), to: '/officers' }}
      title={t(isChecked ? 'officerList.check' : 'officerList.title')}
      state={isChecked && file && t('officerList.sub', { file: file.name, n: lines.length, day })}
      steps={(['file', 'check', 'write'] as const).map((one) => t(`fileList.step.${one}`))}
      at={step}
      onGo={setStep}
      may={may('post.manage')}
    >
      {isChecked ? (
        <Check state={state} report={report} />
      ) : (
        <ListFileForm
          list={state}
          label={t('officerList.file')}
          hint={t('officerList.fileHint')}
          after={<DayField label={t('officerList.from')} value={from} onChange={setFrom} />}
          encoding={t('officerList.encoding')}
          act={t('officerList.read')}
        >
          <Template />
        </ListFileForm>
      )}
    </ListImport>
  );
}
