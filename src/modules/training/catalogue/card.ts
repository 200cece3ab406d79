/** Short cards of micro-training: one skill, a few steps, readable on the phone without network. */
export interface Card {
  /** Persisted. */
  code: string;
  topicCode: string;
  /** Tasks that need the skill. */
  templates: readonly string[];
  /** One of the drawings that the mini-app has. */
  picture: string;
  minutes: number;
  title: { vi: string; en: string };
  steps: { vi: readonly string[]; en: readonly string[] };
}
