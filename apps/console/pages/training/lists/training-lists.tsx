/** What stands under the calendar: coverage, whom to invite first, what waits; a commune's own lists; a district's figures. */
import { Select } from '@mantine/core';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { AvoidCard } from '../avoid-times/avoid-card.tsx';
import { CoverageCard } from '../gaps/coverage-card.tsx';
import { CreditsCard } from './credits-card.tsx';
import { FirstCard } from '../gaps/first-card.tsx';
import { LoadCard } from './load-card.tsx';
import type { SessionRow } from '../looks.ts';
import { OpenCard } from './open-card.tsx';
import type { Area } from '../use-area.ts';
import { unanswered } from '../use-sessions.ts';

export function CommunePick({
  area,
  value,
  onChange,
}: {
  area: Area;
  value: string | undefined;
  onChange: (communeId: string) => void;
}) {
  const { t } = useI18n();
  if (area.communes.length < 2) return null;
  return (
    <Select
      aria-label={t('train.commune')}
      className="commune-pick"
      searchable
      allowDeselect={false}
      data={area.communes.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(id) => id && onChange(id)}
    />
  );
}

/** Sessions that more teams of the commune can be invited to. */
export function openTo(sessions: readonly SessionRow[], communeId: string): SessionRow[] {
  return sessions.filter(
    (session) =>
      session.communeId === communeId &&
      session.audience === 'teams' &&
      (session.state === 'published' || session.state === 'proposed'),
  );
}

interface ListsProps {
  area: Area;
  communeId: string | undefined;
  ahead: readonly SessionRow[];
  onCommune: (communeId: string) => void;
}

export function TrainingLists({ area, communeId, ahead, onCommune }: ListsProps) {
  const { may, commune } = useIdentity();
  const decides = may('training.decide');
  const acts = decides || may('training.propose');
  const picks = <CommunePick area={area} value={communeId} onChange={onCommune} />;
  return (
    <>
      {may('training.load') && <LoadCard />}
      <div className={acts ? 'split training-split' : undefined}>
        <div>
          {communeId && <CoverageCard communeId={communeId} picks={picks} />}
          {decides && commune && <CreditsCard />}
        </div>
        {acts && (
          <div>
            {communeId && may('training.invite') && (
              <FirstCard communeId={communeId} sessions={openTo(ahead, communeId)} />
            )}
            <OpenCard sessions={unanswered(ahead)} decides={decides} />
            {decides && commune && <AvoidCard />}
          </div>
        )}
      </div>
    </>
  );
}
