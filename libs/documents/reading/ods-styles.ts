/** Named styles of an .ods: what is struck through, which font, which table is hidden. */
import type { OdsListener } from './ods-listener.ts';

interface Style {
  parent: string | undefined;
  struck?: boolean;
  font?: string;
  hidden?: boolean;
}

/** Parents form no longer chain than this, and no circle. */
const deepest = 10;

export class OdsStyles implements OdsListener {
  private readonly styles = new Map<string, Style>();
  private current: Style | undefined;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'style:style') {
      this.current = { parent: attributes['style:parent-style-name'] };
      this.styles.set(attributes['style:name'] ?? '', this.current);
    }
    if (!this.current) return;
    if (name === 'style:text-properties') {
      const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
      if (line !== undefined) this.current.struck = line !== 'none';
      const font = attributes['style:font-name'] ?? attributes['fo:font-family'];
      if (font !== undefined) this.current.font = font.replaceAll("'", '').slice(0, 100);
    }
    if (name === 'style:table-properties' && attributes['table:display'] === 'false') this.current.hidden = true;
  }

  close(name: string): void {
    if (name === 'style:style') this.current = undefined;
  }

  of<K extends 'struck' | 'font' | 'hidden'>(name: string | undefined, property: K): Style[K] {
    let next = name;
    for (let depth = 0; next !== undefined && depth < deepest; depth++) {
      const style: Style | undefined = this.styles.get(next);
      if (style?.[property] !== undefined) return style[property];
      next = style?.parent;
    }
    return undefined;
  }
}
