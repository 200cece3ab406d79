import { formatDate } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { Reform } from '../reform-looks.ts';
import { useEdit } from '../lines/use-lines.ts';
import { type Hamlet, typedName, withType } from './name-patterns.ts';
import type { Names } from './use-names.ts';

/** What the commune proposes instead, with the word for its kind however it was typed. */
function otherOf(hamlet: Hamlet): { name: string; fullName: string } | null {
  const name = typedName(hamlet, hamlet.asked?.opinion?.otherName ?? '');
  return name ? { name, fullName: withType(hamlet, name) } : null;
}

/** What its commune said to the name of a hamlet; another name is the proposal after one press. */
export function Opinion({ reform, hamlet, may }: { reform: Reform; hamlet: Hamlet; may: boolean }) {
  const { t } = useI18n();
  const edit = useEdit(reform);
  const { asked, proposal, state } = hamlet;
  if (!asked) return null;
  const { opinion } = asked;
  const earlier = (name: string) => name !== proposal?.fullName && <i>{t('rn.said.earlier', { name })}</i>;
  if (!opinion)
    return (
      <span className="rn-said">
        {t('rn.said.none')} {earlier(asked.name)}
      </span>
    );
  const other = otherOf(hamlet);
  const isTaken = other !== null && other.fullName === proposal?.fullName;
  const agrees = !opinion.otherName && !opinion.remark;
  return (
    <span className="rn-said" data-agrees={agrees || isTaken || undefined}>
      {agrees && t('rn.said.agree')}
      {isTaken && t('rn.said.taken')}
      {!isTaken && other && t('rn.said.other', { name: other.fullName })}
      {opinion.remark && <q>{opinion.remark}</q>}
      {!isTaken && earlier(opinion.about)}
      {may && other && !isTaken && state !== 'decided' && (
        <button
          type="button"
          className="rn-take"
          disabled={edit.isPending}
          onClick={() => edit.mutate([{ do: 'name', unitId: hamlet.id, type: hamlet.type, name: other.name }])}
        >
          {t('rn.said.take')}
        </button>
      )}
    </span>
  );
}

/** "Đã hỏi 3 xã, 2 xã đã trả lời, hạn 05/7", and who has not. */
export function AskedSums({ asked }: { asked: NonNullable<Names['asked']> }) {
  const { t, lang } = useI18n();
  const open = asked.communes.filter(({ answered }) => !answered);
  const sums = {
    n: asked.communes.length,
    answered: asked.communes.length - open.length,
    day: formatDate(asked.answerBy, lang),
  };
  return (
    <p className="rn-asked" role="status">
      <Icon name={open.length > 0 ? 'send' : 'check'} size={16} />
      <span>
        <b>{t('rn.asked', sums)}</b>
        {open.length > 0 && ` · ${t('rn.waiting', { names: open.map(({ fullName }) => fullName).join(', ') })}`}
      </span>
    </p>
  );
}
