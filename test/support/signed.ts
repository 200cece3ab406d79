/** What signing tools do to files, as far as the outside shows it. No key is involved. */
import { unzipSync, zipSync } from 'fflate';

/** A PDF goes on behind its own bytes with a signature's object. */
export function signPdf(pdf: Buffer): Buffer {
  const added = `\n9 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 ${pdf.length} ${pdf.length + 20} 90] >>\nendobj\n`;
  return Buffer.concat([pdf, Buffer.from(`${added}startxref\n${pdf.length}\n%%EOF\n`, 'latin1')]);
}

/** A .docx gets parts of its own for the signature; others may be changed for the test. */
export function signDocx(docx: Buffer, changes: Record<string, string> = {}): Buffer {
  const own = unzipSync(docx);
  const added = { '_xmlsignatures/sig1.xml': '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>', ...changes };
  return Buffer.from(
    zipSync({ ...own, ...Object.fromEntries(Object.entries(added).map(([name, xml]) => [name, Buffer.from(xml)])) }),
  );
}
