/**
 * The script of a thread or process, which stands beside the file at `url`: in TypeScript where that one runs from the
 * sources, as JavaScript in the build.
 */
export function scriptBeside(url: string, name: string): URL {
  return new URL(`${name}${url.endsWith('.ts') ? '.ts' : '.js'}`, url);
}
