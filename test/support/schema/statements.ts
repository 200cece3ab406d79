/**
 * The statements of src as they stand in the code: each place where one is handed to PostgreSQL, with its fragments put in
 * and `$n` where a value comes at run time. Where a fragment depends on what runs, each of its forms is given once.
 */
import ts from 'typescript';
import { Calls, nameOfCallee } from './calls.ts';
import { VALUE } from './forms.ts';
import { Fragments, Unknown } from './fragments.ts';

export interface FoundStatement {
  /** "src/modules/tasks/reads/tasks/read-card.ts:31" */
  place: string;
  text: string;
}

export interface Found {
  statements: FoundStatement[];
  /** Places whose text only the running program knows, and the piece that could not be followed. */
  unknown: string[];
}

/** Those that take a statement; the argument is the one of this type. */
const TAKES = new Set(['rowsOf', 'execute', 'rows', 'one', 'prepared']);

export function statementsOf(configFile: string, isSource: (file: string) => boolean): Found {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const config = ts.getParsedCommandLineOfConfigFile(configFile, { noEmit: true }, host);
  if (!config) throw new Error(`cannot read ${configFile}`);
  const options = { ...config.options, types: [] };
  const program = ts.createProgram(config.fileNames.filter(isSource), options, ownTypesOnly(options));
  const sources = program.getSourceFiles().filter((one) => !one.isDeclarationFile && isSource(one.fileName));
  const calls = new Calls(program.getTypeChecker(), sources);
  const fragments = new Fragments(program.getTypeChecker(), calls);
  const found: Found = { statements: [], unknown: [] };
  for (const argument of calls.all.filter((call) => TAKES.has(nameOfCallee(call))).flatMap((call) => call.arguments)) {
    if (!fragments.isSql(argument)) continue;
    const place = placeOf(argument);
    try {
      for (const text of fragments.of(argument)) found.statements.push({ place, text: numbered(text) });
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      found.unknown.push(`${place}: ${error.message}`);
    }
  }
  return found;
}

/** Reads what is ours, the tag of the statements and the contracts' zod; the types of frameworks say nothing about a statement. */
function ownTypesOnly(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const cache = ts.createModuleResolutionCache(host.getCurrentDirectory(), (name) => name, options);
  host.resolveModuleNameLiterals = (names, from, redirected, _, source) =>
    names.map((name) =>
      /^(?:[.#]|(?:sql-template-tag|zod)(?:$|\/))/.test(name.text)
        ? ts.resolveModuleName(
            name.text,
            from,
            options,
            host,
            cache,
            redirected,
            ts.getModeForUsageLocation(source, name, options),
          )
        : { resolvedModule: undefined },
    );
  return host;
}

function numbered(text: string): string {
  let count = 0;
  return text.replaceAll(VALUE, () => `$${(count += 1)}`);
}

function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  return `${source.fileName.slice(source.fileName.indexOf('/src/') + 1)}:${line + 1}`;
}
