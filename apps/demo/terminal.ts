/** What the demo shows on a terminal: headings, progress bars that redraw on a TTY and print once elsewhere, tables. */
const tty = process.stdout.isTTY === true;
const paint = (code: string) => (text: string) => (tty ? `\u001b[${code}m${text}\u001b[0m` : text);
export const bold = paint('1');
export const dim = paint('2');
export const blue = paint('34');
export const green = paint('32');
export const amber = paint('33');
export const red = paint('31');

export function line(text = ''): void {
  process.stdout.write(`${text}\n`);
}

export function heading(number: number, vietnamese: string, english: string): void {
  line();
  line(`${bold(blue(`${number}. ${vietnamese}`))}  ${dim(english)}`);
}

/** One line that is drawn again and again; without a terminal only its last state is printed. */
export class ProgressLine {
  private last = '';

  draw(done: number, total: number, text: string): void {
    const width = 28;
    const filled = total === 0 ? width : Math.round((Math.min(done, total) / total) * width);
    this.last = `   ${green('█'.repeat(filled))}${dim('░'.repeat(width - filled))} ${text}`;
    if (tty) process.stdout.write(`\r\u001b[2K${this.last}`);
  }

  end(): void {
    process.stdout.write(tty ? '\n' : `${this.last}\n`);
  }
}

/** Columns as wide as their widest cell; numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const text = (value: string | number | undefined) => (typeof value === 'number' ? count(value) : (value ?? ''));
  const widths = head.map((title, i) => Math.max(width(title), ...rows.map((row) => width(text(row[i])))));
  const cell = (value: string | number, i: number) => {
    const gap = ' '.repeat((widths[i] ?? 0) - width(text(value)));
    return typeof value === 'number' ? gap + text(value) : text(value) + gap;
  };
  line(`   ${bold(head.map(cell).join('  '))}`);
  for (const row of rows) line(`   ${row.map(cell).join('  ')}`);
}

function width(text: string): number {
  return [...text.normalize('NFC')].length;
}

const number = new Intl.NumberFormat('vi-VN');
export const count = (value: number): string => number.format(value);
