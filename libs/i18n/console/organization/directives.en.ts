/** English of the words about documents that orders and rules stand on. */
import type { directivesVi } from './directives.vi.ts';

export const directivesEn: Record<keyof typeof directivesVi, string> = {
  'documents.sub': 'What orders, rules and periods stand on',
  'documents.add': 'Register a document',
  'documents.kind': 'Kind',
  'documents.number': 'Number',
  'documents.numberHint': '31/KH-UBND',
  'documents.date': 'Date',
  'documents.issuer': 'Issuer',
  'documents.abstract': 'Abstract',
  'documents.basis': 'Carries out',
  'documents.basisOf': '{number} of {date}',
  'documents.superseded': 'superseded',
  'documents.supersedes': 'Supersedes',
  'documents.supersedesNote':
    'The old document ends on the day of this one. Rules that cite the old one will cite this one.',
  'documents.find': 'Find a document',
  'documents.noMatch': 'No document matches.',
  'documents.empty': 'No documents yet',
  'documents.emptyText': 'An order needs a document to stand on: the commune’s plan or the district’s letter.',
  'documents.saved': 'Registered: {citation}.',
  'documents.correctTitle': 'Correct document {number}',
  'documents.correctNote':
    'For slips of the pen only; what stood there, who corrected it and why are kept. Orders, messages and reports being written quote the corrected words; reports that were sent stay as they are.',
  'documents.corrected': 'Corrected: {citation}.',
  'documents.addShort': 'Enter',
};
