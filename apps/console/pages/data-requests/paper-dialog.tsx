import { useState } from 'react';
import { recordDataRequest } from '#client/commands';
import { dataRequestKinds } from '#contracts/privacy/request-kinds';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import type { ValuesOf } from '../../ui/command/command-types.ts';
import type { Choice as Person } from '../link-requests/choice.ts';
import { FindPerson } from '../link-requests/find-person.tsx';
import '../link-requests/link-requests.css';
import { type State, stale } from './use-data-requests.ts';

interface Props {
  onClose: () => void;
  onOpen: (id: string, state: State) => void;
}

interface WhoProps {
  person: Person | null;
  onPerson: (person: Person | null) => void;
}

function Who({ person, onPerson }: WhoProps) {
  const { t } = useI18n();
  if (!person) return <FindPerson label={t('dataReq.paper.who')} onTake={onPerson} />;
  return (
    <div>
      <p className="caption">{t('dataReq.paper.who')}</p>
      <b>{person.name}</b> <span className="caption">{person.place}</span>{' '}
      <button type="button" className="strong-link" onClick={() => onPerson(null)}>
        {t('dataReq.paper.change')}
      </button>
    </div>
  );
}

type Said = ValuesOf<typeof recordDataRequest>;

const lacksWords = ({ kind, words, fullName, phone }: Said): boolean => {
  const isSaid = (texts: (string | null | undefined)[]) => texts.some((text) => text?.trim());
  return (kind === 'object' && !isSaid([words])) || (kind === 'correct' && !isSaid([words, fullName, phone]));
};

/** A request that came on paper, of somebody who does not use the app. */
export function PaperDialog({ onClose, onOpen }: Props) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const [person, setPerson] = useState<Person | null>(null);
  return (
    <CommandForm
      route={recordDataRequest}
      path="chosen"
      touches={stale}
      title={t('dataReq.paper.title')}
      start={{ kind: 'view', receivedOn: me.today }}
      fields={(said) => ({
        personId: {
          as: 'own',
          forgets: true,
          show: ({ onChange }) => (
            <Who
              person={person}
              onPerson={(next) => {
                setPerson(next);
                onChange(next?.id ?? null);
              }}
            />
          ),
        },
        kind: {
          as: 'choice',
          required: false,
          label: t('dataReq.paper.kind'),
          options: dataRequestKinds.map((value) => ({ value, label: t(`dataReq.kind.${value}`) })),
        },
        receivedOn: { as: 'day', required: true, label: t('dataReq.paper.day'), max: me.today },
        fullName: said.kind === 'correct' && { as: 'text', label: t('dataReq.wish.name') },
        phone: said.kind === 'correct' && { as: 'text', type: 'tel', label: t('dataReq.wish.phone') },
        words: {
          as: 'note',
          label: t('dataReq.paper.words'),
          required: said.kind === 'object',
          description: lacksWords(said) ? t('dataReq.paper.wordsNeeded') : undefined,
        },
      })}
      ready={(said) => !lacksWords(said)}
      label={t('dataReq.paper.save')}
      said={({ code, dueOn }) => t('dataReq.paper.saved', { code, day: formatDate(dueOn, lang) })}
      done={({ id }) => onOpen(id, 'open')}
      onClose={onClose}
    />
  );
}
