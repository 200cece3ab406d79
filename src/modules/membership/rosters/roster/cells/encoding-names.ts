/** Encodings as people know them from their typing programs; an officer's answer starts with one of these names. */
import type { TextEncoding } from '#documents';

export const encodingNames: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16 BE)',
  'windows-1258': 'Windows-1258',
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  'windows-1252': 'Windows-1252',
};

/** 'TCVN3 (ABC): Nguyễn Văn Đức' to its encoding; undefined for any other text. */
export function encodingOfAnswer(answer: string): TextEncoding | undefined {
  const said = answer.trim().toLowerCase();
  const names = Object.entries(encodingNames) as [TextEncoding, string][];
  return names.find(([id, name]) => said === id || said.split(':')[0]?.trim() === name.toLowerCase())?.[0];
}
