import type { Translate } from '../../i18n/i18n.tsx';
import type { Of, ShownRow, Words } from '../../frame/today/today-row.ts';

/** In words that the first screen has; where it waits, it is called in full. */
function titleOf({ kind, title }: Of<'second'>['request'], t: Translate): string {
  if (kind === 'order' || kind === 'campaign' || kind === 'form') return title;
  if (kind === 'groupNames') return t('home.tile.groups');
  const of = kind === 'reportReminder' ? t('home.month', { month: Number(title.slice(5)) }) : title;
  return `${t('act.remind')}: ${of}`;
}

/** What waits for this officer as the second one. */
export function secondRow({ request }: Of<'second'>, { t }: Words): ShownRow {
  const { id, asked, places, people } = request;
  const days = Math.max(0, Math.floor((Date.now() - Date.parse(asked.at)) / 86_400_000));
  return {
    key: `q${id}`,
    tone: 'doing',
    icon: 'clock',
    title: t('home.second', { title: titleOf(request, t) }),
    detail: t('home.secondDetail', { name: asked.by.fullName, places, people }),
    when: days > 0 ? t('time.days', { n: days }) : t('time.today'),
    whenNote: '',
    act: t('home.approveAct'),
    target: { to: '/send-requests/{-$requestId}', params: { requestId: id } },
  };
}
