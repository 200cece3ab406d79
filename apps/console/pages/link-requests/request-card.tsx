import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { formatMoment } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MaskedPhone } from '../../ui/states.tsx';
import { accountPaths } from '../person/accounts.tsx';
import { spaceIcons } from '../person/space-icons.ts';
import type { Choice } from './choice.ts';
import { FindPerson } from './find-person.tsx';

type Request = Schemas['LinkRequest'];
const nobody = 'nobody';

const candidatesOf = (request: Request): Choice[] =>
  request.candidates.map(({ person, team, unit }) => ({
    id: person.id,
    name: person.fullName,
    place: [team?.name, unit.name].filter(Boolean).join(', '),
  }));

function Asker({ request }: { request: Request }) {
  const { t, lang } = useI18n();
  return (
    <div className="link-asker">
      <span className="tone-icon chip-new">
        <Icon name={spaceIcons[request.space]} size={20} />
      </span>
      <div>
        <h2>
          {t(`space.${request.space}`)}: “{request.displayName}”<span className="card-note">{t('link.unproven')}</span>
        </h2>
        <p className="caption">
          {request.phoneMasked ? (
            <>
              {t('link.phone')} <MaskedPhone masked={request.phoneMasked} />
            </>
          ) : (
            t('link.noPhone')
          )}
          {' · '}
          {t('link.asked', { at: formatMoment(request.askedAt, Date.now(), lang) })}
        </p>
      </div>
    </div>
  );
}

function Choices({
  choices,
  value,
  onChange,
}: {
  choices: readonly Choice[];
  value: string;
  onChange: (id: string) => void;
}) {
  const { t } = useI18n();
  const label = (name: string, place: string) => (
    <span>
      <b>{name}</b>
      {place && <span className="cell-2">{place}</span>}
    </span>
  );
  return (
    <Radio.Group value={value} onChange={onChange} label={t('link.who')}>
      <div className="link-choices">
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} label={label(choice.name, choice.place)} />
        ))}
        <Radio value={nobody} label={t('link.nobody')} />
      </div>
    </Radio.Group>
  );
}

function useDecide(request: Request, names: readonly Choice[]) {
  const { t } = useI18n();
  return useCommand({
    send: (personId: string | null, header) =>
      client.POST('/link-requests/{requestId}/decision', {
        params: { path: { requestId: request.id }, header },
        body: { personId },
      }),
    touches: accountPaths,
    done: (_, personId) =>
      showNotice(
        personId
          ? t('link.tied', { name: names.find((choice) => choice.id === personId)?.name ?? '' })
          : t('link.refused'),
      ),
  });
}

/** Phone before you tie it. */
function isRisky({ reason }: Request): boolean {
  return reason === 'number_reused' || reason === 'officer';
}

/** Who asks, why it could not be settled by itself, and the choice; nothing is chosen beforehand. */
export function RequestCard({ request }: { request: Request }) {
  const { t } = useI18n();
  const [found, setFound] = useState<readonly Choice[]>([]);
  const [value, setValue] = useState('');
  const choices = [...candidatesOf(request), ...found];
  const decide = useDecide(request, choices);
  const chosen = choices.find((choice) => choice.id === value);
  const take = (choice: Choice) => {
    if (!choices.some((each) => each.id === choice.id)) setFound([...found, choice]);
    setValue(choice.id);
  };
  return (
    <section className="card link-card" aria-label={request.displayName}>
      <Asker request={request} />
      <p className={isRisky(request) ? 'notice chip-doing' : 'link-why'}>
        {t(`link.why.${request.reason}`, { n: request.candidates.length })}
      </p>
      <Choices choices={choices} value={value} onChange={setValue} />
      <FindPerson onTake={take} />
      <div className="form-foot">
        <Button
          variant={value === nobody ? 'default' : 'filled'}
          disabled={!value}
          loading={decide.isPending}
          onClick={() => decide.mutate(value === nobody ? null : value)}
        >
          {chosen ? t('link.tie', { name: chosen.name }) : value === nobody ? t('link.refuse') : t('act.confirm')}
        </Button>
      </div>
    </section>
  );
}
