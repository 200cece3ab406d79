import type { Directive, DirectiveKind } from './directive.entity.ts';

const words: Record<DirectiveKind, string> = {
  official_letter: 'Công văn',
  plan: 'Kế hoạch',
  decision: 'Quyết định',
  guidance: 'Hướng dẫn',
  resolution: 'Nghị quyết',
};

/** "Công văn 577/STTTT-CNTT ngày 28/3/2022". Days and months carry no zero here: this is running text, not a letterhead. */
export function citationOf(directive: Pick<Directive, 'kind' | 'number' | 'issuedOn'>): string {
  const [year, month, day] = directive.issuedOn.split('-').map(Number);
  return `${words[directive.kind]} ${directive.number} ngày ${day}/${month}/${year}`;
}
