import '@mantine/dates/styles.css';
import { Button, Checkbox } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { placeInside } from '#i18n/places';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FileForm } from '../../ui/file-form.tsx';
import { DayField } from '../../ui/form.tsx';
import { Notice, Steps } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { Refused } from '../../ui/refused.tsx';
import { MapFindings } from './map-findings.tsx';
import { MapList, ReplacedMap } from './map-list.tsx';
import { MapPreview } from './map-preview.tsx';
import { type MapReport, type MapUpload, useMapUpload } from './use-map-upload.ts';
import '../units/units.css';

const route = getRouteApi('/units/map');
type Unit = Schemas['Unit'];

function FileStep({ unit, state }: { unit: Unit; state: MapUpload }) {
  const { t } = useI18n();
  const { file, choose, from, setFrom, read } = state;
  return (
    <FileForm
      label={t('maps.file')}
      hint={t(unit.kind === 'commune' ? 'maps.fileHintHamlets' : 'maps.fileHint')}
      placeholder={t('maps.step.file')}
      accept=".geojson,.json"
      file={file}
      onFile={choose}
      after={
        <>
          <DayField required label={t('maps.from')} description={t('maps.fromHint')} value={from} onChange={setFrom} />
          <ReplacedMap unit={unit} from={from} />
        </>
      }
      act={t('maps.read')}
      busy={read.isPending}
      error={read.error}
      onRead={() => file && read.mutate({ file, from, dryRun: true, takeNames: false })}
    />
  );
}

function Foot({ state, report }: { state: MapUpload; report: MapReport }) {
  const { t } = useI18n();
  const { file, from, day, takeNames, setTakeNames, setStep, write } = state;
  const holding = report.findings.filter(({ weight }) => weight === 'hold').length;
  const asks = report.findings.some(({ weight }) => weight === 'ask');
  const label = () => {
    if (holding > 0) return t('maps.hold', { n: holding });
    return asks && !takeNames ? t('maps.ask') : t('maps.write', { n: report.matched, day });
  };
  return (
    <div className="foot-bar">
      <Button variant="default" onClick={() => setStep(0)}>
        {t('maps.another')}
      </Button>
      <span className="caption">{t('maps.nothing')}</span>
      <span className="foot-bar-space" />
      {asks && report.ready && (
        <Checkbox
          label={t('maps.takeNames')}
          checked={takeNames}
          onChange={(event) => setTakeNames(event.currentTarget.checked)}
        />
      )}
      <Button
        disabled={!report.ready || (asks && !takeNames)}
        loading={write.isPending}
        onClick={() => file && write.mutate({ file, from, dryRun: false, takeNames })}
      >
        {label()}
      </Button>
    </div>
  );
}

function Check({ unit, state, report }: { unit: Unit; state: MapUpload; report: MapReport }) {
  return (
    <>
      <div className="map-columns">
        <MapFindings report={report} />
        <MapPreview unit={unit} report={report} />
      </div>
      <Refused error={state.write.error} />
      <Foot state={state} report={report} />
    </>
  );
}

function View({ unit }: { unit: Unit }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const state = useMapUpload(unit.id);
  const { step, setStep, report, file } = state;
  return (
    <div className="page">
      <PageHeader
        parent={{ label: t('nav.units'), to: '/units' }}
        title={t('maps.title', { unit: placeInside(unit.fullName) })}
        state={step === 1 && file?.name}
        hint={t(unit.kind === 'commune' ? 'maps.subHamlets' : 'maps.sub')}
      />
      <Steps labels={[t('maps.step.file'), t('maps.step.check'), t('maps.step.write')]} at={step} onGo={setStep} />
      {!may('unit.manage') ? (
        <Notice tone="late" icon="lock">
          {t('state.noRight')}
        </Notice>
      ) : step === 1 && report ? (
        <Check unit={unit} state={state} report={report} />
      ) : (
        <>
          <FileStep unit={unit} state={state} />
          <MapList unit={unit} />
        </>
      )}
    </div>
  );
}

/** The outlines of what stands below a unit, from a file. */
export function MapPage() {
  const { post } = useIdentity();
  const { unit: unitId = post.unit.id } = route.useSearch();
  const query = api.useQuery('get', '/units/{unitId}', { params: { path: { unitId }, query: {} } });
  return <Loaded query={query}>{(unit) => <View key={unit.id} unit={unit} />}</Loaded>;
}
