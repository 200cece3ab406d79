/** Full numbers are shown after a purpose is given; the server logs each look. The purpose is asked once a day. */
import { Button, Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type PhonePurpose, phonePurposes } from '#contracts/enums';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Team } from './team.ts';
import { dialogHead } from '../../ui/dialog-head.ts';
import { PageModal } from '../../ui/dialogs/page-modal.tsx';

/** People with numbers, of a team or of an office. */
interface Called {
  members: readonly Pick<Team['members'][number], 'person' | 'phoneState'>[];
}

const storageKey = 'to-so.phone-purpose';

function purposeOfToday(today: string): PhonePurpose | null {
  const [day, purpose] = (sessionStorage.getItem(storageKey) ?? '').split('|');
  return day === today && phonePurposes.includes(purpose as PhonePurpose) ? (purpose as PhonePurpose) : null;
}

async function reveal(team: Called, purpose: PhonePurpose): Promise<Map<string, string>> {
  const people = team.members.filter((member) => member.phoneState !== 'missing');
  const answers = await Promise.all(
    people.map(async ({ person }) => {
      const { data, error } = await client.POST('/people/{personId}/phones/reveal', {
        params: { path: { personId: person.id } },
        body: { purpose },
      });
      if (!data) throw error;
      return [person.id, (data.phones.find((phone) => phone.primary) ?? data.phones[0])?.national ?? '–'] as const;
    }),
  );
  return new Map(answers);
}

export function usePhones(team: Called): { shown: ReadonlyMap<string, string>; ask: () => void; modal: ReactNode } {
  const i18n = useI18n();
  const { t } = i18n;
  const { me } = useIdentity();
  const [shown, setShown] = useState<ReadonlyMap<string, string>>(new Map());
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState<PhonePurpose | null>(null);
  const show = async (why: PhonePurpose) => {
    sessionStorage.setItem(storageKey, `${me.today}|${why}`);
    setAsking(false);
    await reveal(team, why)
      .then(setShown)
      .catch((error: unknown) => showNotice(problemText(i18n, error), 'failed'));
  };
  const ask = () => {
    const known = purposeOfToday(me.today);
    if (known) void show(known);
    else setAsking(true);
  };
  const modal = (
    <PageModal
      attributes={dialogHead}
      opened={asking}
      onClose={() => setAsking(false)}
      title={t('phone.why')}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Radio.Group value={purpose} onChange={(value) => setPurpose(value as PhonePurpose)} aria-label={t('phone.why')}>
        <div className="form">
          {phonePurposes.map((each) => (
            <Radio key={each} value={each} label={t(`phone.purpose.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      <div className="form-foot">
        <Button variant="default" onClick={() => setAsking(false)}>
          {t('act.close')}
        </Button>
        <Button disabled={purpose === null} onClick={() => purpose && void show(purpose)}>
          {t('phone.show')}
        </Button>
      </div>
    </PageModal>
  );
  return { shown, ask, modal };
}
