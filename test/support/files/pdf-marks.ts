/** What a PDF says of itself to readers who do not see the page: its metadata and the marks of its structure. */
export interface PdfMarks {
  title: string;
  language: string;
  /** It declares PDF/UA, part 1. */
  isUa: boolean;
  /** By kind: H1, H2, Table, TH, P ... */
  elements: Map<string, number>;
}

export function marksOfPdf(pdf: Buffer): PdfMarks {
  const text = pdf.toString('latin1');
  const xmp = Buffer.from(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(text)?.[0] ?? '', 'latin1').toString('utf8');
  const elements = new Map<string, number>();
  if (/\/StructTreeRoot/.test(text))
    for (const [, kind = ''] of text.matchAll(/\/Type \/StructElem\s*\/S \/(\w+)/g))
      elements.set(kind, (elements.get(kind) ?? 0) + 1);
  return {
    title: /<dc:title>[\s\S]*?<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(xmp)?.[1] ?? '',
    language: /\/Lang \(([^)]*)\)/.exec(text)?.[1] ?? '',
    isUa: /<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp),
    elements,
  };
}
