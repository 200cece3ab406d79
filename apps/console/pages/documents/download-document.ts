/** Documents come with their own names; they are fetched with the session and handed to the browser as files. */
import type { DocumentFormat } from '#contracts/reporting/report-states';
import { fetchRaw } from '../../api/client.ts';

export interface DocumentFile {
  blob: Blob;
  name: string;
}

/** Any path of the API that produces a document, with its query. */
export type DocumentPath = (format: DocumentFormat) => string;

type Asked = Record<string, string | number | null | undefined>;

/** `/reports/1/document?format=pdf&number=12`; what is not given is left out. */
export function documentPath(path: string, format: DocumentFormat, asked: Asked = {}): string {
  const query = new URLSearchParams({ format });
  for (const [key, value] of Object.entries(asked))
    if (value !== null && value !== undefined && value !== '') query.set(key, String(value));
  return `${path}?${query}`;
}

/** `attachment; filename*=UTF-8''Ph%E1%BB%A5...` */
export function nameIn(disposition: string | null, otherwise: string): string {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (!coded) return otherwise;
  try {
    return decodeURIComponent(coded);
  } catch {
    return otherwise;
  }
}

const nameless = (path: string): string => `bao-cao.${/format=(\w+)/.exec(path)?.[1] ?? 'pdf'}`;

export async function fetchDocument(path: string, otherwise = nameless(path)): Promise<DocumentFile> {
  const response = await fetchRaw(path);
  const name = nameIn(response.headers.get('content-disposition'), otherwise);
  return { blob: await response.blob(), name };
}

/** Saves an answer that is a file, and gives the name that it came with. */
export async function saveDocument(response: Response, otherwise: string): Promise<string> {
  return save({ blob: await response.blob(), name: nameIn(response.headers.get('content-disposition'), otherwise) });
}

/** Saves the file and gives the name that it came with. */
export async function downloadDocument(path: string, otherwise?: string): Promise<string> {
  return save(await fetchDocument(path, otherwise));
}

function save({ blob, name }: DocumentFile): string {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
  return name;
}
