import { Button, Checkbox, Menu } from '@mantine/core';
import type { PostState } from '#contracts/access/officers';
import { addDays, formatDate, formatMoment } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { Chip, type Tone } from '../../ui/layout.tsx';
import type { OfficerPost } from './use-posts.ts';

export type PostAct = 'appoint' | 'invite' | 'end' | 'standIn';

const looks: Record<PostState, { tone: Tone; icon: IconName }> = {
  vacant: { tone: 'late', icon: 'user-exclamation' },
  asking: { tone: 'late', icon: 'lock' },
  never: { tone: 'doing', icon: 'eye-off' },
  standIn: { tone: 'accepted', icon: 'arrows-exchange' },
  later: { tone: 'doing', icon: 'clock' },
  held: { tone: 'done', icon: 'check' },
};

/** What the row's holder did or was given last, in one line. */
function useNote({ state, standIn, to, invitedAt, askedAt }: OfficerPost): string | null {
  const { t, lang } = useI18n();
  const day = (instant: string) => formatMoment(instant, Date.now(), lang);
  if (state === 'asking' && askedAt) return t('officers.asked', { at: day(askedAt) });
  if (state === 'never') return invitedAt ? t('officers.invitedOn', { day: day(invitedAt) }) : t('officers.notInvited');
  if (to && (standIn || state !== 'vacant'))
    return t('officers.until', { day: formatDate(addDays(to, -1), lang, { withYear: true }) });
  return null;
}

function Acts({ row, onAct }: { row: OfficerPost; onAct: (act: PostAct, row: OfficerPost) => void }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const canAppoint = may('post.manage');
  const act = (name: PostAct) => () => onAct(name, row);
  if (row.state === 'vacant')
    return canAppoint ? (
      <Button size="xs" variant="default" onClick={act('appoint')}>
        {t('officers.appoint')}
      </Button>
    ) : null;
  const named = { name: row.person?.fullName ?? '', title: row.title };
  if (row.state === 'asking' || row.state === 'never')
    return (
      <Button size="xs" variant="default" onClick={act('invite')}>
        {t(row.state === 'asking' ? 'officers.reissue' : row.invitedAt ? 'officers.inviteAgain' : 'officers.invite')}
      </Button>
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" aria-label={t('officers.openOf', named)}>
          {t('officers.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={act('invite')}>{t('officers.inviteAgain')}</Menu.Item>
        {canAppoint && row.role === 'focal_officer' && !row.standIn && (
          <Menu.Item onClick={act('standIn')}>{t('officers.standInAct')}</Menu.Item>
        )}
        {canAppoint && <Menu.Item onClick={act('end')}>{t('officers.end')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

interface PostRowProps {
  row: OfficerPost;
  chosen: boolean;
  onChoose: (personId: string, chosen: boolean) => void;
  onAct: (act: PostAct, row: OfficerPost) => void;
}

export function PostRow({ row, chosen, onChoose, onAct }: PostRowProps) {
  const { t, lang } = useI18n();
  const note = useNote(row);
  const { person, state } = row;
  const seen = row.lastSeenAt ? formatMoment(row.lastSeenAt, Date.now(), lang) : null;
  return (
    <tr data-chosen={chosen || undefined}>
      <td className="officer-tick">
        {person && state === 'never' && (
          <Checkbox
            aria-label={t('officers.choose', { name: person.fullName })}
            checked={chosen}
            onChange={(event) => onChoose(person.id, event.currentTarget.checked)}
          />
        )}
      </td>
      <td>
        {row.standIn && <span aria-hidden="true">↳ </span>}
        {row.standIn ? t('officers.standsIn') : row.title}
      </td>
      <td>
        {person ? person.fullName : <b className="officer-nobody">{t('officers.nobody')}</b>}
        {note && <span className="cell-2">{note}</span>}
      </td>
      <td className="num hide-small">{row.from ? formatDate(row.from, lang, { withYear: true }) : '–'}</td>
      <td className="hide-small">
        {person && !seen ? <b className="officer-never">{t('officers.neverIn')}</b> : (seen ?? '–')}
      </td>
      <td>
        <Chip {...looks[state]}>{t(`officers.f.${state}`)}</Chip>
      </td>
      <td className="officer-act">
        <Acts row={row} onAct={onAct} />
      </td>
    </tr>
  );
}
