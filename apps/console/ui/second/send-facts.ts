/** What waits for a second officer is called, and whom it goes to. Pure. */
import type { Schemas } from '../../api/client.ts';
import type { Translate } from '../../i18n/i18n.tsx';

export type SendRow = Schemas['SendRequestRow'];
export type SendRequest = Schemas['SendRequestDetail'];
export type Content<K extends SendRow['kind']> = Extract<SendRequest['content'], { kind: K }>;

const toUnits: ReadonlySet<SendRow['kind']> = new Set([
  'campaign',
  'reportReminder',
  'campaignReminder',
  'form',
  'formReminder',
]);

export const sizeText = (t: Translate, kind: SendRow['kind'], n: number): string =>
  t(toUnits.has(kind) ? 'second.size.units' : 'second.size.teams', { n });

/** "Nhắc nộp báo cáo tháng 6/2022", "Đợt báo cáo: Phụ lục 1"; an order by its own title. */
export function sendTitle(t: Translate, { kind, title }: Pick<SendRow, 'kind' | 'title'>): string {
  if (kind === 'order') return title;
  const word = t(`second.kind.${kind}`);
  if (kind === 'groupNames') return word;
  if (kind !== 'reportReminder') return `${word}: ${title}`;
  const [year = '', month = ''] = title.split('-');
  return `${word} ${Number(month)}/${year}`;
}
