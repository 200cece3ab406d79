/**
 * Fits a neutral message into an approved template: its text is fixed, only named parameters vary, each with a longest
 * length, and one that is empty or too long is refused by the service.
 */
import type { NeutralMessage } from '../channel.ts';

/** Where a parameter's value comes from. */
export type ParameterSource = 'title' | 'text' | 'footer' | 'link-path';

export interface ZbsTemplate {
  id: string;
  /** By the parameter's name in the template. */
  parameters: Record<string, { from: ParameterSource; max: number }>;
}

const sources: readonly string[] = ['title', 'text', 'footer', 'link-path'] satisfies ParameterSource[];

/** @param text `<id>;<name>=<source>:<longest>;...`, as in `100001;title=title:65;content=text:400`; undefined when it is not so */
export function parseTemplate(text: string): ZbsTemplate | undefined {
  const [id = '', ...rest] = text.split(';').map((part) => part.trim());
  const read = rest.filter(Boolean).map((part) => /^(\w{1,40})=([a-z-]+):(\d{1,3})$/.exec(part));
  const whole =
    /^\w{1,40}$/.test(id) && read.length > 0 && read.every((found) => found && sources.includes(found[2] ?? ''));
  if (!whole) return undefined;
  const parameters = read.map(
    (found) => [found?.[1] ?? '', { from: found?.[2] as ParameterSource, max: Number(found?.[3]) }] as const,
  );
  return { id, parameters: Object.fromEntries(parameters) };
}

export function templateData({ parameters }: ZbsTemplate, message: NeutralMessage): Record<string, string> {
  const entries = Object.entries(parameters).map(
    ([name, { from, max }]) => [name, cut(valueOf(message, from), max)] as const,
  );
  return Object.fromEntries(entries);
}

function valueOf({ title, paragraphs, footer, link }: NeutralMessage, from: ParameterSource): string {
  switch (from) {
    case 'title':
      return title;
    case 'text':
      return paragraphs.join(' ');
    case 'footer':
      return footer;
    case 'link-path':
      return link ? pathOf(link.url) : '';
  }
}

/** A template's button has a fixed beginning; the parameter is what follows our address. */
function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]+\//i, '');
}

function cut(text: string, max: number): string {
  const letters = [...text.replace(/\s+/g, ' ').trim().normalize('NFC')];
  const whole =
    letters.length <= max
      ? letters.join('')
      : `${letters
          .slice(0, max - 1)
          .join('')
          .trimEnd()}…`;
  return whole || '-';
}
