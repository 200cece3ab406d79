/** The text of one cell of an .ods: paragraphs as lines, and which runs of it are struck through. Notes are not text. */
import type { Cell } from '../workbook.ts';
import type { OdsStyles } from './ods-styles.ts';

type Attributes = Readonly<Record<string, string>>;

/** Content of a cell that is not its text. */
const beside = new Set(['office:annotation', 'draw:frame', 'draw:custom-shape', 'draw:line', 'table:detective']);

export class OdsText {
  hasRuns = false;
  hasLink = false;
  private readonly runs: { text: string; struck: boolean | undefined }[] = [];
  private readonly spans: (string | undefined)[] = [];
  private paragraphs = 0;
  private inParagraph = 0;
  private outside = 0;
  private length = 0;

  /** @param max characters that are kept; the rest is only counted */
  constructor(
    private readonly styles: OdsStyles,
    private readonly max: number,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (this.outside > 0 || beside.has(name)) {
      this.outside += 1;
      return;
    }
    if (name === 'text:p' || name === 'text:h') {
      if (this.paragraphs > 0) this.add('\n');
      this.paragraphs += 1;
      this.inParagraph += 1;
    } else if (name === 'text:span') {
      this.spans.push(attributes['text:style-name']);
      this.hasRuns = true;
    } else if (name === 'text:a') this.hasLink = true;
    else if (name === 'text:line-break') this.add('\n');
    else if (name === 'text:tab') this.add('\t');
    else if (name === 'text:s') this.add(' '.repeat(Math.min(this.max, Number(attributes['text:c'] ?? 1) || 1)));
  }

  close(name: string): void {
    if (this.outside > 0) this.outside -= 1;
    else if (name === 'text:p' || name === 'text:h') this.inParagraph -= 1;
    else if (name === 'text:span') this.spans.pop();
  }

  /** Line ends within a paragraph are the file's layout, not the text's. */
  text(text: string): void {
    if (this.outside === 0 && this.inParagraph > 0) this.add(text.replace(/[\r\n\t ]+/g, ' '));
  }

  whole(): string {
    return this.runs.map(({ text }) => text).join('');
  }

  struck(cellStruck: boolean): Pick<Cell, 'struck' | 'struckParts'> {
    const filled = this.runs.filter(({ text }) => text.trim() !== '');
    const struck = filled.filter((run) => run.struck ?? cellStruck);
    if (struck.length === 0) return filled.length === 0 && cellStruck ? { struck: true } : {};
    return struck.length === filled.length ? { struck: true } : { struckParts: struck.map(({ text }) => text) };
  }

  private add(text: string): void {
    const room = this.max - this.length;
    this.length += text.length;
    if (room <= 0) return;
    const struck = this.styles.of(
      this.spans.findLast((name) => name !== undefined),
      'struck',
    );
    const last = this.runs.at(-1);
    if (last && last.struck === struck) last.text += text.slice(0, room);
    else this.runs.push({ text: text.slice(0, room), struck });
  }
}
