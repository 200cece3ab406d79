import type { DirectiveRow } from './reference.queries.ts';

const words: Record<DirectiveRow['kind'], string> = {
  official_letter: 'Công văn',
  plan: 'Kế hoạch',
  decision: 'Quyết định',
  guidance: 'Hướng dẫn',
  resolution: 'Nghị quyết',
};

/** "Công văn 577/STTTT-CNTT ngày 28/3/2022". Days and months carry no zero here: this is running text, not a letterhead. */
export function citationOf(directive: { kind: DirectiveRow['kind']; number: string; issuedOn: string }): string {
  const [year, month, day] = directive.issuedOn.split('-').map(Number);
  return `${words[directive.kind]} ${directive.number} ngày ${day}/${month}/${year}`;
}
