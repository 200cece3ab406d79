import { Button } from '@mantine/core';
import type { PlainDate } from '#i18n';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Card } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useIdentity } from '../../../api/me.tsx';
import { useActs } from '../acts.ts';
import type { View } from '../hours.ts';
import { useCoverage } from '../gaps/use-gaps.ts';

const words: Record<View, MessageId> = {
  day: 'train.emptyDay',
  week: 'train.emptyWeek',
  month: 'train.emptyMonth',
};

/** No session in these days: says so, and which team it could be for. */
export function EmptyCalendar({ view, communeId, day }: { view: View; communeId: string | undefined; day: PlainDate }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { propose } = useActs();
  const coverage = useCoverage(communeId).data;
  const first = coverage?.first[0];
  const whole = first && first.missing.length === coverage.topics.length;
  return (
    <div className="cal-empty">
      <span>
        {t(words[view])}{' '}
        {first &&
          first.missing.length > 0 &&
          (whole
            ? t('train.emptyGap', { team: first.team.name })
            : t('train.emptyGapSome', { team: first.team.name, n: first.missing.length }))}
      </span>
      {first && propose && (
        <Button
          size="xs"
          variant="light"
          onClick={() => propose({ communeId, teamIds: [first.team.id], ...(day > me.today && { day }) })}
        >
          {t('train.proposeFor', { team: first.team.name })}
        </Button>
      )}
    </div>
  );
}

/** A provider that nobody has given any communes to. */
export function NoCoverage() {
  const { t } = useI18n();
  return (
    <Card>
      <EmptyState icon="school" title={t('train.noCoverage')}>
        {t('train.noCoverageText')}
      </EmptyState>
    </Card>
  );
}
