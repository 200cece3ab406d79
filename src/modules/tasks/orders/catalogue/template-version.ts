import type { EvidenceKind, Pillar } from '#contracts/enums';

export interface TemplateVersion {
  code: string;
  title: string;
  titleEn: string;
  /** The bullet of the guidance that asks for it. */
  section: string;
  pillar: Pillar;
  /** Indicator codes; the first one that can be counted is offered as target. */
  indicators: readonly string[];
  evidence: readonly EvidenceKind[];
  /** The concrete work, written as one would say it to a team leader. */
  suggestion: string;
  guide: readonly string[];
  /** First day on which this wording holds. */
  from: string;
  /** First day on which nobody is asked for it any more; what was ordered before stays. */
  until?: string;
}

/** Without `from` a wording holds from the day of official letter 577, which the guidance carries out. */
export type TemplateWords = Omit<TemplateVersion, 'from'> & { from?: string };
