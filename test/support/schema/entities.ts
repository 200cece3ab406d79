/** Which entity stands where: the module in whose folder it is owns the table. */
import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getMetadataArgsStorage } from 'typeorm';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface OwnedEntity {
  table: string;
  /** A module's name, or 'platform'. */
  owner: string;
  /** From the top of the repository. */
  file: string;
  /** What the class's comment says. */
  about: string;
  /** Of each property, as it is written. */
  types: ReadonlyMap<string, string>;
  target: new () => object;
}

/** Every class of every `*.entity.ts`, by owner and table. */
export async function ownedEntities(): Promise<OwnedEntity[]> {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.entity.ts'))
    .map((path) => `src/${path.replaceAll('\\', '/')}`);
  const found = await Promise.all(files.map(entitiesOf));
  return found.flat().sort((a, b) => (a.owner + a.table).localeCompare(b.owner + b.table));
}

async function entitiesOf(file: string): Promise<OwnedEntity[]> {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const exported = Object.values((await import(pathToFileURL(join(ROOT, file)).href)) as Record<string, unknown>);
  return getMetadataArgsStorage()
    .tables.filter(({ target }) => exported.includes(target))
    .map(({ name, target }) => ({
      table: String(name),
      owner: /^src\/(?:modules\/)?([^/]+)\//.exec(file)?.[1] ?? '',
      file,
      about: aboutTable(text, String(name)),
      types: propertyTypes(text, String(name)),
      target: target as OwnedEntity['target'],
    }));
}

/** The comment that stands before the class, as one line. */
function aboutTable(text: string, table: string): string {
  const before = text.slice(0, text.indexOf(`@Entity('${table}')`));
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(before)?.[1] ?? '';
  return comment
    .replace(/\n\s*\*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function propertyTypes(text: string, table: string): ReadonlyMap<string, string> {
  const [body = ''] = text.slice(text.indexOf(`@Entity('${table}')`)).split('\n}\n');
  return new Map(
    [...body.matchAll(/^ {2}(?:readonly )?(\w+)!: ([^;]+);/gm)].map(([, name = '', type = '']) => [name, type]),
  );
}
