import { Link } from '@tanstack/react-router';
import { formatMoment } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../icon.tsx';
import { Card } from '../layout.tsx';
import './sends.css';
import { type SendRow, sendTitle, sizeText } from './send-facts.ts';
import { useSends } from './use-sends.ts';

const shown = 4;

function Row({ row }: { row: SendRow }) {
  const { t, lang } = useI18n();
  const { id, kind, asked, places, people } = row;
  const at = formatMoment(asked.at, Date.now(), lang);
  return (
    <li>
      <Icon name="clock" />
      <Link to="/send-requests/{-$requestId}" params={{ requestId: id }}>
        <b>{sendTitle(t, row)}</b>
      </Link>
      <span className="caption">
        {t('second.sub', { name: asked.by.fullName, at, size: sizeText(t, kind, places), people })}
      </span>
    </li>
  );
}

/** What of the unit waits for a second officer, on the screens that it is sent from; nothing where there is none. */
export function RequestsCard() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const { data = [] } = useSends(post.unit.id);
  if (data.length === 0) return null;
  const all = (
    <Link className="strong-link" to="/send-requests/{-$requestId}" params={{}}>
      {t('second.all')}
    </Link>
  );
  return (
    <Card title={t('second.list')} aside={all}>
      <ul className="waiting-sends">
        {data.slice(0, shown).map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </Card>
  );
}
