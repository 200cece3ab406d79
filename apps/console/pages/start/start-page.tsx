import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { CommuneBoard, MissingByName } from './commune-board.tsx';
import { communesOf, type Facts, nextStep, readyOf, type StepId, stateOf, stepIds } from './start-facts.ts';
import './start.css';
import { NextStep, StepRow } from './step-row.tsx';
import { useFacts, usePutOff } from './use-start.ts';
import { useStepTexts } from './use-step-texts.ts';
import { HeaderAct } from '../../ui/header/header-menu.tsx';

interface Props {
  facts: Facts;
  putOff: ReadonlySet<StepId>;
}

function useHeading({ facts, putOff }: Props) {
  const { t } = useI18n();
  const states = stepIds.map((id) => stateOf(facts, id, putOff));
  const having = (...wanted: string[]) => states.filter((state) => wanted.includes(state)).length;
  const ready = readyOf(facts.readiness);
  const place =
    communesOf(facts.readiness) === 0
      ? t('start.noUnits')
      : ready > 0
        ? t('start.ready', { n: ready })
        : t('start.noneReady');
  const done = having('done');
  const steps =
    done === stepIds.length ? t('start.allDone', { n: done }) : t('start.stepsDone', { n: done, all: stepIds.length });
  return `${steps} · ${place}`;
}

/** The one step that is open, and all of them in a line each. */
function Steps({ facts, putOff, onToggle }: Props & { onToggle: (id: StepId) => void }) {
  const { t } = useI18n();
  const texts = useStepTexts(facts);
  const next = nextStep(facts, putOff);
  const isOver = stepIds.every((id) => stateOf(facts, id, putOff) === 'done');
  return (
    <div className="start-side">
      {!isOver && <NextStep id={next} text={texts[next]} onToggle={onToggle} />}
      <Card title={t('start.steps')} aside={<span className="caption">{t('start.stepsNote')}</span>}>
        <ol className="start-steps">
          {stepIds.map((id) => (
            <StepRow
              key={id}
              id={id}
              state={stateOf(facts, id, putOff)}
              text={texts[id]}
              isNext={!isOver && id === next}
              onToggle={onToggle}
            />
          ))}
        </ol>
      </Card>
    </div>
  );
}

function Started({ facts }: { facts: Facts }) {
  const { t } = useI18n();
  const { putOff, toggle } = usePutOff();
  const state = useHeading({ facts, putOff });
  const hasCommunes = facts.readiness.communes.length > 0;
  return (
    <>
      <PageHeader
        title={t('nav.start')}
        state={state}
        acts={
          <HeaderAct icon="printer" onClick={() => window.print()}>
            {t('start.print')}
          </HeaderAct>
        }
      />
      <div className="start">
        <Steps facts={facts} putOff={putOff} onToggle={toggle} />
        {hasCommunes && (
          <div className="start-side">
            <CommuneBoard readiness={facts.readiness} />
            <MissingByName readiness={facts.readiness} />
          </div>
        )}
      </div>
    </>
  );
}

/** A province's first days: what is done and what is missing on the way to the first order, by name. */
export function StartPage() {
  const query = useFacts();
  return (
    <div className="page">
      <Loaded query={query} rows={10}>
        {(facts) => <Started facts={facts} />}
      </Loaded>
    </div>
  );
}
