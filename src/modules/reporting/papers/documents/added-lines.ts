/** What the print adds by itself below the words of a section: the editor shows the same lines. Vietnamese, as printed. */
import { isSent } from '#contracts/reporting/report-standing';
import type { ReportSection } from '#contracts/reporting/report-states';
import { formatNumber } from '#i18n';
import type { ReportDocument, SubUnit } from '../../reports/report/report-document.types.ts';

export type Added = Pick<ReportDocument, 'silent' | 'difficulties'> & {
  units: readonly Pick<SubUnit, 'name' | 'status' | 'daysLate'>[] | null;
};

export function addedLines(key: ReportSection, added: Added): string[] {
  if (key === 'organization') return [...silentLines(added), ...missingLines(added)];
  if (key === 'difficulties') return difficultyLines(added);
  return [];
}

function silentLines({ silent }: Added): string[] {
  if (silent.length === 0) return [];
  const names = silent.map(({ name, reason }) => (reason ? `${name} (${reason})` : name));
  return [`- Tổ chưa có hoạt động được xác nhận trong kỳ (${silent.length}): ${names.join('; ')}.`];
}

function missingLines({ units }: Added): string[] {
  if (units === null) return [];
  const missing = units.filter(({ status }) => !isSent(status));
  const sent = units.length - missing.length;
  const received = `- Đã nhận báo cáo của ${formatNumber(sent)}/${formatNumber(units.length)} đơn vị.`;
  if (missing.length === 0) return [received];
  const names = missing.map(({ name, status, daysLate }) => {
    if (status === 'returned') return `${name} (đã trả lại, chưa gửi lại)`;
    return daysLate > 0 ? `${name} (trễ ${daysLate} ngày)` : name;
  });
  return [received, `- Đơn vị chưa gửi báo cáo (${missing.length}): ${names.join('; ')}.`];
}

function difficultyLines({ difficulties }: Added): string[] {
  if (difficulties.length === 0) return [];
  const lines = difficulties.map(({ text: words, team, answer }) => {
    const plain = words.replace(/\s+/g, ' ').trim();
    return `+ ${team ? `${team}: ` : ''}${plain}${answer ? ` (đã trả lời: ${answer.replace(/\s+/g, ' ').trim()})` : ''}`;
  });
  return ['- Khó khăn các Tổ phản ánh trong kỳ:', ...lines];
}
