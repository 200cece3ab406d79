import { useI18n } from '../../../i18n/i18n.tsx';
import { SearchField } from '../../../ui/form.tsx';
import { Chip } from '../../../ui/layout.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { placeLines, useSideNote } from './side-words.ts';
import { type Candidate, useCandidates } from './use-merge.ts';

function CandidateRow({ one, onChoose }: { one: Candidate; onChoose: () => void }) {
  const { t } = useI18n();
  const note = useSideNote();
  const [place = t('merge.noPlace'), ...more] = placeLines(one);
  const { fullName } = one.person;
  return (
    <li>
      <button type="button" onClick={onChoose}>
        <b>{fullName}</b>
        {[place, ...more].map((line) => (
          <span key={line}>{line}</span>
        ))}
        <span className="caption">{note(one)}</span>
        <span className="merge-marks">
          {one.sameNumber && (
            <Chip tone="done" icon="phone">
              {t('merge.sameNumber')}
            </Chip>
          )}
          {one.sameName && (
            <Chip tone="accepted" icon="user">
              {t('merge.sameName')}
            </Chip>
          )}
        </span>
      </button>
    </li>
  );
}

/** The second record, likeliest first: a number or a name that is the same. */
export function ChooseRecord({
  person,
  onChoose,
}: {
  person: { id: string; fullName: string };
  onChoose: (personId: string) => void;
}) {
  const { t } = useI18n();
  const { q, setQ, query } = useCandidates(person.id);
  return (
    <>
      <p>{t('merge.choose', { name: person.fullName })}</p>
      <SearchField label={t('merge.find')} value={q} onChange={setQ} width={260} autoFocus />
      <Loaded query={query} rows={4}>
        {(found) =>
          found.length === 0 ? (
            <p className="muted">{t('merge.none')}</p>
          ) : (
            <ul className="merge-candidates">
              {found.map((one) => (
                <CandidateRow key={one.person.id} one={one} onChoose={() => onChoose(one.person.id)} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
