import { Link } from '@tanstack/react-router';
import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import type { BoardPart } from './board-facts.ts';

/** "bản đã nộp 20/6": the report as it was sent, where every number opens its records. */
export function PartSource({ part }: { part: BoardPart }) {
  const { t, lang } = useI18n();
  const text = t(`rsb.part.${part.from}`, { day: part.sentOn ? formatDate(part.sentOn, lang) : '' });
  if (!part.reportId) return <span className="muted">{text}</span>;
  return (
    <Link className="cell-link" to="/reports/$reportId" params={{ reportId: part.reportId }}>
      {text}
    </Link>
  );
}
