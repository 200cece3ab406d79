import { dateInVietnam, formatDate, formatTime } from '#i18n';
import { logEn } from '#i18n/words/log.en';
import { logVi } from '#i18n/words/log.vi';
import { render } from '#i18n/render';
import type { Actor } from '#platform/auth';
import type { AccessAct } from './access-act.entity.ts';

interface Taken extends Partial<Pick<AccessAct, 'people' | 'purpose'>> {
  by: Pick<Actor, 'fullName' | 'language'>;
  at: Date;
}

/** "TS-7F3K-22 · Phạm Thị Thu Hà · 23/11/2026 16:42 · Nộp báo cáo · 168 người", in the language of who takes it. */
export function markLine(code: string, { by, at, people, purpose }: Taken): string {
  const words: Readonly<Record<string, string>> = by.language === 'vi' ? logVi : logEn;
  const day = formatDate(dateInVietnam(at.toISOString()), by.language, { withYear: true });
  return [
    code,
    by.fullName,
    `${day} ${formatTime(at.toISOString(), true)}`,
    purpose && (words[`log.purpose.${purpose}`] ?? purpose),
    people != null && render(words['log.mark.people'] ?? '', { n: people }, by.language),
  ]
    .filter(Boolean)
    .join(' · ');
}
