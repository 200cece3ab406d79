/** The first chapter: Minh Sơn's untidy list is read, every doubt shown, settled and written. */
import { routes } from '#contracts';
import { findingsVi } from '#i18n/words/findings.vi';
import type { ApiClient } from '../api-client.ts';
import { buildUntidyWorkbook, untidyChoices, untidyFileName } from '../seed/untidy-workbook.ts';
import { amber, bold, dim, green, heading, line, red } from '../terminal.ts';

const words = findingsVi as Record<string, string>;
const paints = { must_fix: red, choose: amber, auto_fixed: green, info: dim } as const;

export async function importRoster(officer: ApiClient, communeId: string): Promise<void> {
  heading(1, 'Nhập danh sách Tổ từ Excel', 'a commune imports its untidy Appendix 1');
  const file = await buildUntidyWorkbook();
  const staged = await officer.call(routes.uploadRoster, {
    params: { unitId: communeId },
    query: { fileName: untidyFileName },
    body: file,
  });
  const of = (severity: string) => staged.findings.filter((finding) => finding.severity === severity);
  line(`   ${bold(untidyFileName)}  ${staged.rows.length} dòng, tự nhận tiêu đề ở dòng ${staged.headerRow}`);
  line(
    `   Phải sửa ${red(String(of('must_fix').length))} · Cần chọn ${amber(String(of('choose').length))} · Tự sửa được ${green(String(of('auto_fixed').length))}`,
  );
  for (const finding of [...of('must_fix'), ...of('choose').slice(0, 3), ...of('auto_fixed').slice(0, 4)]) {
    line(`   ${paints[finding.severity](finding.cell.padEnd(5))} ${textOf(finding.code, finding.params)}`);
  }
  const choices = Object.entries(untidyChoices).map(([key, choice]) => {
    const [cell = '', code = ''] = key.split('#');
    return {
      cell,
      code,
      choice: choice.act === 'type' ? ('typed' as const) : choice.act,
      ...('value' in choice && { value: choice.value }),
    };
  });
  const settled = await officer.call(routes.chooseInRoster, { params: { importId: staged.id }, body: { choices } });
  const { added, changed, missing, unchanged } = settled.diff;
  line(
    `   So với danh sách đang có: ${added.length} người thêm mới, ${changed.length} người đổi thông tin, ${missing.length} người không còn trong tệp, ${unchanged} người giữ nguyên`,
  );
  const result = await officer.call(routes.confirmRoster, {
    params: { importId: staged.id },
    body: { decision: { number: '42/QĐ-UBND', signedOn: '2022-04-12', signer: 'Chủ tịch UBND xã' } },
  });
  line(`   ${green('Đã nhập')}: thêm ${result.added}, đổi ${result.changed}, giữ nguyên ${result.unchanged}`);
}

function textOf(code: string, params: Record<string, unknown>): string {
  return (words[`finding.${code}`] ?? code).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
