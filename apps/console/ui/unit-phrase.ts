/** "Xã Minh Sơn" inside a sentence: "UBND xã Minh Sơn". Only the unit's type loses its capital. */
export function unitPhrase(fullName: string): string {
  return fullName.charAt(0).toLocaleLowerCase('vi') + fullName.slice(1);
}
