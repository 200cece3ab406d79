/** Writes docs/data-protection.md from the data map and its words. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { personal } from '#contracts/privacy/data-map';
import { type Erasure, erasureOf } from '#contracts/privacy/erasing';
import { type RecordKind, recordKindNames, recordKinds } from '#contracts/privacy/record-kinds';
import { isKeepingKind, keepingTerms } from '#contracts/organization/keeping-terms';
import { keptByRuleEn } from '#i18n/words/record-kept.en';
import { recordKindsEn } from '#i18n/words/record-kinds.en';
import { recordKindsVi } from '#i18n/words/record-kinds.vi';
import { render } from '#i18n/render';

export const DATA_PROTECTION = fileURLToPath(new URL('../../../docs/data-protection.md', import.meta.url));
export const dataProtectionNow = (): string => readFileSync(DATA_PROTECTION, 'utf8');

const INTRO = `# What is held about people

Written from [libs/contracts/privacy](../libs/contracts/privacy) by \`npm run docs:data-protection\`; a test fails on a column of the
database that the map does not have ([0166](decisions/0166-a-map-of-what-is-held-about-people.md)). The law is
Law 91/2025/QH15 on the protection of personal data, with Decree 356/2025/NĐ-CP. Sign-in data and traces of activity are sensitive
there; no ID papers, bank accounts or positions of devices are held.

`;

const erasures: Record<Erasure, string> = {
  erase: 'it goes',
  unname: 'rows and sums stay, nothing in them says whose they are',
  keep: 'it stays, on its ground and for its time',
};

function keptOf(kind: RecordKind): string {
  const { kept } = recordKinds[kind];
  const terms = isKeepingKind(kept) ? keepingTerms[kept] : { least: 0, most: 0 };
  return render(keptByRuleEn[`records.kept.${kept}`], { least: terms.least, most: terms.most }, 'en');
}

function sectionOf(kind: RecordKind): string {
  const { class: sensitivity, ground, readers } = recordKinds[kind];
  const tables = Object.entries(personal[kind]).map(
    ([table, columns]) =>
      `- \`${table}\`: ${columns
        .split(' ')
        .map((column) => `\`${column}\``)
        .join(', ')}`,
  );
  const facts = [
    ['Why', recordKindsEn[`records.${kind}.why`]],
    ['Ground', recordKindsEn[`records.ground.${ground}`]],
    ['Who sees it', recordKindsEn[`records.readers.${readers}`]],
    ['Kept', keptOf(kind)],
    ['When the person asks to be erased', erasures[erasureOf[kind]]],
  ];
  return [
    `## ${recordKindsEn[`records.${kind}`]} (${recordKindsVi[`records.${kind}`]}), ${sensitivity}`,
    facts.map(([label, text]) => `${label}: ${text}.`).join('  \n'),
    tables.join('\n'),
  ].join('\n\n');
}

export const writeDataProtection = (): string => `${INTRO}${recordKindNames.map(sectionOf).join('\n\n')}\n`;
